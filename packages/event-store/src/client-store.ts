/**
 * The event store behind the official client. There is exactly one client in a process: it keeps its pending
 * appends in one map for all connections, so the composition root makes it and everything shares it.
 */
import {
  ErrorType,
  type EventStoreDBClient,
  excludeSystemEvents,
  FORWARDS,
  jsonEvent,
  NO_STREAM,
  START,
} from '@eventstore/db-client';
import type { EventMetadata, RecordedEvent } from './events.js';
import { newestPosition } from './newest-position.js';
import { createPatience } from './patience.js';
import { readUntil } from './read-until.js';
import { type EventStore, RevisionConflict } from './store.js';
import { isOfType, isStoreAway } from './store-away.js';
import { subscribeTo } from './subscription.js';
import { createTail } from './tail.js';
import { type Upcasters, upcast } from './upcast.js';
import { createPauses, type Stored, type WholeStore } from './whole-store.js';

export interface EventStoreOptions {
  /** Made once per process from a connection string. */
  readonly client: EventStoreDBClient;
  readonly upcasters?: Upcasters;
  /** How many of the newest events are kept for readers in this process who fall behind. */
  readonly tailLength?: number;
  /** How long reads and appends wait for a store that is away, in milliseconds. */
  readonly patienceMs?: number;
}

export function createEventStore({
  client,
  upcasters = {},
  tailLength = 4_096,
  patienceMs = 10_000,
}: EventStoreOptions): EventStore {
  const recorded = (event: Stored): RecordedEvent => ({
    ...upcast(upcasters, { type: event.type, data: event.data as object }),
    id: event.id,
    metadata: event.metadata as unknown as EventMetadata,
    stream: event.streamId,
    revision: event.revision,
    position: event.position.commit,
    recordedAt: event.created,
  });

  const readForwards = async (stream: string, from: bigint | undefined, leader: boolean) => {
    const events: RecordedEvent[] = [];
    const found = client.readStream(stream, {
      direction: FORWARDS,
      fromRevision: from ?? START,
      requiresLeader: leader,
    });
    for await (const { event } of found) if (event?.isJson) events.push(recorded(event as Stored));
    return events;
  };

  const patience = createPatience({ lastsMs: patienceMs, isAway: isStoreAway });
  const whole: WholeStore = {
    async head() {
      const position = await newestPosition(client);
      patience.heard();
      return position;
    },
    open: (after) =>
      client.subscribeToAll({
        fromPosition: after === undefined ? START : { commit: after, prepare: after },
        filter: excludeSystemEvents(),
      }),
    recorded,
  };
  const tail = createTail(whole, tailLength);

  return {
    async append(stream, expected, events) {
      const batch = events.map(({ id, event, metadata }) =>
        jsonEvent({ id, type: event.type, data: event.data as never, metadata: { ...metadata } }),
      );
      const expectedRevision = expected === 'no_stream' ? NO_STREAM : expected;
      try {
        // By its ids and its exact revision the store knows an append that it has already taken.
        const append = () => client.appendToStream(stream, batch, { expectedRevision });
        const done = await patience.while(append);
        return { revision: done.nextExpectedRevision, position: done.position!.commit };
      } catch (error) {
        if (isOfType(error, ErrorType.WRONG_EXPECTED_VERSION)) throw new RevisionConflict(stream);
        throw error;
      }
    },

    async read(stream, { leader = false, from } = {}) {
      try {
        return await patience.while(() => readForwards(stream, from, leader));
      } catch (error) {
        if (isOfType(error, ErrorType.STREAM_NOT_FOUND)) return [];
        throw error;
      }
    },

    head: whole.head,

    subscribe: (options) => subscribeTo({ ...options, ...whole, tail }),

    async *follow(stream, { from, signal }) {
      const pauses = createPauses(signal);
      let last = from;
      while (!signal.aborted) {
        const before = last;
        try {
          const subscription = client.subscribeToStream(stream, { fromRevision: last ?? START });
          for await (const { event } of readUntil(subscription, signal)) {
            if (!event) continue;
            last = event.revision;
            if (event.isJson) yield recorded(event as Stored);
          }
        } catch (error) {
          if (!signal.aborted && !isStoreAway(error)) throw error;
        }
        await pauses.next(last !== before);
      }
    },

    async close() {
      tail.close();
      patience.end();
      await client.dispose();
    },
  };
}
