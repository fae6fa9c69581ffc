/** An append that meets its expectation is written as one unit, and its receipt says where. */
import { describe, expect, test } from '@jest/globals';
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

export function describeAppends(contract: Contract): void {
  describe('appends', () => {
    test('the first append to a new stream gives revision 0', async () => {
      const receipt = await contract.append(contract.stream(), numbered(1), 'no_stream');
      expect(receipt.success).toBe(true);
      expect(receipt.nextExpectedRevision).toBe(0n);
      expect(receipt.position?.commit).toBeGreaterThan(0n);
    });

    test('the receipt names the last event, the one that the next append expects', async () => {
      const stream = contract.stream();
      const receipt = await contract.append(stream, numberedFrom(1, 3), 'no_stream');
      const next = await contract.append(stream, numbered(4), receipt.nextExpectedRevision);
      const events = await collect(contract.client.readStream(stream));
      expect(receipt.nextExpectedRevision).toBe(2n);
      expect(next.nextExpectedRevision).toBe(3n);
      expect(numbersOf(events)).toEqual([1, 2, 3, 4]);
      expect(positionsOf(events)[2]).toBe(receipt.position?.commit);
      expect(positionsOf(events)[3]).toBe(next.position?.commit);
    });

    test('any revision fits a missing stream and an existing one', async () => {
      const stream = contract.stream();
      expect((await contract.append(stream, numbered(1), 'any')).nextExpectedRevision).toBe(0n);
      expect((await contract.append(stream, numbered(2), 'any')).nextExpectedRevision).toBe(1n);
    });

    test('an existing stream takes an append that expects it to exist', async () => {
      const stream = contract.stream();
      await contract.append(stream, numbered(1), 'no_stream');
      expect((await contract.append(stream, numbered(2), 'stream_exists')).nextExpectedRevision).toBe(1n);
    });

    test('several events of one append stand side by side, in order', async () => {
      const stream = contract.stream();
      await Promise.all([
        contract.append(stream, numberedFrom(0, 50)),
        contract.append(stream, numberedFrom(100, 50)),
      ]);
      const events = await collect(contract.client.readStream(stream));
      const numbers = numbersOf(events);
      const [first, second] = numbers[0] === 0 ? [0, 100] : [100, 0];
      expect(numbers).toEqual(
        [...Array(50).keys()].map((n) => n + first).concat([...Array(50).keys()].map((n) => n + second)),
      );
      expect(revisionsOf(events)).toEqual([...Array(100).keys()].map(BigInt));
      expect(isIncreasing(positionsOf(events))).toBe(true);
    });

    test('an append that travels in many parts is still one unit', async () => {
      const stream = contract.stream();
      const options = { expectedRevision: 'no_stream', batchAppendSize: 512 } as const;
      const receipt = await contract.client.appendToStream(stream, numberedFrom(0, 300), options);
      expect(receipt.nextExpectedRevision).toBe(299n);
      expect(numbersOf(await collect(contract.client.readStream(stream)))).toEqual([...Array(300).keys()]);
    });

    test('hundreds of appends at once all succeed, each in its stream', async () => {
      const streams = Array.from({ length: 400 }, () => contract.stream());
      const receipts = await Promise.all(
        streams.map((stream, n) => contract.append(stream, numbered(n), 'no_stream')),
      );
      expect(receipts.every(({ nextExpectedRevision }) => nextExpectedRevision === 0n)).toBe(true);
      expect(new Set(receipts.map(({ position }) => position?.commit)).size).toBe(400);
    });

    test('appends of any revision to one stream at once are put in a row', async () => {
      const stream = contract.stream();
      const receipts = await Promise.all(numberedFrom(0, 200).map((event) => contract.append(stream, event)));
      const revisions = receipts.map(({ nextExpectedRevision }) => nextExpectedRevision);
      expect(new Set(revisions).size).toBe(200);
      expect(revisionsOf(await collect(contract.client.readStream(stream)))).toHaveLength(200);
    });

    test('an append may bring its own credentials', async () => {
      const stream = contract.stream();
      const credentials = { username: 'admin', password: 'changeit' };
      const receipt = await contract.client.appendToStream(stream, numberedFrom(1, 2), {
        expectedRevision: 'no_stream',
        credentials,
      });
      expect(receipt.nextExpectedRevision).toBe(1n);
      expect(receipt.position?.commit).toBeGreaterThan(0n);
    });
  });
}
