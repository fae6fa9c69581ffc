/**
 * Withdrawing is effective with its event. The answer then waits a little for referrals to pass it on, so that it
 * can say to her face: "they can no longer see this".
 */
import type { Viewer } from '@stezhka/auth';
import type { EventStore, Receipt } from '@stezhka/event-store';
import type { WithdrawAgreement } from './commands.js';
import { type Given, type GivingDeps, give } from './handle.js';
import { sharingHasEnded } from './sharing-ended.js';

export interface WithdrawAgreementInput extends Given, Omit<WithdrawAgreement, 'type'> {
  readonly householdId: string;
}

export type WithdrawAgreementCommand = (
  viewer: Viewer | undefined,
  input: WithdrawAgreementInput,
  now: Date,
) => Promise<Receipt & { readonly recipientsInformed: boolean }>;

/** How long the answer waits for referrals, in milliseconds. */
const LONGEST_WAIT_MS = 2_000;

export function createWithdrawAgreement(
  deps: GivingDeps & { readonly store: EventStore },
): WithdrawAgreementCommand {
  return async (viewer, { key, householdId, ...what }, now) => {
    const command: WithdrawAgreement = { type: 'WithdrawAgreement', ...what };
    const receipt = await give(deps, { viewer, householdId, command, key, now });
    const found = await deps.handler.load(householdId);
    const permits = found?.state.phase === 'open' ? found.state.permits : [];
    // All that ever ended: a repeated withdrawal asks again for those that were late the first time.
    const ended = permits.filter(({ memberIds }) => memberIds.length === 0);
    return { ...receipt, recipientsInformed: await sharingHasEnded(deps.store, ended, LONGEST_WAIT_MS) };
  };
}
