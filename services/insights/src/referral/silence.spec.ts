import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type InsightsAtWork, startInsights, type Who } from '../testing/insights-at-work.js';
import { answered, expired, sent, told } from '../testing/published.js';

const query =
  '{ silentReferrals { asOf asKnownAt items { reference receiver { id } serviceGroup clock due hoursBeyond rung } } }';

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
  // Nobody decided in time; of one it was told afterwards that it had been acknowledged.
  for (const id of ['expired', 'expired-acknowledged']) await happen(at, ...sent(id, at), expired(id));
  await happen(at, answered('expired-acknowledged', 'Acknowledged', at));
  // In time still, and brought to the coordinator's notice.
  await happen(at, ...sent('noticed', '2026-04-29T00:00:00.000Z', { urgency: 'normal' }));
  const day = '2026-05-01T11:00:00.000Z';
  await happen(day, answered('noticed', 'Acknowledged', day));
  await happen(day, told('noticed', 'decide', 'reminder'), told('noticed', 'decide', 'coordinator'));
  for (const rung of ['reminder', 'duty_officer'] as const)
    await happen(day, told('silent', 'acknowledge', rung), told('of-gbv', 'acknowledge', rung));
  await happen(day, told('acknowledged', 'acknowledge', 'sender_supervisor'));
  const [drafted] = sent('draft', at);
  await happen(at, drafted!, answered('draft', 'Withdrawn', at));
}, 120_000);
afterAll(() => insights?.stop());

const read = async (who: Who) => (await insights.ask(who, query)).data.silentReferrals;

describe('silence', () => {
  it('lists what waits beyond its time, the longest first, with its clock and whom the ladder told', async () => {
    expect(await read('coordinator')).toEqual({
      asOf: '2026-05-01T12:00:00.000Z',
      asKnownAt: '2026-05-01T12:00:00.000Z',
      items: [
        ...[
          // What was said of a clock that has stopped counts no more.
          { reference: 'ST-acknowledged', rung: null },
          { reference: 'ST-expired-acknowledged', rung: null },
          { reference: 'ST-silent', rung: 'duty_officer' },
        ].map(({ reference, rung }) => ({
          ...{ reference, receiver: { id: 'kalyna' }, serviceGroup: 'SHL', clock: 'decide', rung },
          ...{ due: '2026-04-23T12:00:00.000Z', hoursBeyond: 192 },
        })),
        {
          ...{
            reference: 'ST-recent',
            receiver: { id: 'kalyna' },
            serviceGroup: 'LEG',
            clock: 'acknowledge',
          },
          ...{ due: '2026-04-30T18:30:00.000Z', hoursBeyond: 17, rung: null },
        },
        {
          ...{ reference: 'ST-noticed', receiver: { id: 'kalyna' }, serviceGroup: 'SHL', clock: 'decide' },
          ...{ due: '2026-05-02T00:00:00.000Z', hoursBeyond: 0, rung: 'coordinator' },
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
