/** What other services publish, and waiting for what follows from it. */
import type { DomainEvent, EventStore, RecordedEvent } from '@stezhka/event-store';

/** The first event of a stream that is like this; the test's own time limit is the only one. */
export async function happens(
  store: EventStore,
  stream: string,
  like: (event: RecordedEvent) => boolean,
): Promise<RecordedEvent> {
  const ending = new AbortController();
  try {
    for await (const event of store.follow(stream, { signal: ending.signal })) if (like(event)) return event;
  } finally {
    ending.abort();
  }
  throw new Error('the stream ended');
}

/** A stream of another service, as it publishes it. */
export async function published(
  store: EventStore,
  stream: string,
  ...events: readonly DomainEvent[]
): Promise<void> {
  const metadata = { commandId: stream, payloadHash: '', causedBy: 'system:spec' };
  const numbered = events.map((event, n) => ({
    id: `0000000${n}-0000-4000-8000-${Buffer.from(stream).toString('hex').padStart(12, '0').slice(-12)}`,
    event,
    metadata,
  }));
  await store.append(stream, 'no_stream', numbered);
}
