/**
 * Withdrawing is effective with its event. The answer then waits a little for referrals to pass it on, so that it
 * can say to her face: "they can no longer see this".
 */
import type { Viewer } from '@stezhka/auth';
import type { Receipt } from '@stezhka/event-store';
import type { WithdrawAgreement } from './commands.js';
import { ownedBy } from './decide.rules.js';
import type { HouseholdWalls } from './decide.walls.js';
import { type Given, give } from './handle.js';
import { afterwards, type OpeningDeps } from './handle.opening.js';
import { sharingHasEnded } from './sharing-ended.js';

export interface WithdrawAgreementInput extends Given, Omit<WithdrawAgreement, 'type'> {
  readonly householdId: string;
}

export type WithdrawAgreementCommand = (
  viewer: Viewer | undefined,
  input: WithdrawAgreementInput,
  now: Date,
  /** Called when it has taken effect, and only referrals are waited for. */
  whenDone?: () => void,
) => Promise<Receipt & { readonly recipientsInformed: boolean }>;

/** How long the answer waits for referrals, in milliseconds. */
const LONGEST_WAIT_MS = 2_000;

export function createWithdrawAgreement(deps: OpeningDeps): WithdrawAgreementCommand {
  const wall: HouseholdWalls['wall'] = deps.wall;
  return async (viewer, { key, householdId, ...what }, now, whenDone) => {
    const command: WithdrawAgreement = { type: 'WithdrawAgreement', ...what };
    const receipt = await give(deps, { viewer, householdId, command, key, now });
    const file = await afterwards(deps, householdId);
    // What follows is looked up now: a retry by somebody who has lost the role since is told nothing of it.
    wall.authorize('household.withdraw', viewer, file);
    if (deps.permitWall === 'closed') ownedBy(file, viewer);
    whenDone?.();
    // All that ever ended: a repeated withdrawal asks again for those that were late the first time.
    const ended = file.permits.filter(({ memberIds }) => memberIds.length === 0);
    return { ...receipt, recipientsInformed: await sharingHasEnded(deps.store, ended, LONGEST_WAIT_MS) };
  };
}
