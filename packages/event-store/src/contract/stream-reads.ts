/** A stream is read in order, from either end, from any revision, and no further than asked. */
import { InvalidArgumentError, StreamNotFoundError } from '@eventstore/db-client';
import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  type Contract,
  collect,
  isIncreasing,
  numbered,
  numberedFrom,
  numbersOf,
  positionsOf,
  revisionsOf,
} from './contract.js';

export function describeStreamReads(contract: Contract): void {
  describe('reads of a stream', () => {
    let stream: string;
    beforeAll(async () => {
      stream = contract.stream();
      await contract.append(stream, numberedFrom(0, 20), 'no_stream');
    });

    test('from the start', async () => {
      const events = await collect(contract.client.readStream(stream));
      expect(numbersOf(events)).toEqual([...Array(20).keys()]);
      expect(revisionsOf(events)).toEqual([...Array(20).keys()].map(BigInt));
      expect(isIncreasing(positionsOf(events))).toBe(true);
      expect(events.map(({ commitPosition }) => commitPosition)).toEqual(positionsOf(events));
    });

    test('backwards from the end', async () => {
      const events = await collect(
        contract.client.readStream(stream, { direction: 'backwards', fromRevision: 'end', maxCount: 3 }),
      );
      expect(numbersOf(events)).toEqual([19, 18, 17]);
    });

    test('from a revision, which is read as well, in both directions', async () => {
      const fromRevision = 7n;
      const forwards = contract.client.readStream(stream, { fromRevision, maxCount: 2 });
      const backwards = contract.client.readStream(stream, {
        fromRevision,
        maxCount: 2,
        direction: 'backwards',
      });
      expect(numbersOf(await collect(forwards))).toEqual([7, 8]);
      expect(numbersOf(await collect(backwards))).toEqual([7, 6]);
    });

    test('backwards as far as the start', async () => {
      const events = await collect(
        contract.client.readStream(stream, { fromRevision: 2n, direction: 'backwards' }),
      );
      expect(numbersOf(events)).toEqual([2, 1, 0]);
    });

    test('from beyond the end: nothing', async () => {
      expect(await collect(contract.client.readStream(stream, { fromRevision: 20n }))).toEqual([]);
    });

    test('a limit beyond the end', async () => {
      expect(await collect(contract.client.readStream(stream, { maxCount: 1000 }))).toHaveLength(20);
    });

    test('a stream that does not exist is not found', async () => {
      const missing = contract.stream('missing');
      const error = await collect(contract.client.readStream(missing)).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(StreamNotFoundError);
      expect((error as StreamNotFoundError).streamName).toBe(missing);
    });

    test('a negative revision is refused by the client', () => {
      expect(() => contract.client.readStream(stream, { fromRevision: -1n })).toThrow(InvalidArgumentError);
    });

    test('thousands of events come in order, both ways', async () => {
      const long = contract.stream('long');
      await contract.append(long, numberedFrom(0, 3000), 'no_stream');
      const expected = [...Array(3000).keys()];
      expect(numbersOf(await collect(contract.client.readStream(long)))).toEqual(expected);
      const backwards = contract.client.readStream(long, { direction: 'backwards', fromRevision: 'end' });
      expect(numbersOf(await collect(backwards))).toEqual(expected.reverse());
    });

    test('what was acknowledged is read, every time', async () => {
      const own = contract.stream('own');
      for (let n = 0; n < 50; n++) {
        await contract.append(own, numbered(n), n === 0 ? 'no_stream' : BigInt(n - 1));
        const newest = contract.client.readStream(own, {
          direction: 'backwards',
          fromRevision: 'end',
          maxCount: 1,
        });
        expect(numbersOf(await collect(newest))).toEqual([n]);
      }
    });

    test('a read that is given up does no harm', async () => {
      const long = contract.stream('long');
      await contract.append(long, numberedFrom(0, 2000), 'no_stream');
      const read = contract.client.readStream(long);
      for await (const { event } of read) if (event?.revision === 5n) break;
      await read.cancel();
      expect(await collect(contract.client.readStream(stream))).toHaveLength(20);
    });
  });
}
