/**
 * Two users, one query, one moment. The control turns merging on and must be caught: else the test would also pass on a
 * gateway that gives one user the other's rows.
 */
import { describe, expect, it } from '@jest/globals';
import { everyWay, startNetwork } from '../toys/network.js';
import { countForeignAnswers } from './testing/index.js';

const rounds = 50;

describe.each(everyWay)('two users at once, planned by %s over %s', (planner, transport) => {
  const foreignAnswers = async (mergeInFlight: boolean): Promise<number> => {
    const network = await startNetwork(planner, transport, { mergeInFlight });
    const foreign = await countForeignAnswers({
      users: ['Bearer one', 'Bearer two'],
      rounds,
      ask: async (authorization) =>
        (await network.post({ query: '{ mine { id note receiver { name } } }' }, { authorization })).json,
      isOwn: (user, answer) => (answer as { data?: { mine?: { note?: string } } }).data?.mine?.note === user,
    });
    await network.close();
    return foreign;
  };

  it('never share an answer', async () => {
    expect(await foreignAnswers(false)).toBe(0);
  });

  it('would be seen to share one, were identical queries merged', async () => {
    expect(await foreignAnswers(true)).toBeGreaterThan(0);
  });
});
