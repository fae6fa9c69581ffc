import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createWall } from '@stezhka/auth';
import { urgencies } from '@stezhka/vocabulary';
import { sql } from 'kysely';
import { listedColumns } from '../rows.js';
import { people } from '../testing/people.js';
import * as story from '../testing/referral-story.js';
import { into } from '../testing/referral-story.js';
import { type RowsAtWork, startRows } from '../testing/rows-at-work.js';
import { rules } from './authorize.js';
import type { ReferralEvent } from './events.js';
import type { Phase } from './evolve.js';
import { createReferralQueries, type ReferralFilter, type ReferralQueries } from './query.js';

let rows: RowsAtWork;
let queries: ReferralQueries;
const { caseworker, intake } = people;

beforeAll(async () => {
  rows = await startRows();
  queries = createReferralQueries({ readModel: rows.readModel, wall: createWall(rules) });
  for (const phase of Object.keys(into) as Phase[]) if (phase !== 'none') await tell(phase, into[phase]);
  for (const urgency of urgencies.codes) {
    const decideBy = { emergency: 2, urgent: 4, normal: 15 }[urgency];
    const sent = story.sent({ decideBy: `2026-03-${String(decideBy).padStart(2, '0')}T09:00:00.000Z` });
    await tell(`sent-${urgency}`, [story.drafted({ urgency }), story.offerRequested(), sent]);
  }
});
afterAll(() => rows?.stop());

async function tell(referralId: string, events: readonly ReferralEvent[]) {
  const named = events.map((event) => ({ ...event, data: { ...event.data, referralId } }));
  await rows.happen(`referral-${referralId}`, named);
}

async function listed(viewer: typeof intake, filter: ReferralFilter) {
  return (await queries.list(viewer, filter, { first: 100 })).items.map((row) => row.referral_id);
}

describe('a list', () => {
  const sentPhases = [
    'expired',
    'withdrawn',
    'completed',
    'in_progress',
    'declined',
    'accepted',
    'acknowledged',
    'sent',
  ];

  it('of what was sent to an actor has what reached it, newest first', async () =>
    expect(await listed(intake, { side: 'recipient' })).toEqual([
      'sent-normal',
      'sent-urgent',
      'sent-emergency',
      ...['expired', 'withdrawn', 'completed', 'in_progress', 'declined', 'accepted', 'acknowledged', 'sent'],
    ]));

  it('of what an actor sent has its drafts as well', async () => {
    const mine = await listed(caseworker, { side: 'sender' });
    expect(new Set(mine)).toEqual(
      new Set([
        ...[...sentPhases, 'draft', 'asking', 'prepared', 'given_up'],
        ...['sent-normal', 'sent-urgent', 'sent-emergency'],
      ]),
    );
    expect(await listed(caseworker, { side: 'recipient' })).toEqual([]);
    expect(await listed(intake, { side: 'sender' })).toEqual([]);
  });

  it('has the states that are asked for', async () => {
    expect(await listed(intake, { side: 'recipient', states: ['declined', 'completed'] })).toEqual([
      'completed',
      'declined',
    ]);
    expect(await listed(caseworker, { side: 'sender', states: ['draft'] })).toEqual([
      'asking',
      'prepared',
      'draft',
    ]);
    expect(await listed(intake, { side: 'recipient', states: ['expired'] })).toEqual(['expired']);
    expect(await listed(intake, { side: 'recipient', states: ['waitlisted'] })).toEqual([]);
  });

  it('has the urgency that is asked for, which a decliner no longer knows', async () => {
    expect(await listed(intake, { side: 'recipient', urgency: 'emergency' })).toEqual(['sent-emergency']);
    expect(await listed(intake, { side: 'recipient', states: ['declined'], urgency: 'urgent' })).toEqual([]);
    expect(await listed(caseworker, { side: 'sender', states: ['declined'], urgency: 'urgent' })).toEqual([
      'declined',
    ]);
  });

  it('has what is overdue: undecided or not even acknowledged, and due before now', async () => {
    const acknowledgeBy = new Date('2026-03-02T09:00:00.000Z');
    const decideBy = new Date('2026-03-04T09:00:00.000Z');
    const overdue = (overdueAt: Date) => listed(intake, { side: 'recipient', overdueAt });
    const later = new Date(decideBy.getTime() + 1);
    const unacknowledged = ['sent-normal', 'sent-urgent', 'sent-emergency'];
    expect(await overdue(acknowledgeBy)).toEqual([]);
    expect(await overdue(new Date(acknowledgeBy.getTime() + 1))).toEqual([...unacknowledged, 'sent']);
    expect(await overdue(decideBy)).toEqual([...unacknowledged, 'sent']);
    expect(await overdue(later)).toEqual([...unacknowledged, 'acknowledged', 'sent']);
    const both: ReferralFilter = {
      side: 'recipient',
      overdueAt: later,
      states: ['acknowledged', 'accepted'],
    };
    expect(await listed(intake, both)).toEqual(['acknowledged']);
  });
});

