/** A subscription to all streams goes on from any position that an event was ever delivered with. */
import { type Position, streamNameFilter } from '@eventstore/db-client';
import { describe, expect, test } from '@jest/globals';
import { type Contract, isIncreasing, numbered, numberedFrom, numbersOf, positionsOf } from './contract.js';
import { following } from './followed.js';

export function describeAllSubscriptions(contract: Contract): void {
  /** Where the store stands now. */
  const now = async (): Promise<Position> => {
    const { position } = await contract.append(contract.stream('marker'), numbered(0));
    if (position === undefined) throw new Error('the append has no position');
    return position;
  };

  describe('subscriptions to all streams', () => {
    test('after a position, which is left out', async () => {
      const stream = contract.stream();
      const first = await contract.append(stream, numbered(0));
      await contract.append(stream, numberedFrom(1, 3));
      const subscription = contract.client.subscribeToAll({
        fromPosition: first.position ?? 'start',
        filter: streamNameFilter({ prefixes: [stream] }),
      });
      await following(subscription, async (followed) => {
        expect(numbersOf(await followed.until(3))).toEqual([1, 2, 3]);
      });
    });

    test('from the end: only what comes', async () => {
      const stream = contract.stream();
      await contract.append(stream, numberedFrom(0, 5));
      const filter = streamNameFilter({ prefixes: [stream] });
      await following(contract.client.subscribeToAll({ fromPosition: 'end', filter }), async (followed) => {
        await followed.caughtUp;
        await contract.append(stream, numbered(5));
        expect(numbersOf(await followed.until(1))).toEqual([5]);
      });
    });

    test('without a filter, from a position: everything in the order of writing', async () => {
      const fromPosition = await now();
      const streams = Array.from({ length: 10 }, () => contract.stream());
      await following(contract.client.subscribeToAll({ fromPosition }), async (followed) => {
        await Promise.all(
          Array.from({ length: 300 }, (_, n) => contract.append(streams[n % 10] ?? '', numbered(n))),
        );
        const events = await followed.until(300);
        expect(isIncreasing(positionsOf(events))).toBe(true);
        expect(positionsOf(events)[0]).toBeGreaterThan(fromPosition.commit);
      });
    });

    test('taken up again after each event, nothing is lost and nothing comes twice', async () => {
      const stream = contract.stream();
      const filter = streamNameFilter({ prefixes: [stream] });
      let fromPosition = await now();
      await contract.append(stream, numberedFrom(0, 12));
      const seen: number[] = [];
      while (seen.length < 12)
        await following(contract.client.subscribeToAll({ fromPosition, filter }), async (followed) => {
          const [next] = await followed.until(1);
          seen.push(...numbersOf(next === undefined ? [] : [next]));
          fromPosition = next?.event?.position ?? fromPosition;
        });
      expect(seen).toEqual([...Array(12).keys()]);
    });

    test('a slow reader gets everything', async () => {
      const stream = contract.stream();
      const fromPosition = await now();
      await contract.append(stream, numberedFrom(0, 2000));
      const filter = streamNameFilter({ prefixes: [stream] });
      const subscription = contract.client.subscribeToAll({ fromPosition, filter });
      const seen: number[] = [];
      for await (const event of subscription) {
        await new Promise((resolve) => setImmediate(resolve));
        seen.push(...numbersOf([event]));
        if (seen.length === 2000) break;
      }
      await subscription.unsubscribe();
      expect(seen).toEqual([...Array(2000).keys()]);
    });
  });
}
