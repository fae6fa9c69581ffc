/**
 * An append that is sent again is answered again and written once. With an exact expectation that holds for as
 * long as the events are there; without one only for events that were written recently.
 */
import { type AppendExpectedRevision, WrongExpectedVersionError } from '@eventstore/db-client';
import { describe, expect, test } from '@jest/globals';
import { type Contract, collect, numbered, numberedFrom, numbersOf } from './contract.js';

export function describeIdempotency(contract: Contract): void {
  describe('idempotency', () => {
    test.each<[string, AppendExpectedRevision]>([
      ['no stream', 'no_stream'],
      ['any revision', 'any'],
    ])('an append to a new stream that expects %s is written once', async (_, expected) => {
      const stream = contract.stream();
      const events = numberedFrom(1, 3);
      const first = await contract.append(stream, events, expected);
      const second = await contract.append(stream, events, expected);
      expect(second.nextExpectedRevision).toBe(first.nextExpectedRevision);
      expect(numbersOf(await collect(contract.client.readStream(stream)))).toEqual([1, 2, 3]);
    });

    test.each<[string, AppendExpectedRevision]>([
      ['the revision', 0n],
      ['the stream to exist', 'stream_exists'],
    ])('an append that expects %s is written once', async (_, expected) => {
      const stream = contract.stream();
      const events = numberedFrom(2, 2);
      await contract.append(stream, numbered(1), 'no_stream');
      const first = await contract.append(stream, events, expected);
      const second = await contract.append(stream, events, expected);
      expect(second.nextExpectedRevision).toBe(first.nextExpectedRevision);
      expect(numbersOf(await collect(contract.client.readStream(stream)))).toEqual([1, 2, 3]);
    });

    test('with an exact expectation it is known again after the stream has gone on', async () => {
      const stream = contract.stream();
      const creation = numbered(1);
      const second = numberedFrom(2, 2);
      await contract.append(stream, creation, 'no_stream');
      await contract.append(stream, second, 0n);
      await contract.append(stream, numberedFrom(4, 3), 2n);
      expect((await contract.append(stream, creation, 'no_stream')).success).toBe(true);
      expect((await contract.append(stream, second, 0n)).nextExpectedRevision).toBe(2n);
      expect(numbersOf(await collect(contract.client.readStream(stream)))).toEqual([1, 2, 3, 4, 5, 6]);
    });

    test('the same append many times at once is written once', async () => {
      const stream = contract.stream();
      const event = numbered(1);
      const receipts = await Promise.all(
        Array.from({ length: 30 }, () => contract.append(stream, event, 'no_stream')),
      );
      expect(receipts.every(({ nextExpectedRevision }) => nextExpectedRevision === 0n)).toBe(true);
      expect(await collect(contract.client.readStream(stream))).toHaveLength(1);
    });

    test.each<[string, AppendExpectedRevision]>([
      ['no stream', 'no_stream'],
      ['any revision', 'any'],
    ])('an append of which only a part is known is refused (%s)', async (_, expected) => {
      const stream = contract.stream();
      const known = numbered(1);
      await contract.append(stream, known, 'no_stream');
      await expect(contract.append(stream, [known, numbered(2)], expected)).rejects.toBeInstanceOf(
        WrongExpectedVersionError,
      );
      expect(numbersOf(await collect(contract.client.readStream(stream)))).toEqual([1]);
    });

    test('an id is known in its own stream only', async () => {
      const event = numbered(1);
      const [one, other] = [contract.stream('one'), contract.stream('other')];
      await contract.append(one, event);
      await contract.append(other, event);
      expect(await collect(contract.client.readStream(other))).toHaveLength(1);
    });
  });
}
