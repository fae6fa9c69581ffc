/** What it takes to weigh everybody who offers a service, and to say of each why or why not. */
import { oblasts } from '@stezhka/vocabulary';
import pg from 'pg';
import { askedInProcess, middleOfTimes } from './asked-in-process.js';
import type { Bench, Opened } from './bench.js';
import { openReferrals } from './referrals-stores.js';
import { openInOrder, type ToClose } from './to-close.js';

const crowd = 10_000;
/** As many as a whole country has of the commonest service. */
const usual = 100;
const eachRound = 5;

export const ranking: Bench = {
  name: 'ranking',
  what: `${crowd.toLocaleString('en')} candidates weighed, and the best 500 answered with their reasons`,
  unit: 'ms',
  open: () => openInOrder(openRanking),
};

const query = `query($need: NeedInput!) { candidates(need: $need) {
  offeredService { id } actor { id } suggested unsuitable cautions neededClasses available } }`;
const need = { oblast: 'UA-46', modality: 'in_person', ageBands: [], sexes: [], language: 'uk' };

async function openRanking(toClose: ToClose): Promise<Omit<Opened, 'close'>> {
  const { rowsUrl, service } = await openReferrals(toClose);
  const rows = new pg.Client({ connectionString: rowsUrl });
  await rows.connect();
  toClose(() => rows.end());
  await fill(rows, 'SHL.TRANSIT', crowd);
  await fill(rows, 'LEG.AID', usual);
  await rows.query('vacuum (freeze, analyze)');

  const ask = askedInProcess(service.subgraph, ['caseworker']);
  const ranked = (code: string, expected: number) => async () => {
    const { candidates } = (await ask(query, { need: { ...need, service: code } })) as {
      candidates: unknown[];
    };
    if (candidates.length !== expected) throw new Error(`${candidates.length} candidates`);
  };
  const read = () => rows.query(`select * from candidate where service = 'SHL.TRANSIT' and not ended`);
  return {
    baseline: { name: 'their rows read by pg', measure: () => middleOfTimes(eachRound, read) },
    subjects: [
      { name: '10,000 ranked', measure: () => middleOfTimes(eachRound, ranked('SHL.TRANSIT', 500)) },
      { name: '100 ranked', measure: () => middleOfTimes(eachRound, ranked('LEG.AID', usual)) },
    ],
  };
}

/** Of different room, area and language, as far as they can differ. */
const fill = (rows: pg.Client, service: string, services: number) =>
  rows.query(`
    insert into candidate
    select '${service}-' || n, 'actor-' || n % 997, '${service}', (array['full', 'partial', 'suspended'])[1 + n % 3],
      array[(array['${oblasts.codes.join("', '")}'])[1 + n % ${oblasts.codes.length}], 'UA-46'], '{general}', '{}',
      'in_person', case when n % 4 = 0 then '{18-59}'::text[] else '{}' end, '{}', '{uk,en}', '{C1}', n % 7 = 0,
      (array['capacity', 'no-capacity', 'waitlist'])[1 + n % 3], n % 20, now() - n % 9 * interval '1 day', false
    from generate_series(1, ${services}) n`);
