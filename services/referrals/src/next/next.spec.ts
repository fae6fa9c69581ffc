import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { admitted, offered } from '../testing/other-services.js';
import { type Scene, startScene } from '../testing/scene.js';

const HOUR = 3_600_000;
const her = 'certifiedCaseworker';
let scene: Scene;
let service: Scene['service'];
let graph: Scene['graph'];

beforeAll(async () => {
  scene = await startScene({
    'actor-kalyna': [admitted('kalyna'), offered('kalyna', 'kalyna-transit')],
    'actor-willow': [admitted('willow'), offered('willow', 'willow-transit')],
  });
  ({ service, graph } = scene);
});
afterAll(() => scene?.stop());
beforeEach(() => scene.consent.answers('permits'));

/** One that waits at the first shelter, and a draft that continues it. */
async function waiting(): Promise<{ first: string; next: string }> {
  const { id: first } = await graph.sent({ urgency: 'urgent' });
  const drafted = await graph.draft(her, { partOf: first, urgency: 'urgent' });
  return { first, next: drafted.receipt!.id };
}
const offer = {
  ...{ serviceId: 'willow-transit', dataClasses: ['C1', 'C2'] },
  decisionRecordIds: ['r2k4m6p3r5t7v2x4z6b3d5f7ja'],
};
const prepare = (referralId: string) => graph.act(her, 'prepareReferral', { referralId, ...offer });
const typesOf = async (id: string) => (await service.eventsOf(id)).map(({ type }) => type);

async function prepared(): Promise<{ first: string; next: string; since: string }> {
  const both = await waiting();
  const { receipt } = await prepare(both.next);
  return { ...both, since: receipt!.after };
}

describe('a referral that was prepared to follow another', () => {
  it('goes by itself once the first one has expired, with consent asked then, and both say so', async () => {
    const { first, next, since } = await prepared();
    expect(await graph.referral(her, next, since)).toMatchObject({
      ...{ state: 'draft', prepared: true, recipient: { id: 'willow' }, partOf: first },
      viewerCan: ['sendReferral', 'cancelPreparation', 'withdrawReferral'],
    });
    const offersBefore = scene.consent.offers.length;
    while ((await service.clock.nextDue()) === undefined);
    service.passTime(73 * HOUR);
    await service.clock.strike();
    const after = await scene.untilEvent(next, 'ReferralSent.v1');
    expect(scene.consent.offers.slice(offersBefore).map(({ referralId }) => referralId)).toEqual([next]);
    const sent = await graph.referral(her, next, after);
    expect(sent).toMatchObject({ state: 'sent', prepared: false, recipient: { id: 'willow' } });
    expect((sent!.timeline as { act: string }[]).map(({ act }) => act)).toEqual([
      ...['drafted', 'prepared', 'offer_requested', 'sent'],
    ]);
    expect(await graph.referral(her, first, after)).toMatchObject({ state: 'expired', next });
    // The first one's recipient learns nothing of it; the second's begins with the sending.
    expect(await graph.referral('intake', first, after)).toMatchObject({ next: null });
    const theirs = await graph.referral('outsider', next, after);
    expect(theirs).toMatchObject({ partOf: null, prepared: false, next: null, revision: '0' });
    expect((theirs!.timeline as { act: string }[]).map(({ act }) => act)).toEqual(['sent']);
  });

  it('goes by itself after a decline for want of room, and waits for a person after one that speaks of her', async () => {
    const [one, other] = [await prepared(), await prepared()];
    await graph.act('intake', 'declineReferral', { referralId: one.first, reason: 'lack_of_resources' });
    await scene.untilEvent(one.next, 'ReferralSent.v1');
    await graph.act('intake', 'declineReferral', { referralId: other.first, reason: 'safety_of_person' });
    const after = await scene.untilEvent(other.next, 'ReferralPreparationEnded.v1');
    expect(await graph.referral(her, other.next, after)).toMatchObject({
      ...{ state: 'draft', prepared: false, preparationEnded: 'for_a_person', recipient: null },
    });
    expect(await graph.referral(her, other.first, after)).toMatchObject({ next: null });
  });

  it('ends with a yes, and with a withdrawal', async () => {
    const [one, other] = [await prepared(), await prepared()];
    await graph.act('intake', 'acceptReferral', { referralId: one.first });
    await scene.untilEvent(one.next, 'ReferralPreparationEnded.v1');
    await graph.act(her, 'withdrawReferral', { referralId: other.first, reason: 'need_met' });
    const after = await scene.untilEvent(other.next, 'ReferralPreparationEnded.v1');
    expect(await graph.referral(her, one.next, after)).toMatchObject({ preparationEnded: 'first_accepted' });
    expect(await graph.referral(her, other.next, after)).toMatchObject({
      preparationEnded: 'first_taken_back',
    });
  });

  it('stays hers where consent refuses it then', async () => {
    const { first, next } = await prepared();
    scene.consent.answers('refuses');
    await graph.act('intake', 'declineReferral', { referralId: first, reason: 'lack_of_resources' });
    const after = await scene.untilEvent(next, 'ReferralOfferRefused.v1');
    expect(await graph.referral(her, next, after)).toMatchObject({ state: 'draft', refused: 'not_agreed' });
    expect(await graph.referral('outsider', next, after)).toBeNull();
  });

  it('is one at a time, and another once it was called off', async () => {
    const { first, next } = await prepared();
    const drafted = await graph.draft(her, { partOf: first });
    const another = drafted.receipt!.id;
    // The place is taken as soon as the workflow has heard of it.
    while ((await prepare(another)).code !== 'CONFLICT') {
      await scene.untilEvent(another, 'ReferralPreparationEnded.v1');
      await graph.act(her, 'cancelPreparation', { referralId: another });
    }
    await graph.act(her, 'cancelPreparation', { referralId: next });
    expect((await prepare(another)).receipt).toBeDefined();
    await graph.act('intake', 'declineReferral', { referralId: first, reason: 'out_of_area' });
    await scene.untilEvent(another, 'ReferralSent.v1');
    expect(await typesOf(next)).not.toContain('ReferralOfferRequested.v1');
  });
});
