/**
 * The code is never kept. It is made anew from the installation's secret and the command that asked for it, so that a
 * retry shows the same one; what is kept is a hash that nobody can make who has no secret.
 */
import { createHash } from 'node:crypto';
import { type CommandScope, commandIdOf, idWithin } from '@stezhka/event-store';
import { authorityCodeOf } from '@stezhka/vocabulary';

export function secretCodeOf(secret: string, scope: CommandScope): string {
  const derived = idWithin(secret, commandIdOf(secret, scope), 'authority-code');
  return authorityCodeOf(createHash('sha256').update(derived).digest());
}

/** What a code is called wherever it is written down. */
export function codeIdOf(secret: string, code: string): string {
  return idWithin(secret, code, 'authority-code-id');
}
