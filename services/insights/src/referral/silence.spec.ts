import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type InsightsAtWork, startInsights, type Who } from '../testing/insights-at-work.js';
import { answered, sent } from '../testing/published.js';

const query =
  '{ silentReferrals { asOf asKnownAt items { reference receiver { id } serviceGroup clock due hoursBeyond } } }';

let insights: InsightsAtWork;
beforeAll(async () => {
  insights = await startInsights();
  const { happen } = insights;
  const at = '2026-04-20T12:00:00.000Z';
  for (const id of ['silent', 'acknowledged', 'accepted', 'withdrawn', 'ended'])
    await happen(at, ...sent(id, at));
  for (const [id, type] of [
    ['acknowledged', 'Acknowledged'],
    ['accepted', 'Accepted'],
  ] as const)
    await happen(at, answered(id, type, at));
  await happen(at, answered('withdrawn', 'Withdrawn', at), answered('ended', 'SharingEnded', at));
  await happen(
    '2026-04-29T00:00:00.000Z',
    ...sent('recent', '2026-04-29T18:30:00.000Z', { service: 'LEG.AID' }),
  );
  await happen('2026-05-01T11:00:00.000Z', ...sent('fresh', '2026-05-01T11:00:00.000Z'));
  for (const pathway of ['gbv', 'tip', 'cp'] as const)
    await happen(at, ...sent(`of-${pathway}`, at, { pathway }));
  const [drafted] = sent('draft', at);
  await happen(at, drafted!, answered('draft', 'Withdrawn', at));
}, 120_000);
afterAll(() => insights?.stop());

const read = async (who: Who) => (await insights.ask(who, query)).data.silentReferrals;

describe('silence', () => {
  it('lists what waits beyond its time, the longest first, with the clock that ran out', async () => {
    expect(await read('coordinator')).toEqual({
      asOf: '2026-05-01T12:00:00.000Z',
      asKnownAt: '2026-05-01T12:00:00.000Z',
      items: [
        ...['ST-acknowledged', 'ST-silent'].map((reference) => ({
          ...{ reference, receiver: { id: 'kalyna' }, serviceGroup: 'SHL', clock: 'decide' },
          ...{ due: '2026-04-23T12:00:00.000Z', hoursBeyond: 192 },
        })),
        {
          ...{
            reference: 'ST-recent',
            receiver: { id: 'kalyna' },
            serviceGroup: 'LEG',
            clock: 'acknowledge',
          },
          ...{ due: '2026-04-30T18:30:00.000Z', hoursBeyond: 17 },
        },
      ],
    });
  });

  it.each(['official', 'registrar', 'caseworker'] as const)('is not there for the %s', async (who) => {
    const { data, errors } = await insights.ask(who, query);
    expect(data?.silentReferrals ?? null).toBeNull();
    expect(errors[0].extensions.code).toBe('NOT_FOUND');
  });

  it('is empty for them by row security alone', async () => {
    const { data } = await insights.ask('official', query, { gaps: 'all' });
    expect(data.silentReferrals.items).toEqual([]);
  });
});
