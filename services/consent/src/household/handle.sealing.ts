/**
 * Sealing comes before saying: the vault writes, then the event names what it wrote. Only a fingerprint of the
 * content is in the command, so a retry is recognised and another content under the same key is refused.
 */
import { signedIn, type Viewer } from '@stezhka/auth';
import type { Receipt } from '@stezhka/event-store';
import { Refusal } from '@stezhka/vocabulary';
import { fingerprintOf } from '../vault/vault.js';
import type { SealedClass, SealNote, SealRecord } from './commands.js';
import type { Facts } from './decide.facts.js';
import { nextVersion, opened, SealedTooLate } from './decide.rules.js';
import { idOf, recordLabel } from './derived-ids.js';
import { initialState, type OpenedHousehold } from './evolve.js';
import { type GivingDeps, give } from './handle.js';

export interface Sealing<Command> {
  readonly householdId: string;
  readonly dataClass: SealedClass;
  readonly content: object;
  readonly key: string;
  readonly facts?: () => Promise<Omit<Facts, 'by' | 'sealed'>>;
  command(contentFingerprint: string): Command;
  /** Whose record it is. Asked before the vault writes: throws what the decision would. */
  subject(household: OpenedHousehold): string | Promise<string>;
}

/** Characters of a content as JSON. */
const LARGEST_CONTENT = 32_000;
/** Each means that another record of the same class for the same subject was faster. */
const MOST_ATTEMPTS = 32;

/** @throws Refusal `NOT_FOUND`, `INVALID_INPUT`, `TOO_LARGE`, and what the decision refuses */
export async function sealAndSay<Command extends SealRecord | SealNote>(
  deps: GivingDeps,
  viewer: Viewer | undefined,
  sealing: Sealing<Command>,
  now: Date,
): Promise<Receipt & { readonly recordId: string; readonly subjectId: string }> {
  signedIn(viewer);
  const { householdId, dataClass, content, key } = sealing;
  if (Object.keys(content).length === 0) throw new Refusal('INVALID_INPUT', ['content']);
  if (JSON.stringify(content).length > LARGEST_CONTENT) throw new Refusal('TOO_LARGE');
  const householdKey = await deps.vault.householdKey(householdId);
  if (!householdKey) throw new Refusal('NOT_FOUND');
  const command = sealing.command(fingerprintOf(householdKey, content));
  const of = { user: viewer.staffId, name: command.type, target: householdId, key };
  const recordId = idOf(deps.secret, of, recordLabel(command));

  for (let left = MOST_ATTEMPTS; ; left--) {
    const household = await deps.handler.load(householdId);
    const file = opened(household?.state ?? initialState);
    const sealed =
      file.records.find((earlier) => earlier.recordId === recordId) ?? (await write(file, recordId));
    const { version, digest, subjectId } = sealed;
    const facts = async () => ({ ...(await sealing.facts?.()), sealed: { version, digest } });
    try {
      const read = { householdKey, household };
      const receipt = await give(deps, { viewer, householdId, command, facts, key, now, read });
      return { ...receipt, recordId, subjectId };
    } catch (error) {
      if (!(error instanceof SealedTooLate) || left === 1) throw error;
    }
  }

  async function write(file: OpenedHousehold, recordId: string) {
    const subjectId = await sealing.subject(file);
    const version = nextVersion(file, subjectId, dataClass);
    const place = { householdId, subjectId, dataClass, recordId, version };
    return { subjectId, ...(await deps.vault.write(place, content, now)) };
  }
}
