import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Delivery } from './events.js';
import { hear, place, type StoreAtWork, startStore } from './testing/store-at-work.js';

let at: StoreAtWork;
let ending: AbortController;
beforeEach(async () => {
  at = await startStore();
  ending = new AbortController();
});
afterEach(async () => {
  ending.abort();
  await at.stop();
});

const parcels = (after?: bigint) =>
  hear(
    at.store.subscribe({
      ...{ prefixes: ['parcel-'], signal: ending.signal },
      ...(after === undefined ? {} : { after }),
    }),
  );
const said = (items: readonly Delivery[]) =>
  items.map((one) => (one.kind === 'event' ? place(one.event) : one.kind));
const caughtUp = (items: readonly Delivery[]) => items.some(({ kind }) => kind === 'caught-up');
const events = (count: number) => (items: readonly Delivery[]) =>
  items.filter(({ kind }) => kind === 'event').length >= count;

describe('a subscription', () => {
  it('tells what has happened, that this was all, and what happens then', async () => {
    await at.happen('parcel-1');
    await at.happen('parcel-2');
    const heard = parcels();
    await heard.until(caughtUp);
    await at.happen('parcel-1');
    await heard.until(events(3));
    expect(said(heard.items)).toEqual(['parcel-1 0', 'parcel-2 0', 'caught-up', 'parcel-1 1']);
  });

  it('has caught up at once where nothing has happened', async () => {
    const heard = parcels();
    await heard.until(caughtUp);
    await at.happen('parcel-1');
    await heard.until(events(1));
    expect(said(heard.items)).toEqual(['caught-up', 'parcel-1 0']);
  });

  it('passes over foreign streams and says how far it has looked', async () => {
    const foreign = await at.happen('letter-1');
    await at.happen('parcel-1');
    const last = await at.happen('parcelling-1');
    const heard = parcels();
    await heard.until(caughtUp);
    expect(heard.items).toMatchObject([
      { kind: 'checkpoint', position: foreign },
      { kind: 'event', event: { stream: 'parcel-1' } },
      { kind: 'checkpoint', position: last },
      { kind: 'caught-up' },
    ]);
  });

  it('resumes after a position, and not at it', async () => {
    const first = await at.happen('parcel-1');
    await at.happen('parcel-1');
    const heard = parcels(first);
    await heard.until(caughtUp);
    expect(said(heard.items)).toEqual(['parcel-1 1', 'caught-up']);
    const atTheEnd = parcels(await at.store.head());
    await atTheEnd.until(caughtUp);
    expect(said(atTheEnd.items)).toEqual(['caught-up']);
  });

  it('goes on where it was when the server comes back: nothing twice, nothing left out', async () => {
    await at.happen('parcel-1');
    const heard = parcels();
    await heard.until(caughtUp);
    await at.restart();
    await happenAgain();
    await at.restart();
    await happenAgain();
    await heard.until(events(3));
    expect(said(heard.items)).toEqual(['parcel-1 0', 'caught-up', 'parcel-1 1', 'parcel-1 2']);
  });

  it('ends with its signal, also one that was given before it began', async () => {
    const heard = parcels();
    await heard.until(caughtUp);
    ending.abort();
    await heard.ended;
    const never = parcels();
    await never.ended;
    expect(never.items).toEqual([]);
  });

  it('stops at an event that it cannot read, and does not pass over it', async () => {
    const unreadable = await startStore({
      upcasters: {
        'ParcelTorn.v1': () => {
          throw new Error('torn');
        },
      },
    });
    try {
      await unreadable.happen('parcel-1');
      await unreadable.happen('parcel-2', 'ParcelTorn.v1');
      await unreadable.happen('parcel-3');
      const heard = hear(unreadable.store.subscribe({ prefixes: ['parcel-'], signal: ending.signal }));
      await expect(heard.ended).rejects.toThrow('of parcel-2 cannot be read');
      expect(said(heard.items)).toEqual(['parcel-1 0']);
    } finally {
      await unreadable.stop();
    }
  });

  it('hears what is new with all others, and what is past alone', async () => {
    await at.happenTogether('parcel-1', 50);
    const [one, other] = [parcels(), parcels()];
    await Promise.all([one.until(caughtUp), other.until(caughtUp)]);
    await at.happen('parcel-2');
    await Promise.all([one.until(events(51)), other.until(events(51))]);
    const eventOf = (delivery: Delivery | undefined) => delivery?.kind === 'event' && delivery.event;
    expect(eventOf(one.items.at(-1))).toBe(eventOf(other.items.at(-1)));
    expect(eventOf(one.items[0])).not.toBe(eventOf(other.items[0]));
    expect(said(one.items)).toEqual(said(other.items));
  });

  describe('that is slower than the tail of the store is long', () => {
    let short: StoreAtWork;
    beforeEach(async () => {
      short = await startStore({ tailLength: 10 });
    });
    afterEach(() => short.stop());
    const all = () => ({ prefixes: ['parcel-'], signal: ending.signal });
    const eventOf = (delivery: Delivery | undefined) => delivery?.kind === 'event' && delivery.event;

    /** Takes one delivery at a time, when it is told to. */
    function slowly() {
      const reading = short.store.subscribe(all())[Symbol.asyncIterator]();
      const taken: Delivery[] = [];
      return {
        taken,
        async take(count: number) {
          for (let n = 0; n < count; n++) taken.push((await reading.next()).value);
        },
      };
    }

    it.each([
      ['at an event', 6],
      ['where it has caught up', 1],
    ])('and pauses %s reads on from the store, and comes back', async (_, taking) => {
      const quick = hear(short.store.subscribe(all()));
      await quick.until(caughtUp);
      const slow = slowly();
      await slow.take(1);
      for (let n = 1; n < taking; n++) await short.happen('parcel-1');
      await slow.take(taking - 1);
      await short.happenTogether('parcel-2', 60);
      await quick.until(events(59 + taking));
      await slow.take(quick.items.length - slow.taken.length);
      await short.happen('parcel-1');
      await quick.until(events(60 + taking));
      await slow.take(1);
      expect(said(slow.taken)).toEqual(said(quick.items));
      expect(eventOf(slow.taken.at(-1))).toBe(eventOf(quick.items.at(-1)));
    });
  });

  it('that is ahead of the others in its process hears nothing twice', async () => {
    const heard = parcels();
    await heard.until(caughtUp);
    const last = await at.happen('parcel-1');
    // Begun before the tail has heard of it, as far as anybody can tell.
    const ahead = parcels(last);
    await ahead.until(caughtUp);
    await at.happen('parcel-2');
    await ahead.until(events(1));
    expect(said(ahead.items)).toEqual(['caught-up', 'parcel-2 0']);
  });

  it('leaves nothing open in the client, wherever its reader stops', async () => {
    // More than the client keeps ready for a reader who is slow.
    await at.happenTogether('parcel-1', 100);
    const lasting = new Set(openStreams());
    for (let n = 0; n < 10; n++) {
      for await (const { kind } of at.store.subscribe({ prefixes: ['parcel-'], signal: ending.signal }))
        if (kind === 'event') break;
      for await (const _ of at.store.follow('parcel-1', { signal: ending.signal })) break;
      await at.store.head();
    }
    const heard = parcels();
    await heard.until(caughtUp);
    ending.abort();
    await heard.ended;
    const left = openStreams().filter((stream) => !lasting.has(stream));
    await Promise.allSettled(left.map((stream) => finished(stream)));
    expect(openStreams().filter((stream) => !lasting.has(stream))).toEqual([]);
  });
});

