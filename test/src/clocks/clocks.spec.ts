/** Every rung once, none after an answer, whatever the clocks and the processes do; and rows that can be made anew. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReadModel } from '@stezhka/read-model';
import { startTemporaryCluster, type TemporaryCluster } from '@stezhka/read-model/testing';
import { migrations, type ReferralsTables } from '@stezhka/referrals';
import { sql } from 'kysely';
import { counts, randomFrom, seed } from '../counts.js';
import { judge } from './judged-stream.js';
import { createSimulation } from './simulation.js';

const drawn = seed();
let cluster: TemporaryCluster;
beforeAll(async () => {
  cluster = await startTemporaryCluster();
});
afterAll(() => cluster?.stop());

const tables = ['referral', 'referral_act', 'referral_party'] as const;

async function rowsOf(readModel: ReadModel<ReferralsTables>) {
  return readModel.asProjector('clocks', async (tx) => {
    const read = async (table: string) => {
      const { rows } = await sql<object>`select * from ${sql.table(table)}`.execute(tx);
      return rows
        .map((row) => JSON.stringify(row, (_, value) => (typeof value === 'bigint' ? `${value}` : value)))
        .sort();
    };
    return Object.fromEntries(await Promise.all(tables.map(async (table) => [table, await read(table)])));
  });
}

describe.each([
  ['a day', 24, ['emergency']],
  ['two weeks', 14 * 24, ['emergency', 'urgent', 'normal']],
] as const)('%s of silence and answers', (name, hours, urgencies) => {
  it('is told rung by rung, and can be told again from the beginning', async () => {
    const service = name.replaceAll(' ', '_');
    const readModel = await cluster.readModel<ReferralsTables>(service, migrations);
    const referrals = counts(1000);
    const simulation = createSimulation({
      readModel,
      random: randomFrom(drawn),
      referrals,
      hours,
      urgencies,
    });
    await simulation.run();
    const { store, foreseen, met } = simulation;

    expect(foreseen).toHaveLength(referrals);
    for (const { referral, must, may, state } of foreseen) {
      const { told, wrong } = judge(await store.read(`referral-${referral.id}`));
      const missing = [...must].filter((one) => !told.includes(one));
      const unexpected = told.filter((one) => !must.has(one) && !may.has(one));
      expect({ ...{ id: referral.id, state, seed: drawn }, wrong, missing, unexpected }).toEqual({
        ...{ id: referral.id, state, seed: drawn, wrong: [], missing: [], unexpected: [] },
      });
    }
    // Nothing is proved of what never came.
    const ends = new Set(foreseen.map(({ state }) => state));
    for (const end of ['expired', 'accepted', 'declined', 'withdrawn']) expect(ends).toContain(end);
    for (const accident of ['death', 'jump back', 'jump ahead', 'restart', 'answer in the same moment'])
      expect(met).toContain(accident);

    const waiting = await readModel.asRecorder((tx) =>
      tx.selectFrom('referral_timer').select('rung').where('ended', 'is', null).execute(),
    );
    expect(waiting).toEqual([]);

    const live = await rowsOf(readModel);
    expect(live.referral!.length).toBe(referrals * 2);
    await readModel.asProjector('clocks', async (tx) => {
      await sql`truncate ${sql.join(tables.map((table) => sql.table(table)))}`.execute(tx);
      for (const projection of simulation.projections())
        for (const event of store.log) await projection.project(tx as never, event);
    });
    expect(await rowsOf(readModel)).toEqual(live);
  }, 600_000);
});
