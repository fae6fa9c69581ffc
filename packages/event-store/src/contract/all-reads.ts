/** All streams together are read in the one order in which they were written. */
import type { Position, ResolvedEvent } from '@eventstore/db-client';
import { describe, expect, test } from '@jest/globals';
import {
  type Contract,
  collect,
  isIncreasing,
  numbered,
  numberedFrom,
  numbersOf,
  positionsOf,
} from './contract.js';

export function describeAllReads(contract: Contract): void {
  const isOf = (streams: string[]) => (resolved: ResolvedEvent) =>
    streams.includes(resolved.event?.streamId ?? '');

  /** Appends to two streams in turn; answers the position of each append. */
  async function interleaved(streams: string[], count: number): Promise<Position[]> {
    const positions: Position[] = [];
    for (let n = 0; n < count; n++) {
      const { position } = await contract.append(streams[n % streams.length] ?? '', numbered(n));
      if (position !== undefined) positions.push(position);
    }
    return positions;
  }

  describe('reads of all streams', () => {
    test('from a position, which is read as well, in the order of writing', async () => {
      const streams = [contract.stream('a'), contract.stream('b')];
      const positions = await interleaved(streams, 12);
      const [, , fromPosition = 'start'] = positions;
      const events = (await collect(contract.client.readAll({ fromPosition }))).filter(isOf(streams));
      expect(numbersOf(events)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
      expect(positionsOf(events)).toEqual(positions.slice(2).map(({ commit }) => commit));
      expect(isIncreasing(positionsOf(events))).toBe(true);
    });

    test('backwards from a position, which is left out', async () => {
      const streams = [contract.stream('a'), contract.stream('b')];
      const positions = await interleaved(streams, 6);
      const [fromPosition = 'end'] = positions.slice(-1);
      const read = contract.client.readAll({ fromPosition, direction: 'backwards', maxCount: 2000 });
      expect(numbersOf((await collect(read)).filter(isOf(streams)))).toEqual([4, 3, 2, 1, 0]);
    });

    test('backwards from the end comes the newest first', async () => {
      const stream = contract.stream();
      await contract.append(stream, numberedFrom(0, 3));
      const read = contract.client.readAll({ fromPosition: 'end', direction: 'backwards', maxCount: 500 });
      const events = await collect(read);
      expect(numbersOf(events.filter(isOf([stream])))).toEqual([2, 1, 0]);
      expect(isIncreasing(positionsOf(events).reverse())).toBe(true);
    });

    test('forwards from the end: nothing of what was', async () => {
      const stream = contract.stream();
      await contract.append(stream, numbered(0));
      const events = await collect(contract.client.readAll({ fromPosition: 'end' }));
      expect(events.filter(isOf([stream]))).toEqual([]);
    });

    test('no more than asked for', async () => {
      const { position } = await contract.append(contract.stream(), numberedFrom(0, 10));
      const read = contract.client.readAll({ fromPosition: position ?? 'start', maxCount: 1 });
      expect(await collect(read)).toHaveLength(1);
      expect(await collect(contract.client.readAll({ maxCount: 7 }))).toHaveLength(7);
    });

    test('an event has the same place in its stream and among all', async () => {
      const stream = contract.stream();
      const { position } = await contract.append(stream, numberedFrom(0, 5));
      const [inStream] = await collect(contract.client.readStream(stream, { fromRevision: 4n }));
      const [amongAll] = await collect(
        contract.client.readAll({ fromPosition: position ?? 'start', maxCount: 1 }),
      );
      expect(amongAll?.event).toEqual(inStream?.event);
    });
  });
}
