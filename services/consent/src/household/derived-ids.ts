/**
 * Ids that must be known before the event that names them: the vault writes first. They are derived from the
 * command, so a retry finds what the first attempt wrote.
 */
import { commandIdOf, idWithin } from '@stezhka/event-store';
import type { SealNote, SealRecord } from './commands.js';

/** What a command is known by. */
export interface CommandScope {
  readonly user: string;
  readonly name: string;
  readonly target: string;
  readonly key: string;
}

/** The id that the command's decision gives under this label. */
export function idOf(secret: string, command: CommandScope, label: string): string {
  return idWithin(secret, commandIdOf(secret, command), label);
}

export const memberLabel = (n: number) => `member-${n}`;

/** With its content's fingerprint: another content under the same key is another record, which no event names. */
export const recordLabel = ({ contentFingerprint }: SealRecord | SealNote) => `record-${contentFingerprint}`;
