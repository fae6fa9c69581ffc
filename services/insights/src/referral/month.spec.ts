import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DomainEvent } from '@stezhka/event-store';
import { type InsightsAtWork, startInsights, type Who } from '../testing/insights-at-work.js';
import { answered, expired, sent } from '../testing/published.js';

let insights: InsightsAtWork;
const month = (given = '') => `{ referralMonth${given} {
  month asOf asKnownAt threshold
  all { ...numbers }
  cells { oblast service unanswered open noResponse ended }
  untilAcknowledged { median p90 } untilDecided { median p90 }
} }
fragment numbers on ReferralNumbers { sent unanswered open noResponse acknowledged decided served takenBack }`;

/** On a day of March, at a fixed hour, in another place for each number. */
const day = (date: number, hour = 8) => new Date(Date.UTC(2026, 2, date, hour)).toISOString();

const many = (count: number, of: (n: number) => DomainEvent[]) =>
  Array.from({ length: count }, (_, n) => of(n)).flat();

beforeAll(async () => {
  insights = await startInsights();
  const { happen } = insights;
  await happen(day(2), ...many(40, (n) => sent(`lviv-${n}`, day(2))));
  // Twelve hours of twenty-four to acknowledge, a day and a half of three to decide.
  await happen(day(2, 20), ...many(30, (n) => [answered(`lviv-${n}`, 'Acknowledged', day(2, 20))]));
  await happen(day(3, 20), ...many(15, (n) => [answered(`lviv-${n}`, 'Accepted', day(3, 20))]));
  const outcome = 'service_provided';
  await happen(day(9), ...many(12, (n) => [answered(`lviv-${n}`, 'Completed', day(9), { outcome })]));
  await happen(day(5), ...many(20, (n) => sent(`kharkiv-${n}`, day(5), { oblast: 'UA-63' })));
  await happen(day(6), ...many(3, (n) => sent(`odesa-${n}`, day(6), { oblast: 'UA-51' })));
  // Nobody decided in time; half of them were acknowledged before.
  await happen(day(7), ...many(24, (n) => sent(`sumy-${n}`, day(7), { oblast: 'UA-59' })));
  await happen(day(8), ...many(12, (n) => [answered(`sumy-${n}`, 'Acknowledged', day(7, 20))]));
  await happen(day(10), ...many(24, (n) => [expired(`sumy-${n}`, day(10))]));
  // Of isolated pathways, and for a service that exists for such work.
  for (const pathway of ['gbv', 'tip', 'cp'] as const) {
    await happen(day(4), ...many(30, (n) => sent(`${pathway}-${n}`, day(4), { pathway, oblast: 'UA-05' })));
    await happen(day(4), ...many(30, (n) => [answered(`${pathway}-${n}`, 'Accepted', day(4))]));
  }
  await happen(day(4), ...many(30, (n) => sent(`dv-${n}`, day(4), { service: 'SHL.DV' })));
}, 120_000);
afterAll(() => insights?.stop());

const read = async (given = '', who: Who = 'coordinator') =>
  (await insights.ask(who, month(given))).data.referralMonth;

