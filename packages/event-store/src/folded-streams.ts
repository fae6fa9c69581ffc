/**
 * Streams as they were last folded, so that the next decision reads only what was appended since. It still asks the
 * leader each time, beginning with the last event that it knows: a store that was put back to an earlier day does not
 * have that event there, and the stream is folded anew.
 */
import type { Decider } from './decider.js';
import type { DomainEvent, RecordedEvent } from './events.js';
import type { EventStore } from './store.js';

/** What a command that took effect left behind: its last event, and the fingerprint of what it asked. */
export type Effect = Pick<RecordedEvent, 'revision' | 'position'> & { readonly payloadHash: string };

/** A stream folded up to its last event. */
export interface Folded<State> {
  readonly state: State;
  /** Its last event; absent where there is no stream. */
  readonly last?: Pick<RecordedEvent, 'id' | 'revision' | 'position'>;
  /** By command id. */
  readonly effects: ReadonlyMap<string, Effect>;
}

export interface FoldedStreams<State> {
  /** As it stands now at the leader. */
  read(stream: string): Promise<Folded<State>>;
}

/** How many streams are remembered; the one that was not asked for longest goes first. */
const MOST_STREAMS = 1_000;

export function createFoldedStreams<State, Event extends DomainEvent>(
  store: EventStore,
  { initialState, evolve }: Pick<Decider<State, unknown, Event, never>, 'initialState' | 'evolve'>,
): FoldedStreams<State> {
  const known = new Map<string, Folded<State>>();
  const nothing: Folded<State> = { state: initialState, effects: new Map() };

  function remember(stream: string, folded: Folded<State>): void {
    known.delete(stream);
    known.set(stream, folded);
    const [oldest] = known.keys();
    if (known.size > MOST_STREAMS) known.delete(oldest!);
  }

  /** What came after what is known; undefined where the store has another past than the one that is known. */
  async function since(stream: string, { last }: Folded<State>): Promise<RecordedEvent[] | undefined> {
    if (!last) return store.read(stream, { leader: true });
    const [known, ...rest] = await store.read(stream, { leader: true, from: last.revision });
    return known?.id === last.id ? rest : undefined;
  }

  function fold(before: Folded<State>, events: readonly RecordedEvent[]): Folded<State> {
    const newest = events.at(-1);
    if (!newest) return before;
    const effects = new Map(before.effects);
    for (const { metadata, revision, position } of events)
      effects.set(metadata.commandId, { payloadHash: metadata.payloadHash, revision, position });
    const state = events.reduce((now, event) => evolve(now, event as unknown as Event), before.state);
    const { id, revision, position } = newest;
    return { state, last: { id, revision, position }, effects };
  }

  return {
    async read(stream) {
      const before = known.get(stream) ?? nothing;
      const events = await since(stream, before);
      const folded = events
        ? fold(before, events)
        : fold(nothing, await store.read(stream, { leader: true }));
      if (folded.last) remember(stream, folded);
      return folded;
    },
  };
}
