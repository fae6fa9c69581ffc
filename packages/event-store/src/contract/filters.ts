/** The server leaves out what was not asked for, and still says how far it has looked. */
import { randomUUID } from 'node:crypto';
import {
  eventTypeFilter,
  excludeSystemEvents,
  type Filter,
  type Position,
  streamNameFilter,
} from '@eventstore/db-client';
import { describe, expect, test } from '@jest/globals';
import { type Contract, isIncreasing, numbered, numberedFrom } from './contract.js';
import { following } from './followed.js';

export function describeFilters(contract: Contract): void {
  const now = async (): Promise<Position> => {
    const { position } = await contract.append(contract.stream('marker'), numbered(0));
    if (position === undefined) throw new Error('the append has no position');
    return position;
  };

  /** The streams, without their common part, of the events that pass, in order. */
  async function passing(
    filter: Filter,
    own: string,
    appends: [name: string, type: string][],
  ): Promise<string[]> {
    const fromPosition = await now();
    for (const [name, type] of appends) await contract.append(`${own}${name}`, numbered(0, type));
    const wanted: string[] = [];
    const subscription = contract.client.subscribeToAll({ fromPosition, filter });
    for await (const { event } of subscription) {
      if (!event?.streamId.startsWith(own)) continue;
      wanted.push(event.streamId.slice(own.length));
      if (event.streamId.endsWith('last')) break;
    }
    await subscription.unsubscribe();
    return wanted;
  }

  describe('filters', () => {
    const appends = (a: string, b: string): [string, string][] => [
      ['household-1', a],
      ['referral-1', b],
      ['household-2', a],
      ['xreferral-2', b],
      ['referral-last', a],
    ];

    test('one prefix of stream names', async () => {
      const own = `${contract.stream()}_`;
      const filter = streamNameFilter({ prefixes: [`${own}referral-`] });
      expect(await passing(filter, own, appends('A', 'B'))).toEqual(['referral-1', 'referral-last']);
    });

    test('several prefixes of stream names', async () => {
      const own = `${contract.stream()}_`;
      const filter = streamNameFilter({ prefixes: [`${own}referral-`, `${own}household-2`] });
      expect(await passing(filter, own, appends('A', 'B'))).toEqual([
        'referral-1',
        'household-2',
        'referral-last',
      ]);
    });

    test('a regular expression on stream names', async () => {
      const own = `${contract.stream()}_`;
      const filter = streamNameFilter({ regex: `^${own}x?referral-[0-9a-z]+$` });
      expect(await passing(filter, own, appends('A', 'B'))).toEqual([
        'referral-1',
        'xreferral-2',
        'referral-last',
      ]);
    });

    test('a prefix of event types', async () => {
      const type = `Type${randomUUID()}`;
      const filter = eventTypeFilter({ prefixes: [`${type}.A`] });
      const names = await passing(filter, `${contract.stream()}_`, appends(`${type}.A1`, `${type}.B1`));
      expect(names).toEqual(['household-1', 'household-2', 'referral-last']);
    });

    test('a regular expression on event types', async () => {
      const type = `Type${randomUUID()}`;
      const filter = eventTypeFilter({ regex: `^${type}\\.(A|C)[0-9]$` });
      const names = await passing(filter, `${contract.stream()}_`, appends(`${type}.A1`, `${type}.B1`));
      expect(names).toEqual(['household-1', 'household-2', 'referral-last']);
    });

    test('events of the system can be left out', async () => {
      const own = `${contract.stream()}_`;
      const fromPosition = await now();
      await contract.client.setStreamMetadata(`${own}a`, { maxCount: 5 });
      await contract.append(`${own}b`, numbered(0));
      await following(
        contract.client.subscribeToAll({ fromPosition, filter: excludeSystemEvents() }),
        async (followed) => {
          const ofTest = async (): Promise<string | undefined> => {
            for (let count = 1; ; count++) {
              const event = (await followed.until(count))[count - 1]?.event;
              if (event?.streamId.includes(own)) return event.streamId;
            }
          };
          expect(await ofTest()).toBe(`${own}b`);
        },
      );
    });

    test('checkpoints tell of what was looked at in vain, in growing positions', async () => {
      const fromPosition = await now();
      const checkpoints: bigint[] = [];
      const { position } = await contract.append(contract.stream(), numberedFrom(0, 500));
      const target = position?.commit ?? 0n;
      let reached: () => void = () => undefined;
      const near = new Promise<void>((resolve) => {
        reached = resolve;
      });
      const filter = streamNameFilter({
        prefixes: [contract.stream('nothing')],
        checkpointInterval: 1,
        checkpointReached: async (_, { commit }) => {
          checkpoints.push(commit);
          if (checkpoints.length >= 10) reached();
        },
      });
      await following(contract.client.subscribeToAll({ fromPosition, filter }), async (followed) => {
        await near;
        expect(followed.events).toEqual([]);
        expect(isIncreasing(checkpoints)).toBe(true);
        expect(checkpoints[0]).toBeGreaterThan(fromPosition.commit);
        expect(checkpoints[0]).toBeLessThanOrEqual(target);
      });
    });

    test('with a window of one the checkpoints reach the last event', async () => {
      const fromPosition = await now();
      const own = contract.stream();
      const { position } = await contract.append(own, numberedFrom(0, 10));
      const target = position?.commit ?? 0n;
      let reached: () => void = () => undefined;
      const there = new Promise<void>((resolve) => {
        reached = resolve;
      });
      const filter = streamNameFilter({
        prefixes: [contract.stream('nothing')],
        checkpointInterval: 1,
        maxSearchWindow: 1,
        checkpointReached: async (_, { commit }) => {
          if (commit >= target) reached();
        },
      });
      await following(contract.client.subscribeToAll({ fromPosition, filter }), () => there);
    });

    test('the next event waits until the checkpoint has been dealt with', async () => {
      const own = contract.stream();
      const fromPosition = await now();
      await contract.append(own, numberedFrom(0, 200));
      let dealing = false;
      let overlaps = 0;
      const filter = streamNameFilter({
        prefixes: [own],
        checkpointReached: async () => {
          dealing = true;
          await new Promise((resolve) => setImmediate(resolve));
          dealing = false;
        },
      });
      const subscription = contract.client.subscribeToAll({ fromPosition, filter });
      subscription.on('data', () => {
        if (dealing) overlaps += 1;
      });
      await following(subscription, async (followed) => {
        await followed.until(200);
        expect(overlaps).toBe(0);
      });
    });
  });
}