describe('a month', () => {
  it('is told once it is complete, and names its two moments', async () => {
    expect(await read()).toMatchObject({
      ...{ month: '2026-03', threshold: 11 },
      ...{ asOf: '2026-04-16T00:00:00.000Z', asKnownAt: '2026-04-18T00:00:00.000Z' },
    });
    expect(await read('(asKnownAt: "2026-04-17T23:00:00Z")')).toMatchObject({ month: '2026-02' });
    expect(await read('(asOf: "2026-04-15T23:00:00Z")')).toMatchObject({
      month: '2026-02',
      all: { sent: null },
    });
    expect(await read('(asOf: "2021-06-01T00:00:00Z")')).toBeNull();
  });

  it('counts how far referrals came', async () => {
    const { all } = await read();
    // Three were accepted and not served yet: so few are hidden, and what would give them away.
    expect(all).toEqual({
      ...{ sent: 87, unanswered: 33, open: 51, noResponse: 24, acknowledged: 42, decided: null },
      ...{ served: 12, takenBack: 0 },
    });
  });

  it('tells no number of fewer than eleven, and none by which one could be worked out', async () => {
    const { cells, all } = await read();
    const unanswered = (oblast: string) =>
      cells.find((one: Record<string, string>) => one.oblast === oblast && one.service === 'SHL.TRANSIT')
        ?.unanswered;
    // Of thirty-three, ten and three are hidden together.
    expect(['UA-46', 'UA-63', 'UA-51'].map(unanswered)).toEqual([null, 20, undefined]);
    const told = JSON.stringify({ cells, all })
      .match(/(?<=:)\d+/g)!
      .map(Number);
    expect(told.filter((number) => number > 0 && number < 11)).toEqual([]);
  });

  it('counts silence as silence: neither unanswered any more nor ended', async () => {
    const { cells } = await read();
    const sumy = cells.find((one: Record<string, string>) => one.oblast === 'UA-59' && one.service === null);
    expect(sumy).toMatchObject({ noResponse: 24, ended: 0 });
  });

  it('stands beside coverage for coordinators, with the same numbers', async () => {
    const { cells } = await read();
    const query = '{ coverage { referralsOf cells { oblast service openReferrals unansweredReferrals } } }';
    const { coverage } = (await insights.ask('coordinator', query)).data;
    expect(coverage.referralsOf).toBe('2026-03');
    const kharkiv = { oblast: 'UA-63', service: 'SHL.TRANSIT' };
    expect(cells).toContainEqual(expect.objectContaining({ ...kharkiv, unanswered: 20, open: 20 }));
    expect(coverage.cells).toContainEqual({ ...kharkiv, openReferrals: 20, unansweredReferrals: 20 });
    const others = (await insights.ask('caseworker', query)).data.coverage;
    expect(others.referralsOf).toBeNull();
    expect(new Set(others.cells.flatMap(Object.values).filter(Number.isInteger))).toEqual(new Set());
    const unruled = (await insights.ask('caseworker', query, { gaps: 'all' })).data.coverage;
    expect(new Set(unruled.cells.flatMap(Object.values).filter(Number.isInteger))).toEqual(new Set());
  });

  it('tells how long answers took against their clock, in steps of five', async () => {
    expect(await read()).toMatchObject({ untilAcknowledged: { median: 50, p90: 50 }, untilDecided: null });
  });

  it('knows nothing of isolated pathways, nor of services that exist for such work', async () => {
    const { cells } = await read();
    expect(cells.filter(({ oblast }: { oblast: string }) => oblast === 'UA-05')).toEqual([]);
    const rows = JSON.stringify(await insights.rows(), (_, value) => String(value));
    expect(rows).not.toMatch(/gbv|tip-|cp-|dv-/);
  });

  it('holds no age, no sex, no language and no household', async () => {
    const rows = JSON.stringify(await insights.rows(), (_, value) =>
      typeof value === 'bigint' ? `${value}` : value,
    );
    expect(rows).toContain('lviv-1');
    expect(rows).not.toMatch(/age_25_59|female|household|mother|"uk"/);
  });

  it('never changes again: who is typed in too late is counted in the next', async () => {
    const { happen, clock } = insights;
    const before = await read();
    await happen('2026-04-18T00:00:01.000Z', ...many(25, (n) => sent(`late-${n}`, day(20))));
    await happen('2026-04-20T08:00:00.000Z', answered('lviv-39', 'Accepted', day(4)));
    expect(await read()).toEqual(before);
    clock.now = new Date('2026-06-01T00:00:00.000Z');
    expect(await read()).toMatchObject({ month: '2026-04', all: { sent: 25, unanswered: 25 } });
    expect(await read('(asOf: "2026-05-01T00:00:00Z")')).toEqual(before);
    expect(await read('(asKnownAt: "2026-05-01T00:00:00Z")')).toEqual(before);
    clock.now = new Date('2026-05-01T12:00:00.000Z');
  });
});

describe('it is for coordinators alone', () => {
  it.each(['official', 'registrar', 'caseworker'] as const)('not for the %s', async (who) => {
    const { data, errors } = await insights.ask(who, month());
    expect(data?.referralMonth ?? null).toBeNull();
    expect(errors[0].extensions.code).toBe('NOT_FOUND');
  });

  it('by row security alone as well', async () => {
    const { data } = await insights.ask('official', month(), { gaps: 'all' });
    expect(data.referralMonth).toMatchObject({ all: { sent: null }, cells: [] });
  });

  it('whatever they are certified for, it is the same', async () => {
    expect(await read('', 'certifiedCoordinator')).toEqual(await read());
  });
});
