/**
 * Whether this installation has a part of the demonstration already: one look instead of hundreds of commands that
 * change nothing. The mark is set when everything of it is entered; after a crash half-way the part is entered again
 * from the start, and what was there stays as it is.
 */
import { createHash } from 'node:crypto';
import { claimKey, commandIdOf, holderOfKey } from '@stezhka/event-store';
import type { Composed } from '../composed.js';
import type { DemonstrationPart } from './part.js';

const user = 'demonstration';

/** True as well where an older version of the demonstration was entered: a second one beside it would be one too many. */
export async function enteredBefore({ stores, secret }: Composed, { name }: DemonstrationPart) {
  return (await holderOfKey(stores.events, secret, { user, key: name })) !== undefined;
}

export async function markEntered({ stores, secret }: Composed, part: DemonstrationPart): Promise<void> {
  const { name: key, actors, cases } = part;
  const version = createHash('sha256')
    .update(JSON.stringify([actors, cases]))
    .digest('hex');
  const commandId = commandIdOf(secret, { user, name: 'EnterDemonstration', target: version, key });
  await claimKey(stores.events, secret, { user, key, commandId });
}
