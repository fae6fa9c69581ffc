/**
 * Sealing comes before saying: the vault writes, then the event names what it wrote. Only a fingerprint of the
 * content is in the command, so a retry is recognised and another content under the same key is refused.
 */
import type { Viewer, Wall } from '@stezhka/auth';
import { signedIn } from '@stezhka/auth';
import type { Receipt } from '@stezhka/event-store';
import { Refusal } from '@stezhka/vocabulary';
import type { RecordContent } from '../vault/content.js';
import { known } from '../vault/known.js';
import { fingerprintOf } from '../vault/vault.js';
import type { Subjects } from './authorize.js';
import type { SealRecord } from './commands.js';
import { SealedTooLate } from './decide.js';
import { nextVersion, opened, ownedBy } from './decide.rules.js';
import { idOf, recordLabel } from './derived-ids.js';
import { type Given, type GivingDeps, give } from './handle.js';

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

/** Characters of a content as JSON. */
const LARGEST_CONTENT = 32_000;

export function createSealRecord(deps: GivingDeps & SealDeps): SealRecordCommand {
  const { handler, vault, secret } = deps;
  const wall: Wall<Subjects> = deps.wall;

  return async (viewer, { key, householdId, subjectId, record }, now) => {
    signedIn(viewer);
    const { dataClass } = record;
    const content = known(record.content);
    if (Object.keys(content).length === 0) throw new Refusal('INVALID_INPUT', ['content']);
    if (JSON.stringify(content).length > LARGEST_CONTENT) throw new Refusal('TOO_LARGE');
    const householdKey = await vault.householdKey(householdId);
    if (!householdKey) throw new Refusal('NOT_FOUND');
    const contentFingerprint = fingerprintOf(householdKey, content);
    const command: SealRecord = { type: 'SealRecord', subjectId, dataClass, contentFingerprint };
    const of = { user: viewer.staffId, name: 'SealRecord', target: householdId, key };
    const recordId = idOf(secret, of, recordLabel(command));

    for (let left = MOST_ATTEMPTS; ; left--) {
      const file = opened(
        (await handler.load(householdId))?.state ?? { phase: 'unopened', answeredOfferIds: [] },
      );
      // Before the vault writes: the decision asks again.
      wall.authorize('household.write', viewer, file);
      if (deps.permitWall === 'closed') ownedBy(file, viewer);
      const place = { householdId, subjectId, dataClass, recordId };
      const earlier = file.records.find((sealed) => sealed.recordId === recordId);
      const version = nextVersion(file, subjectId, dataClass);
      const sealed = earlier ?? (await vault.write({ ...place, version }, content, now));
      const facts = { sealed: { version: sealed.version, digest: sealed.digest } };
      try {
        const receipt = await give(deps, { viewer, householdId, command, facts, key, now });
        return { ...receipt, recordId };
      } catch (error) {
        if (!(error instanceof SealedTooLate) || left === 1) throw error;
      }
    }
  };
}

interface SealDeps {
  readonly wall: Wall<Subjects>;
  readonly permitWall: 'closed' | 'open';
}

/** Each means that another record of the same class for the same subject was faster. */
const MOST_ATTEMPTS = 32;
