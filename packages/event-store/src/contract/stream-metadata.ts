/** What is said of a stream as a whole: kept beside it, and obeyed when it is read. */
import { WrongExpectedVersionError } from '@eventstore/db-client';
import { describe, expect, test } from '@jest/globals';
import { type Contract, collect, numbered, numberedFrom, numbersOf } from './contract.js';

export function describeMetadata(contract: Contract): void {
  const read = async (stream: string): Promise<number[]> =>
    numbersOf(await collect(contract.client.readStream(stream)));

  describe('metadata of streams', () => {
    test('what was set is found, the newest', async () => {
      const stream = contract.stream();
      await contract.client.setStreamMetadata(stream, { maxCount: 3, custom: 'перше' });
      await contract.client.setStreamMetadata(stream, { maxCount: 7, maxAge: 60, custom: 'друге' });
      const { metadata } = await contract.client.getStreamMetadata(stream);
      expect(metadata).toEqual({ maxCount: 7, maxAge: 60, custom: 'друге' });
    });

    test('a stream without metadata has none', async () => {
      const stream = contract.stream();
      expect((await contract.client.getStreamMetadata(stream)).metadata).toBeUndefined();
      await contract.append(stream, numbered(0));
      expect((await contract.client.getStreamMetadata(stream)).metadata).toBeUndefined();
    });

    test('the expectation is checked', async () => {
      const stream = contract.stream();
      await contract.client.setStreamMetadata(stream, { maxCount: 3 }, { expectedRevision: 'no_stream' });
      await expect(
        contract.client.setStreamMetadata(stream, { maxCount: 4 }, { expectedRevision: 'no_stream' }),
      ).rejects.toBeInstanceOf(WrongExpectedVersionError);
    });

    test('only the newest so many are read', async () => {
      const stream = contract.stream();
      await contract.append(stream, numberedFrom(0, 10));
      await contract.client.setStreamMetadata(stream, { maxCount: 3 });
      expect(await read(stream)).toEqual([7, 8, 9]);
      await contract.append(stream, numbered(10));
      expect(await read(stream)).toEqual([8, 9, 10]);
      const backwards = contract.client.readStream(stream, { direction: 'backwards', fromRevision: 'end' });
      expect(numbersOf(await collect(backwards))).toEqual([10, 9, 8]);
    });

    test('what is before the given revision is not read', async () => {
      const stream = contract.stream();
      await contract.append(stream, numberedFrom(0, 10));
      await contract.client.setStreamMetadata(stream, { truncateBefore: 6 });
      expect(await read(stream)).toEqual([6, 7, 8, 9]);
      const fromBefore = contract.client.readStream(stream, { fromRevision: 2n, maxCount: 2 });
      expect(numbersOf(await collect(fromBefore))).toEqual([6, 7]);
    });

    test('a stream that is continued after deletion with new metadata still hides what was deleted', async () => {
      const stream = contract.stream();
      await contract.append(stream, numberedFrom(0, 3));
      await contract.client.deleteStream(stream);
      await contract.client.setStreamMetadata(stream, { maxCount: 5 });
      await contract.append(stream, numbered(3));
      expect(await read(stream)).toEqual([3]);
    });
  });
}
