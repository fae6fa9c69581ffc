/** What a stream holds of people's acts since a moment: what the network concludes by itself is not counted. */
import type { EventStore } from '@stezhka/event-store';

export interface Effect {
  readonly type: string;
  readonly commandId: string;
}

/** `since`: a position in the store; undefined for an empty one. */
export async function effectsIn(
  store: EventStore,
  stream: string,
  since: bigint | undefined,
): Promise<readonly Effect[]> {
  const events = await store.read(stream, { leader: true });
  return events
    .filter(({ position }) => since === undefined || position > since)
    .filter(({ metadata }) => !metadata.causedBy.startsWith('system:'))
    .map(({ type, metadata }) => ({ type, commandId: metadata.commandId }));
}
