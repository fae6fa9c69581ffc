/** Something is written down about a member or a household. */
import type { Viewer } from '@stezhka/auth';
import type { Receipt } from '@stezhka/event-store';
import type { RecordContent } from '../vault/content.js';
import { known } from '../vault/known.js';
import type { SealRecord } from './commands.js';
import { ownedBy } from './decide.rules.js';
import type { HouseholdWalls } from './decide.walls.js';
import type { OpenedHousehold } from './evolve.js';
import type { Given, GivingDeps } from './handle.js';
import { sealAndSay } from './handle.sealing.js';

export interface SealRecordInput extends Given {
  readonly householdId: string;
  /** A member, or the household itself for what concerns all of it. */
  readonly subjectId: string;
  readonly record: RecordContent;
}

export type SealRecordCommand = (
  viewer: Viewer | undefined,
  input: SealRecordInput,
  now: Date,
) => Promise<Receipt & { readonly recordId: string }>;

export function createSealRecord(deps: GivingDeps & HouseholdWalls): SealRecordCommand {
  const wall: HouseholdWalls['wall'] = deps.wall;
  return async (viewer, { key, householdId, subjectId, record: { dataClass, content } }, now) => {
    const sealing = {
      ...{ key, householdId, dataClass, content: known(content) },
      command: (contentFingerprint: string): SealRecord => ({
        ...{ type: 'SealRecord', subjectId, dataClass, contentFingerprint },
      }),
      subject(file: OpenedHousehold) {
        wall.authorize('household.write', viewer, file);
        if (deps.permitWall === 'closed') ownedBy(file, viewer);
        return subjectId;
      },
    };
    const { subjectId: _, ...done } = await sealAndSay(deps, viewer, sealing, now);
    return done;
  };
}
