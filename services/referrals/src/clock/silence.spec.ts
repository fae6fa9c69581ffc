import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { admitted, offered } from '../testing/other-services.js';
import { type Scene, startScene } from '../testing/scene.js';

const HOUR = 3_600_000;
let scene: Scene;
let service: Scene['service'];
let graph: Scene['graph'];

beforeAll(async () => {
  scene = await startScene({ 'actor-kalyna': [admitted('kalyna'), offered('kalyna', 'kalyna-transit')] });
  ({ service, graph } = scene);
  scene.consent.answers('permits');
});
afterAll(() => scene?.stop());

/** Urgent: acknowledged within a day, decided within three. Its timers are set. */
async function sent(): Promise<string> {
  const { id } = await graph.sent({ urgency: 'urgent' });
  while ((await service.clock.nextDue()) === undefined);
  return id;
}
const told = (entries: unknown) =>
  (entries as { act: string; code: string | null }[]).map(({ act, code }) => [act, code]);

describe('silence, end to end', () => {
  it('is told step by step to each side, expires, and goes on with the next', async () => {
    const id = await sent();
    expect(await service.clock.strike()).toBe(0);

    service.passTime(50 * HOUR);
    expect(await service.clock.strike()).toBe(4);
    const asked = await scene.untilEvent(id, 'ReferralSilenceNoticed.v1');
    const reminded = [
      ['unacknowledged', 'reminder'],
      ['unacknowledged', 'duty_officer'],
      ['undecided', 'reminder'],
    ];
    const sender = await graph.referral('certifiedCaseworker', id, asked);
    expect(sender).toMatchObject({ state: 'sent' });

    service.passTime(23 * HOUR);
    expect(await service.clock.strike()).toBe(5);
    const expired = await scene.untilEvent(id, 'ReferralExpired.v1');
    expect(await graph.referral('certifiedCaseworker', id, expired)).toMatchObject({
      state: 'expired',
      service: 'SHL.TRANSIT',
      declineReason: null,
      viewerCan: ['acceptReferral', 'declineReferral'],
    });
    const theirs = await graph.referral('intake', id, expired);
    expect(theirs).toMatchObject({
      ...{ state: 'expired', service: null, sender: null, sentAt: null, dataClasses: [], viewerCan: [] },
    });
    expect(told(theirs!.timeline)).toEqual([...reminded, ['undecided', 'duty_officer'], ['expired', null]]);
    expect(await graph.act('intake', 'acceptReferral', { referralId: id })).toEqual({
      code: 'ILLEGAL_TRANSITION',
      possible: [],
    });

    const next = await graph.draft('certifiedCaseworker', { partOf: id });
    expect(next.receipt).toBeDefined();
    expect(await service.clock.strike()).toBe(0);
    expect(await service.clock.nextDue()).toBeUndefined();
  });

  it('ends where somebody answers', async () => {
    const id = await sent();
    service.passTime(30 * HOUR);
    expect(await service.clock.strike()).toBe(1);
    await graph.act('intake', 'acceptReferral', { referralId: id });
    service.passTime(100 * HOUR);
    await service.clock.strike();
    const types = (await service.eventsOf(id)).map(({ type }) => type);
    expect(types.slice(2)).toEqual(['ReferralSent.v1', 'ReferralSilenceNoticed.v1', 'ReferralAccepted.v1']);
  });
});
