import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createCommandHandler } from './commands.js';
import { createFoldedStreams } from './folded-streams.js';
import type { EventStore } from './store.js';
import { type StoreAtWork, startStore } from './testing/store-at-work.js';

/** Counts what was put on a shelf. */
const counting = {
  initialState: 0,
  evolve: (count: number) => count + 1,
  decide: () => [{ type: 'ParcelPut.v1', data: {} }],
};

let at: StoreAtWork;
beforeAll(async () => {
  at = await startStore();
});
afterAll(() => at.stop());

const newStream = () => `shelf-${randomUUID()}`;
const put = (stream: string, expected: bigint | 'no_stream', commandId: string = randomUUID()) =>
  at.store.append(stream, expected, [
    {
      id: randomUUID(),
      event: { type: 'ParcelPut.v1', data: {} },
      metadata: { commandId, payloadHash: 'hash', causedBy: 'iryna' },
    },
  ]);

/** The store, with what was read from it written down: from which revision, and how many events came. */
function watched(): {
  readonly store: EventStore;
  readonly reads: (readonly [bigint | undefined, number])[];
} {
  const reads: (readonly [bigint | undefined, number])[] = [];
  const read: EventStore['read'] = async (stream, options) => {
    const events = await at.store.read(stream, options);
    reads.push([options?.from, events.length]);
    return events;
  };
  return { store: { ...at.store, read }, reads };
}

describe('a folded stream', () => {
  it('is read once, and from then on only what is new of it', async () => {
    const { store, reads } = watched();
    const streams = createFoldedStreams(store, counting);
    const stream = newStream();
    expect(await streams.read(stream)).toEqual({ state: 0, effects: new Map() });
    await put(stream, 'no_stream');
    await put(stream, 0n);
    expect(await streams.read(stream)).toMatchObject({ state: 2, last: { revision: 1n } });
    await put(stream, 1n);
    expect(await streams.read(stream)).toMatchObject({ state: 3, last: { revision: 2n } });
    expect(await streams.read(stream)).toMatchObject({ state: 3, last: { revision: 2n } });
    // The last event that is known is read again each time: it tells that this is still the same past.
    expect(reads).toEqual([
      [undefined, 0],
      [undefined, 2],
      [1n, 2],
      [2n, 1],
    ]);
  });

  it('keeps every command that took effect in it, whenever it was read', async () => {
    const streams = createFoldedStreams(at.store, counting);
    const stream = newStream();
    const first = await put(stream, 'no_stream', 'first');
    await streams.read(stream);
    const second = await put(stream, 0n, 'second');
    const { effects } = await streams.read(stream);
    expect([...effects]).toEqual([
      ['first', { payloadHash: 'hash', ...first }],
      ['second', { payloadHash: 'hash', ...second }],
    ]);
  });

  it('is the same for two who read at once, and whoever reads after them', async () => {
    const { store, reads } = watched();
    const streams = createFoldedStreams(store, counting);
    const stream = newStream();
    await put(stream, 'no_stream');
    await streams.read(stream);
    await put(stream, 0n);
    const [one, other] = await Promise.all([streams.read(stream), streams.read(stream)]);
    expect(one).toMatchObject({ state: 2, last: { revision: 1n } });
    expect(other).toEqual(one);
    await put(stream, 1n);
    expect(await streams.read(stream)).toMatchObject({ state: 3, last: { revision: 2n } });
    expect(reads.at(-1)).toEqual([1n, 2]);
  });
});

describe('a store that was put back to an earlier day', () => {
  /** Of each stream it has, once it is put back, what another one has become. */
  function puttable() {
    let back = false;
    const named = (stream: string) => (back ? `${stream}-back` : stream);
    const store: EventStore = {
      ...at.store,
      append: (stream, expected, events) => at.store.append(named(stream), expected, events),
      read: (stream, options) => at.store.read(named(stream), options),
    };
    return {
      store,
      putBack: () => {
        back = true;
      },
    };
  }

  it.each([
    ['ends before', 1],
    ['ends where', 2],
    ['has grown past', 3],
  ])('and %s the stream was known to end is read anew', async (_, length) => {
    const { store, putBack } = puttable();
    const streams = createFoldedStreams(store, counting);
    const stream = newStream();
    await put(stream, 'no_stream', 'lost');
    await put(stream, 0n);
    await streams.read(stream);
    for (let n = 0; n < length; n++) await put(`${stream}-back`, n === 0 ? 'no_stream' : BigInt(n - 1));
    putBack();
    const { state, effects } = await streams.read(stream);
    expect([state, effects.size, effects.has('lost')]).toEqual([length, length, false]);
  });

  it('goes on deciding', async () => {
    const { store, putBack } = puttable();
    const handler = createCommandHandler({ store, category: 'shelf', decider: counting, secret: 'a secret' });
    const request = { name: 'Put', command: {}, facts: undefined, user: 'oksana', now: new Date(0) };
    const { id } = await handler.handle({ ...request, target: 'new', key: 'one' });
    await handler.handle({ ...request, target: id, key: 'two' });
    await put(`shelf-${id}-back`, 'no_stream');
    putBack();
    expect(await handler.handle({ ...request, target: id, key: 'three' })).toMatchObject({ revision: 1n });
  });
});
