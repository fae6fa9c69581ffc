/** An append whose expectation is not met changes nothing, and the error says how things stand. */
import { WrongExpectedVersionError } from '@eventstore/db-client';
import { describe, expect, test } from '@jest/globals';
import { type Contract, collect, numbered, numberedFrom, numbersOf } from './contract.js';

const CREDENTIALS = { username: 'admin', password: 'changeit' };

/** The error of an append that must be refused. */
async function refusal(append: Promise<unknown>): Promise<WrongExpectedVersionError> {
  const error = await append.then(
    () => new Error('the append was accepted'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof WrongExpectedVersionError)) throw error;
  return error;
}

export function describeAppendConflicts(contract: Contract): void {
  describe('conflicts', () => {
    test('no stream was expected but there is one', async () => {
      const stream = contract.stream();
      await contract.append(stream, numberedFrom(1, 2), 'no_stream');
      const error = await refusal(contract.append(stream, numbered(3), 'no_stream'));
      expect(error.streamName).toBe(stream);
      expect(error.expectedVersion).toBe('no_stream');
      expect(error.actualVersion).toBe(1n);
    });

    test.each([
      ['an older revision', 0n],
      ['a revision that is not yet there', 7n],
      ['a revision beyond all others', 9_223_372_036_854_775_000n],
    ])('%s was expected', async (_, expected) => {
      const stream = contract.stream();
      await contract.append(stream, numberedFrom(1, 3), 'no_stream');
      const error = await refusal(contract.append(stream, numbered(4), expected));
      expect(error.expectedVersion).toBe(expected);
      expect(error.actualVersion).toBe(2n);
    });

    test('a revision was expected of a stream that does not exist', async () => {
      const error = await refusal(contract.append(contract.stream(), numbered(1), 0n));
      expect(error.expectedVersion).toBe(0n);
      expect(error.actualVersion).toBe('no_stream');
    });

    test('a stream was expected to exist', async () => {
      const error = await refusal(contract.append(contract.stream(), numbered(1), 'stream_exists'));
      expect(error.expectedVersion).toBe('stream_exists');
      expect(error.actualVersion).toBe('no_stream');
    });

    test('an append with its own credentials is refused in the same words', async () => {
      const stream = contract.stream();
      await contract.append(stream, numberedFrom(1, 3), 'no_stream');
      const append = contract.client.appendToStream(stream, numbered(4), {
        expectedRevision: 1n,
        credentials: CREDENTIALS,
      });
      const error = await refusal(append);
      expect(error.streamName).toBe(stream);
      expect(error.expectedVersion).toBe(1n);
      expect(error.actualVersion).toBe(2n);
    });

    test('a refused append leaves nothing behind', async () => {
      const stream = contract.stream();
      await contract.append(stream, numbered(1), 'no_stream');
      await refusal(contract.append(stream, numberedFrom(2, 20), 'no_stream'));
      expect(numbersOf(await collect(contract.client.readStream(stream)))).toEqual([1]);
    });

    test('of many who expect the same revision exactly one is accepted', async () => {
      const stream = contract.stream();
      await contract.append(stream, numbered(0), 'no_stream');
      const answers = await Promise.allSettled(
        numberedFrom(1, 40).map((event) => contract.append(stream, event, 0n)),
      );
      expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await collect(contract.client.readStream(stream))).toHaveLength(2);
    });

    test('a refusal does not disturb the appends around it', async () => {
      const taken = contract.stream();
      await contract.append(taken, numbered(0), 'no_stream');
      const answers = await Promise.allSettled(
        Array.from({ length: 60 }, (_, n) =>
          contract.append(n % 2 === 0 ? contract.stream() : taken, numbered(n), 'no_stream'),
        ),
      );
      expect(answers.map(({ status }) => status)).toEqual(
        Array.from({ length: 60 }, (_, n) => (n % 2 === 0 ? 'fulfilled' : 'rejected')),
      );
    });
  });
}
