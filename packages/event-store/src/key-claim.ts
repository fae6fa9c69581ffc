/**
 * One key, one command. The first command of a user that takes effect under a key claims it in a stream of the
 * key's own; the same key on another target or another kind of command is then refused. The stream holds the
 * command's id and nothing else (`decisions/0001-one-key-one-command.md`).
 */
import { Refusal } from '@stezhka/vocabulary';
import { eventIdOf, keyStreamOf } from './identity.js';
import { type EventStore, RevisionConflict } from './store.js';

interface Claim {
  readonly user: string;
  readonly key: string;
  readonly commandId: string;
}

/** @throws Refusal `IDEMPOTENCY_KEY_REUSED` when another command holds the key. */
export async function claimKey(store: EventStore, secret: string, claim: Claim): Promise<void> {
  // A workflow's key is the id of the event that it answers: nobody else can choose it.
  if (claim.user.startsWith('system:')) return;
  const { commandId } = claim;
  const stream = keyStreamOf(secret, claim.user, claim.key);
  const event = { type: 'CommandKeyClaimed.v1', data: { commandId } };
  const metadata = { commandId, payloadHash: '', causedBy: claim.user };
  try {
    await store.append(stream, 'no_stream', [
      { id: eventIdOf(secret, `${commandId}:claim`, 0n), event, metadata },
    ]);
  } catch (error) {
    if (!(error instanceof RevisionConflict)) throw error;
    const [holder] = await store.read(stream, { leader: true });
    if (holder?.metadata.commandId !== commandId) throw new Refusal('IDEMPOTENCY_KEY_REUSED');
  }
}

/** The id of the command that holds a user's key; undefined while nobody does. */
export async function holderOfKey(
  store: EventStore,
  secret: string,
  { user, key }: Pick<Claim, 'user' | 'key'>,
): Promise<string | undefined> {
  const [holder] = await store.read(keyStreamOf(secret, user, key), { leader: true });
  return holder?.metadata.commandId;
}
