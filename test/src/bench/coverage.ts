/**
 * What it takes to tell what is covered when services have reported their capacity for years: read and counted by
 * insights, against one GROUP BY that counts the same from the same reports. What was read is kept until somebody
 * reports, so that the first answer after a report is told beside it; and so is what insights answers to the map, cell
 * by cell through the graph: it is the same for a thousand reports and for a million.
 */
import 'reflect-metadata';
import { createInsightsService, type InsightsTables, migrations } from '@stezhka/insights';
import { startTemporaryCluster } from '@stezhka/read-model/testing';
import { oblasts, serviceCodes } from '@stezhka/vocabulary';
import pg from 'pg';
import { askedInProcess, middleOfTimes, timed } from './asked-in-process.js';
import type { Bench, Opened, Subject } from './bench.js';
import { middleOf } from './rounds.js';
import { openInOrder, type ToClose } from './to-close.js';

export const coverage: Bench = {
  name: 'coverage',
  what: 'what is covered now, every oblast with every service, from so many reports of 200 services',
  unit: 'ms',
  open: (sizes) => openInOrder((toClose) => openCoverage(sizes, toClose)),
};

const services = 200;
const eachRound = 10;
const whole = '{ coverage { cells { oblast service operational open places stale gap } } }';
/** All of it is counted, and none of it is told. */
const counted = '{ coverage { asOf } }';

/** Somebody confirms what was said last. */
const oneMore = `
  with before as (update capacity_said set newest = false where newest and service_id = 'service-0' returning *)
  insert into capacity_said
    select service_id, 1 + (select max(position) from capacity_said), capacity, available,
      occurred_at + interval '1 microsecond', recorded_at, true
    from before`;

/** The tuned form: aggregated by hash, without sorting a million rows. */
const grouped = `
  with newest as (
    select service_id, max(occurred_at) as occurred_at from capacity_said group by service_id
  )
  select oblast, service, count(distinct actor_id) as operational, count(*) filter (where capacity = 'capacity') as open,
    sum(available) as places
  from newest join capacity_said using (service_id, occurred_at) join service_said using (service_id),
    unnest(oblasts) oblast
  group by oblast, service`;

async function openCoverage(sizes: readonly number[], toClose: ToClose): Promise<Omit<Opened, 'close'>> {
  const subjects: Subject[] = [];
  for (const reports of sizes) {
    const cluster = await startTemporaryCluster();
    toClose(() => cluster.stop());
    const readModel = await cluster.readModel<InsightsTables>('insights', migrations);
    const rows = new pg.Client({
      connectionString: cluster.adminUrl.replace('/postgres?', '/stezhka_insights?'),
    });
    await rows.connect();
    toClose(() => rows.end());
    await fill(rows, reports);
    const ask = askedInProcess(createInsightsService({ readModel }).subgraph, ['cluster_coordinator']);
    const { cells } = (await ask(whole)).coverage as { cells: { open: number }[] };
    if (!cells.some(({ open }) => open > 0)) throw new Error('nothing is covered');
    for (const [way, query] of [
      ['insights', counted],
      ['its whole answer', whole],
    ] as const)
      subjects.push({
        name: nameOf(way, reports),
        measure: () => middleOfTimes(eachRound, () => ask(query)),
      });
    subjects.push({
      name: nameOf('insights, with a report since', reports),
      async measure() {
        const took: number[] = [];
        for (let n = 0; n < eachRound; n += 1) {
          await rows.query(oneMore);
          took.push(await timed(() => ask(counted)));
        }
        return middleOf(took);
      },
    });
    subjects.push({ name: nameOf('GROUP BY', reports), measure: () => timed(() => rows.query(grouped)) });
    if (reports !== sizes.at(-1)) continue;
    const baseline = {
      name: 'a query of nothing',
      measure: () => middleOfTimes(eachRound, () => rows.query('select 1')),
    };
    const goal = { of: nameOf('insights', reports), to: nameOf('GROUP BY', reports), atMost: 0.01 };
    return { baseline, subjects, goals: [goal] };
  }
  throw new Error('no sizes');
}

const nameOf = (way: string, reports: number) => `${way}, ${reports.toLocaleString('en')}`;

const array = (codes: readonly string[]) => `array['${codes.join("', '")}']`;

/** Each service reports in turn, the last of all a moment ago. */
async function fill(rows: pg.Client, reports: number): Promise<void> {
  const [code, oblast] = [array(serviceCodes.codes), array(oblasts.codes)];
  const since = `timestamptz '2022-03-01'`;
  await rows.query(`
    insert into actor_said (actor_id, position, operations, effective_at, recorded_at, newest)
      select 'actor-' || n, n, 'full', ${since}, ${since}, true from generate_series(0, 49) n;
    insert into service_said
      select 'service-' || n, n, 'actor-' || n % 50, (${code})[1 + n % ${serviceCodes.codes.length}],
        array[(${oblast})[1 + n % ${oblasts.codes.length}]], true, ${since}, ${since}, true
      from generate_series(0, ${services - 1}) n;
    insert into capacity_said
      select 'service-' || n % ${services}, 1000 + n, case when n % 3 = 0 then 'no-capacity' else 'capacity' end,
        n % 12, at, at, n > ${reports - services}
      from generate_series(1, ${reports}) n, lateral (select now() - (${reports} - n) * interval '2 minutes' as at) times`);
  await rows.query('vacuum (freeze, analyze)');
}