/** What the client would have to end when it is closed. */
function openStreams(): Readable[] {
  const { disposableStreams } = at.client as unknown as { disposableStreams: Set<Readable> };
  return [...disposableStreams];
}

/** A client that has just lost its server says so once or twice before it has a new connection. */
async function happenAgain(): Promise<bigint> {
  for (;;) {
    try {
      return await at.happen('parcel-1');
    } catch (error) {
      if ((error as { type?: string }).type !== 'unavailable') throw error;
    }
  }
}

describe('the head', () => {
  it('is nowhere in an empty store', async () => {
    expect(await at.store.head()).toBeUndefined();
  });

  it('is the newest event that is delivered, however much the server notes for itself', async () => {
    const last = await at.happen('parcel-1');
    for (let n = 0; n < 20; n++) await at.client.setStreamMetadata('parcel-1', { maxAge: 1_000 + n });
    expect(await at.store.head()).toBe(last);
    const heard = parcels();
    await heard.until(caughtUp);
    expect(said(heard.items)).toEqual(['parcel-1 0', 'caught-up']);
    expect(await at.store.head()).toBe(last);
  });

  it('is undefined where only the server has written', async () => {
    await at.client.setStreamMetadata('parcel-1', { maxAge: 1_000 });
    expect(await at.store.head()).toBeUndefined();
  });
});

describe('following one stream', () => {
  it('begins before the stream does, hears of no other, and ends with its signal', async () => {
    const heard = hear(at.store.follow('parcel-1', { signal: ending.signal }));
    await at.happen('parcel-2');
    await at.happen('parcel-1');
    await at.happen('parcel-1');
    await heard.until((items) => items.length === 2);
    ending.abort();
    await heard.ended;
    expect(heard.items.map(place)).toEqual(['parcel-1 0', 'parcel-1 1']);
  });

  it('goes on after a revision', async () => {
    for (let n = 0; n < 3; n++) await at.happen('parcel-1');
    const heard = hear(at.store.follow('parcel-1', { from: 0n, signal: ending.signal }));
    await heard.until((items) => items.length === 2);
    expect(heard.items.map(place)).toEqual(['parcel-1 1', 'parcel-1 2']);
  });

  it('ends at once under a signal that was given before', async () => {
    ending.abort();
    const heard = hear(at.store.follow('parcel-1', { signal: ending.signal }));
    await heard.ended;
  });

  it('goes on where it was when the server goes away and comes back', async () => {
    const heard = hear(at.store.follow('parcel-1', { signal: ending.signal }));
    await at.happen('parcel-1');
    await heard.until((items) => items.length === 1);
    await at.restart();
    await at.happen('parcel-1');
    await heard.until((items) => items.length === 2);
    ending.abort();
    await heard.ended;
    expect(heard.items.map(place)).toEqual(['parcel-1 0', 'parcel-1 1']);
  });
});
