/**
 * Streams as they were last folded, so that the next decision reads only what was appended since. It still asks the
 * leader each time, and nothing rests on this memory: where it is wrong, because the store was put back to an earlier
 * day, the append conflicts and the stream is folded anew from its beginning.
 */
import type { Decider } from './decider.js';
import type { DomainEvent, RecordedEvent } from './events.js';
import type { EventStore } from './store.js';

/** What a command that took effect left behind: its last event, and the fingerprint of what it asked. */
export type Effect = Pick<RecordedEvent, 'revision' | 'position'> & { readonly payloadHash: string };

/** A stream folded up to its last event. */
export interface Folded<State> {
  readonly state: State;
  /** Where it ends; absent where there is no stream. */
  readonly last?: Pick<RecordedEvent, 'revision' | 'position'>;
  /** By command id. */
  readonly effects: ReadonlyMap<string, Effect>;
}

export interface FoldedStreams<State> {
  /** As it stands now at the leader. */
  read(stream: string): Promise<Folded<State>>;
  /** What was remembered of it led to a conflict. */
  forget(stream: string): void;
}

/** How many streams are remembered; the one that was not asked for longest goes first. */
const MOST_STREAMS = 1_000;

export function createFoldedStreams<State, Event extends DomainEvent>(
  store: EventStore,
  { initialState, evolve }: Pick<Decider<State, unknown, Event, never>, 'initialState' | 'evolve'>,
): FoldedStreams<State> {
  const known = new Map<string, Folded<State>>();

  function remember(stream: string, folded: Folded<State>): void {
    known.delete(stream);
    known.set(stream, folded);
    const [oldest] = known.keys();
    if (known.size > MOST_STREAMS) known.delete(oldest!);
  }

  return {
    async read(stream) {
      const before = known.get(stream);
      const from = before?.last && before.last.revision + 1n;
      const since = await store.read(stream, { leader: true, ...(from === undefined ? {} : { from }) });
      const newest = since.at(-1);
      if (!newest) return before ?? { state: initialState, effects: new Map() };
      const effects = new Map(before?.effects);
      for (const { metadata, revision, position } of since)
        effects.set(metadata.commandId, { payloadHash: metadata.payloadHash, revision, position });
      const state = since.reduce(
        (now, event) => evolve(now, event as unknown as Event),
        before?.state ?? initialState,
      );
      const { revision, position } = newest;
      const folded = { state, last: { revision, position }, effects };
      const kept = known.get(stream)?.last;
      if (!kept || kept.revision < revision) remember(stream, folded);
      return folded;
    },
    forget: (stream) => void known.delete(stream),
  };
}
