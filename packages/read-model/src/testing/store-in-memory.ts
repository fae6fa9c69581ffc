/** An event store that keeps its events in an array: for specs of what reads events, where durability is no question. */
import { EventEmitter, on } from 'node:events';
import type { Delivery, DomainEvent, EventStore, RecordedEvent } from '@stezhka/event-store';
import { RevisionConflict } from '@stezhka/event-store';

export interface StoreInMemory extends EventStore {
  /** Append one event at whatever revision its stream has; returns its position. */
  happen(stream: string, event: DomainEvent): bigint;
}

export function createStoreInMemory(): StoreInMemory {
  const log: RecordedEvent[] = [];
  const news = new EventEmitter().setMaxListeners(0);

  const happen: StoreInMemory['happen'] = (stream, event) => {
    const position = BigInt(log.length * 100 + 7);
    const revision = BigInt(log.filter((past) => past.stream === stream).length);
    log.push({
      ...event,
      id: `00000000-0000-4000-8000-${String(position).padStart(12, '0')}`,
      metadata: { commandId: 'c', payloadHash: 'h', causedBy: 'system:spec' },
      stream,
      revision,
      position,
      recordedAt: new Date(Date.UTC(2026, 0, 1) + log.length),
    });
    news.emit('news');
    return position;
  };

  return {
    happen,
    async append(stream, expected, events) {
      const length = BigInt(log.filter((past) => past.stream === stream).length);
      if ((expected === 'no_stream' ? -1n : expected) !== length - 1n) throw new RevisionConflict(stream);
      let position = 0n;
      for (const { event } of events) position = happen(stream, event);
      return { revision: length + BigInt(events.length) - 1n, position };
    },
    read: async (stream, { from = 0n } = {}) =>
      log.filter((event) => event.stream === stream && event.revision >= from),
    async *subscribe({ prefixes, after, signal }): AsyncGenerator<Delivery> {
      let next = after === undefined ? 0 : log.findIndex(({ position }) => position > after);
      if (next < 0) next = log.length;
      let caughtUp = false;
      const heard = on(news, 'news', { signal });
      try {
        for (;;) {
          for (; next < log.length; next += 1) {
            const event = log[next]!;
            const wanted = prefixes.some((prefix) => event.stream.startsWith(prefix));
            yield wanted ? { kind: 'event', event } : { kind: 'checkpoint', position: event.position };
          }
          if (!caughtUp) yield { kind: 'caught-up' };
          caughtUp = true;
          await heard.next();
        }
      } catch (error) {
        if (!signal.aborted) throw error;
      }
    },
    // biome-ignore lint/correctness/useYield: projections follow the whole store, never one stream
    async *follow() {
      throw new Error('not part of this store');
    },
    head: async () => log.at(-1)?.position,
    close: async () => undefined,
  };
}
