/** A stream can be hidden, to be continued or not, and it can be ended for ever. */
import { StreamDeletedError, StreamNotFoundError, WrongExpectedVersionError } from '@eventstore/db-client';
import { describe, expect, test } from '@jest/globals';
import { type Contract, collect, numbered, numberedFrom, numbersOf, revisionsOf } from './contract.js';

export function describeDeletions(contract: Contract): void {
  const created = async (count = 3): Promise<string> => {
    const stream = contract.stream();
    await contract.append(stream, numberedFrom(0, count), 'no_stream');
    return stream;
  };
  const read = (stream: string) => collect(contract.client.readStream(stream));

  describe('deletion', () => {
    test('a deleted stream is not found', async () => {
      const stream = await created();
      const { position } = await contract.client.deleteStream(stream, { expectedRevision: 2n });
      expect(position?.commit).toBeGreaterThan(0n);
      await expect(read(stream)).rejects.toBeInstanceOf(StreamNotFoundError);
    });

    test('the expectation is checked', async () => {
      const stream = await created();
      const error = await contract.client
        .deleteStream(stream, { expectedRevision: 1n })
        .catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(WrongExpectedVersionError);
      expect((error as WrongExpectedVersionError).streamName).toBe(stream);
      expect((error as WrongExpectedVersionError).expectedVersion).toBe(1n);
      expect((error as WrongExpectedVersionError).actualVersion).toBe(2n);
      await expect(
        contract.client.deleteStream(stream, { expectedRevision: 'no_stream' }),
      ).rejects.toBeInstanceOf(WrongExpectedVersionError);
      expect(await read(stream)).toHaveLength(3);
    });

    test.each([
      ['no stream', 'no_stream'],
      ['any revision', 'any'],
      ['the last revision', 2n],
    ] as const)('expecting %s it can be continued, and its revisions go on', async (_, expected) => {
      const stream = await created();
      await contract.client.deleteStream(stream);
      const receipt = await contract.append(stream, numberedFrom(10, 2), expected);
      expect(receipt.nextExpectedRevision).toBe(4n);
      const events = await read(stream);
      expect(numbersOf(events)).toEqual([10, 11]);
      expect(revisionsOf(events)).toEqual([3n, 4n]);
    });

    test('it does not count as existing', async () => {
      const stream = await created();
      await contract.client.deleteStream(stream);
      await expect(contract.append(stream, numbered(9), 'stream_exists')).rejects.toThrow();
      await expect(read(stream)).rejects.toBeInstanceOf(StreamNotFoundError);
    });

    test('among all streams its events remain', async () => {
      const stream = contract.stream();
      const { position } = await contract.append(stream, numbered(0));
      await contract.client.deleteStream(stream);
      const [event] = await collect(
        contract.client.readAll({ fromPosition: position ?? 'start', maxCount: 1 }),
      );
      expect(event?.event?.streamId).toBe(stream);
    });
  });

  describe('tombstones', () => {
    test('an ended stream cannot be read, and the error names it', async () => {
      const stream = await created();
      const { position } = await contract.client.tombstoneStream(stream, { expectedRevision: 2n });
      expect(position?.commit).toBeGreaterThan(0n);
      const error = await read(stream).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(StreamDeletedError);
      expect((error as StreamDeletedError).streamName).toBe(stream);
    });

    test.each(['any', 'no_stream', 'stream_exists', 2n] as const)(
      'nor appended to, expecting %s',
      async (expected) => {
        const stream = await created();
        await contract.client.tombstoneStream(stream);
        const error = await contract.append(stream, numbered(9), expected).catch((reason: unknown) => reason);
        expect(error).toBeInstanceOf(StreamDeletedError);
        expect((error as StreamDeletedError).streamName).toBe(stream);
      },
    );

    test('nor ended or deleted again', async () => {
      const stream = await created();
      await contract.client.tombstoneStream(stream);
      await expect(contract.client.tombstoneStream(stream)).rejects.toBeInstanceOf(StreamDeletedError);
      await expect(contract.client.deleteStream(stream)).rejects.toBeInstanceOf(StreamDeletedError);
    });

    test('the expectation is checked', async () => {
      const stream = await created();
      await expect(contract.client.tombstoneStream(stream, { expectedRevision: 0n })).rejects.toBeInstanceOf(
        WrongExpectedVersionError,
      );
      expect(await read(stream)).toHaveLength(3);
    });

    test('an append with its own credentials is refused in the same words', async () => {
      const stream = await created();
      await contract.client.tombstoneStream(stream);
      const append = contract.client.appendToStream(stream, numbered(9), {
        credentials: { username: 'admin', password: 'changeit' },
      });
      const error = await append.catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(StreamDeletedError);
      expect((error as StreamDeletedError).streamName).toBe(stream);
    });
  });
}
