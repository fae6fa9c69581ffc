/** A subscription to a stream delivers what is there, then what comes, in order and without a gap. */
import { describe, expect, test } from '@jest/globals';
import { type Contract, numbered, numberedFrom, numbersOf, revisionsOf } from './contract.js';
import { following } from './followed.js';

export function describeStreamSubscriptions(contract: Contract): void {
  describe('subscriptions to a stream', () => {
    test('from the start: what was, that it has caught up, what comes', async () => {
      const stream = contract.stream();
      await contract.append(stream, numberedFrom(0, 5), 'no_stream');
      await following(contract.client.subscribeToStream(stream), async (followed) => {
        await followed.caughtUp;
        expect(numbersOf(followed.events)).toEqual([0, 1, 2, 3, 4]);
        await contract.append(stream, numberedFrom(5, 2), 4n);
        expect(numbersOf(await followed.until(7))).toEqual([0, 1, 2, 3, 4, 5, 6]);
      });
    });

    test('from a revision, which is left out', async () => {
      const stream = contract.stream();
      await contract.append(stream, numberedFrom(0, 5), 'no_stream');
      await following(contract.client.subscribeToStream(stream, { fromRevision: 2n }), async (followed) => {
        expect(numbersOf(await followed.until(2))).toEqual([3, 4]);
      });
    });

    test('from the end: only what comes', async () => {
      const stream = contract.stream();
      await contract.append(stream, numberedFrom(0, 5), 'no_stream');
      await following(
        contract.client.subscribeToStream(stream, { fromRevision: 'end' }),
        async (followed) => {
          await followed.caughtUp;
          await contract.append(stream, numbered(5), 4n);
          expect(numbersOf(await followed.until(1))).toEqual([5]);
        },
      );
    });

    test('to a stream that is created later', async () => {
      const stream = contract.stream();
      await following(contract.client.subscribeToStream(stream), async (followed) => {
        await followed.caughtUp;
        await contract.append(stream, numberedFrom(0, 2), 'no_stream');
        expect(numbersOf(await followed.until(2))).toEqual([0, 1]);
      });
    });

    test('only that stream', async () => {
      const [stream, other] = [contract.stream('one'), contract.stream('other')];
      await following(contract.client.subscribeToStream(stream), async (followed) => {
        await followed.caughtUp;
        await contract.append(other, numberedFrom(100, 10));
        await contract.append(stream, numbered(0));
        expect(numbersOf(await followed.until(1))).toEqual([0]);
      });
    });

    test('across the moment of catching up nothing is lost and nothing comes twice', async () => {
      const stream = contract.stream();
      const appends = numberedFrom(0, 600).map((event) => contract.append(stream, event));
      await following(contract.client.subscribeToStream(stream), async (followed) => {
        await Promise.all(appends);
        const events = await followed.until(600);
        expect(revisionsOf(events)).toEqual([...Array(600).keys()].map(BigInt));
      });
    });

    test('two subscribers each see everything', async () => {
      const stream = contract.stream();
      await following(contract.client.subscribeToStream(stream), async (one) => {
        await following(contract.client.subscribeToStream(stream), async (other) => {
          await contract.append(stream, numberedFrom(0, 20));
          expect(numbersOf(await one.until(20))).toEqual(numbersOf(await other.until(20)));
        });
      });
    });

    test('a subscription is confirmed with an id', async () => {
      const subscription = contract.client.subscribeToStream(contract.stream());
      await following(subscription, async (followed) => {
        await followed.confirmed;
        expect(subscription.id).toMatch(/\S/);
      });
    });

    test('after unsubscribing nothing comes, and others are not disturbed', async () => {
      const stream = contract.stream();
      await following(contract.client.subscribeToStream(stream), async (staying) => {
        const leaving = contract.client.subscribeToStream(stream);
        const seen: unknown[] = [];
        const ended = new Promise((resolve) => leaving.once('end', resolve).once('close', resolve));
        leaving.on('data', (event) => seen.push(event));
        await leaving.unsubscribe();
        await ended;
        await contract.append(stream, numberedFrom(0, 3));
        expect(numbersOf(await staying.until(3))).toEqual([0, 1, 2]);
        expect(seen).toEqual([]);
      });
    });
  });
}
