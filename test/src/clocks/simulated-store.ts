/** An event store in memory whose record time is the simulation's, and that finds a stream at once. */
import { type EventStore, type RecordedEvent, RevisionConflict } from '@stezhka/event-store';

export interface SimulatedStore extends EventStore {
  /** What happened to referrals, in the order in which it was written. */
  readonly log: readonly RecordedEvent[];
}

export function createSimulatedStore(now: () => Date): SimulatedStore {
  const log: RecordedEvent[] = [];
  let written = 0n;
  const streams = new Map<string, RecordedEvent[]>();
  const elsewhere = () => {
    throw new Error('not part of this store');
  };
  return {
    log,
    async append(stream, expected, events) {
      const past = streams.get(stream) ?? [];
      if ((expected === 'no_stream' ? -1n : expected) !== BigInt(past.length) - 1n)
        throw new RevisionConflict(stream);
      for (const { id, event, metadata } of events) {
        const place = { stream, revision: BigInt(past.length), position: ++written };
        const recorded = { ...event, id, metadata, ...place, recordedAt: now() };
        if (stream.startsWith('referral-')) log.push(recorded);
        past.push(recorded);
      }
      streams.set(stream, past);
      return { revision: BigInt(past.length) - 1n, position: written };
    },
    read: async (stream, { from = 0n } = {}) => (streams.get(stream) ?? []).slice(Number(from)),
    subscribe: elsewhere,
    follow: elsewhere,
    head: async () => (written === 0n ? undefined : written),
    close: async () => undefined,
  };
}