it.each([
  ['inbox', intake, 'recipient'],
  ['sent box', caseworker, 'sender'],
] as const)('what the %s shows is what its rows say', async (_, viewer, side) => {
  const whole = await queries.list(viewer, { side }, { first: 7 });
  const { items, hasMore } = await queries.listed(viewer, { side }, { first: 7 });
  expect(items).toEqual(
    whole.items.map((row) => Object.fromEntries(listedColumns.map((column) => [column, row[column]]))),
  );
  expect([items.length, hasMore]).toEqual([7, whole.hasMore]);
});

describe('pages', () => {
  /** Every page until there is no more; `between` happens after each. */
  async function pages(first: number, filter: ReferralFilter, between = async () => undefined as unknown) {
    const found: string[][] = [];
    let after: string | undefined;
    for (let more = true; more; ) {
      const page = await queries.list(caseworker, filter, { first, ...(after ? { after } : {}) });
      found.push(page.items.map((row) => row.referral_id));
      after = page.items.at(-1)?.referral_id;
      more = page.hasMore;
      await between();
    }
    return found;
  }

  it('have no gaps and no repeats, whatever their size', async () => {
    const whole = await listed(caseworker, { side: 'sender' });
    expect(whole).toHaveLength(15);
    for (const first of [1, 2, 5, 13, 14, 15, 100]) {
      const found = await pages(first, { side: 'sender' });
      expect(found.flat()).toEqual(whole);
      expect(found).toHaveLength(Math.ceil(whole.length / first));
      for (const page of found.slice(0, -1)) expect(page).toHaveLength(first);
    }
  });

  it('are pages of what was filtered', async () => {
    const filter: ReferralFilter = { side: 'sender', states: ['sent'] };
    expect(await pages(2, filter)).toEqual([
      ['sent-normal', 'sent-urgent'],
      ['sent-emergency', 'sent'],
    ]);
  });

  it('show the same to the end although others begin and move on meanwhile', async () => {
    const whole = await listed(caseworker, { side: 'sender' });
    let begun = 0;
    const found = await pages(4, { side: 'sender' }, async () => {
      begun += 1;
      await tell(`meanwhile-${begun}`, into.draft);
      await tell('accepted', begun === 1 ? [story.started()] : []);
    });
    expect(found.flat()).toEqual(whole);
    expect((await listed(caseworker, { side: 'sender' })).slice(0, begun)).toHaveLength(4);
  });

  it('end behind a cursor that is none of hers', async () => {
    for (const after of ['no-such-referral', ''])
      expect(await queries.list(intake, { side: 'recipient' }, { first: 5, after })).toEqual({
        items: [],
        hasMore: false,
      });
  });
});

describe('a page of a large inbox', () => {
  it('is read along its index, as many as it holds: nothing is sorted', async () => {
    const { readModel } = rows;
    await readModel.asProjector('referral', (tx) =>
      sql`insert into referral (referral_id, party_actor_id, side, ordinal, reference, state, pathway, revision)
        select 'many-' || n, case when n % 5 = 0 then 'large' else 'actor-' || n % 200 end, 'recipient', n,
          'SR-' || n, 'sent', 'general', 1
        from generate_series(1, 20000) n`.execute(tx),
    );
    await readModel.asMigrator((tx) => sql`analyze referral`.execute(tx));
    // What an inbox itself asks, as it is planned once for everybody.
    let planned: unknown;
    const askAsViewer: typeof readModel.askAsViewer = async (viewer, asking) => {
      planned = await readModel.askAsViewer(viewer, (of) => ({
        compile(as) {
          const asked = asking(of).compile(as);
          return { ...asked, sql: `explain (generic_plan) ${asked.sql}`, parameters: [] };
        },
      }));
      return [];
    };
    const explaining = { readModel: { ...readModel, askAsViewer }, wall: createWall(rules) };
    const { listed } = createReferralQueries(explaining);
    await listed({ ...intake, actorId: 'large' }, { side: 'recipient' }, { first: 20 });
    const plan = JSON.stringify(planned);
    expect(plan).toContain('referral_list');
    expect(plan).not.toContain('Sort');
  });
});
