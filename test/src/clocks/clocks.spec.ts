/** Every rung once, none after an answer, whatever the clocks and the processes do; and rows that can be made anew. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTemporaryCluster, type TemporaryCluster } from '@stezhka/read-model/testing';
import { migrations, type ReferralsTables } from '@stezhka/referrals';
import { sql, type Transaction } from 'kysely';
import { counts, randomFrom, seed } from '../counts.js';
import { judge } from './judged-stream.js';
import { createSimulation } from './simulation.js';

const drawn = seed();
let cluster: TemporaryCluster;
beforeAll(async () => {
  cluster = await startTemporaryCluster();
});
afterAll(() => cluster?.stop());

/** Lists and timelines: made anew from the events. */
const projected = ['referral', 'referral_act', 'referral_party'] as const;

async function rowsOf(tx: Transaction<ReferralsTables>, ...tables: readonly string[]) {
  const read = async (table: string) => {
    const { rows } = await sql<object>`select * from ${sql.table(table)}`.execute(tx);
    return rows
      .map((row) => JSON.stringify(row, (_, value) => (typeof value === 'bigint' ? `${value}` : value)))
      .sort();
  };
  return Object.fromEntries(
    await Promise.all(tables.map(async (table) => [table, await read(table)] as const)),
  );
}

describe.each([
  ['a day', 24, ['emergency'], 2000],
  ['two weeks', 14 * 24, ['emergency', 'urgent', 'normal'], 500],
] as const)('%s of silence and answers', (name, hours, urgencies, inFull) => {
  it('is told rung by rung, and can be told again from the beginning', async () => {
    const service = name.replaceAll(' ', '_');
    const readModel = await cluster.readModel<ReferralsTables>(service, migrations);
    const referrals = counts(inFull);
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

    const timers = () => readModel.asRecorder((tx) => rowsOf(tx as never, 'referral_timer'));
    const before = await timers();
    expect(before.referral_timer!.filter((row) => row.includes('"ended":null'))).toEqual([]);
    const said = store.log.length;
    // Whoever hears its whole history again sets nothing that was set, and has nothing left to say.
    await simulation.hearAgain();
    expect(await timers()).toEqual(before);

    const live = await readModel.asProjector('clocks', (tx) => rowsOf(tx as never, ...projected));
    expect(live.referral!.length).toBe(referrals * 2);
    await readModel.asProjector('clocks', async (tx) => {
      await sql`truncate ${sql.join(projected.map((table) => sql.table(table)))}`.execute(tx);
      for (const projection of simulation.projections())
        for (const event of store.log) await projection.project(tx as never, event);
    });
    expect(await readModel.asProjector('clocks', (tx) => rowsOf(tx as never, ...projected))).toEqual(live);

    // And with every timer lost it says nothing a second time: what was told stands in the streams.
    await readModel.asRecorder((tx) =>
      sql`update referral_timer set ended = null, claimed_at = null`.execute(tx),
    );
    await simulation.hearAgain();
    expect(store.log).toHaveLength(said);
    process.stdout.write(
      `${name}: ${referrals} referrals, ${said} events, ${before.referral_timer!.length} timers\n`,
    );
  }, 600_000);
});
