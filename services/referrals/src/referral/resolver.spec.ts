import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createTurns } from '@stezhka/subgraph';
import { admitted, agreementTakenBack, offered, permitted } from '../testing/other-services.js';
import { type Scene, startScene } from '../testing/scene.js';

const A_MINUTE = 60_000;
let scene: Scene;
let service: Scene['service'];
let consent: Scene['consent'];
let graph: Scene['graph'];

beforeAll(async () => {
  const actors = {
    'actor-kalyna': [admitted('kalyna'), offered('kalyna', 'kalyna-transit')],
    'actor-aspen': [admitted('aspen'), offered('aspen', 'aspen-transit')],
  };
  scene = await startScene(actors, { turns: createTurns(A_MINUTE) });
  ({ service, consent, graph } = scene);
});
afterAll(() => scene?.stop());
beforeEach(() => consent.answers('permits'));

const types = async (id: string) => (await service.eventsOf(id)).map(({ type }) => type);

describe('a referral, end to end', () => {
  it('is drafted, sent, acknowledged, accepted, begun and completed, and each side sees its own', async () => {
    const { id, after: drafted } = (await graph.draft('caseworker')).receipt!;
    expect(await graph.referral('caseworker', id, drafted)).toMatchObject({
      state: 'draft',
      householdId: 'household',
      viewerCan: ['sendReferral', 'withdrawReferral'],
    });
    expect(await graph.referral('intake', id, drafted)).toBeNull();

    const sending = await graph.send('caseworker', id);
    expect(sending).toMatchObject({ outcome: 'sent', refused: null, receipt: { id, revision: '2' } });
    let after = sending.receipt!.after;
    expect(await graph.list('intake', 'inbox', after)).toContain(id);
    expect(await graph.referral('intake', id, after)).toMatchObject({
      side: 'recipient',
      state: 'sent',
      sender: { id: 'beacon' },
      offeredService: { id: 'kalyna-transit' },
      dataClasses: ['C1', 'C2'],
      householdId: null,
      memberIds: [],
      draftedAt: null,
      viewerCan: ['acknowledgeReferral', 'acceptReferral', 'declineReferral'],
      timeline: [{ act: 'sent', channel: 'api', recordedBy: null, code: null }],
    });

    for (const [mutation, state, more] of [
      ['acknowledgeReferral', 'acknowledged', {}],
      ['acceptReferral', 'accepted', {}],
      ['startReferral', 'in_progress', {}],
      ['completeReferral', 'completed', { outcome: 'service_provided' }],
    ] as const) {
      const { receipt } = await graph.act('intake', mutation, { referralId: id, ...more });
      after = receipt!.after;
      // The sender counts from the draft, the recipient from the sending.
      const revisions = { intake: receipt!.revision, caseworker: String(Number(receipt!.revision) + 2) };
      for (const who of ['caseworker', 'intake'] as const)
        expect(await graph.referral(who, id, after)).toMatchObject({ state, revision: revisions[who] });
      expect(await graph.referral('outsider', id, after)).toBeNull();
    }
    expect(await graph.referral('caseworker', id, after)).toMatchObject({
      outcome: 'service_provided',
      viewerCan: [],
    });
    expect(await graph.list('outsider', 'inbox', after)).toEqual([]);
    expect(await graph.list('outsider', 'sentBox', after)).toEqual([]);
    expect(await types(id)).toEqual([
      'ReferralDrafted.v1',
      'ReferralOfferRequested.v1',
      'ReferralSent.v1',
      'ReferralAcknowledged.v1',
      'ReferralAccepted.v1',
      'ReferralStarted.v1',
      'ReferralCompleted.v1',
    ]);
  });

  it('reads in a list as it does by itself, whether little is asked of it or everything', async () => {
    const { id, after } = await graph.sent();
    const listed = `id reference side state sender { id } recipient { id } service oblast urgency pathway asking
      prepared preparationEnded refused draftedAt sentAt acknowledgeBy decideBy unconfirmedFrom sharingEnded`;
    for (const [who, list] of [
      ['certifiedCaseworker', 'sentBox'],
      ['intake', 'inbox'],
    ] as const) {
      const alone = (await graph.referral(who, id, after))!;
      for (const fields of [`__typename ${listed}`, `${listed} revision householdId dataClasses viewerCan`]) {
        const asked = `{ ${list} { items { ...r } } } fragment r on Referral { ${fields} }`;
        const { data } = await service.ask(who, asked, {}, after);
        const [item] = (data![list] as { items: { id: string; __typename?: string }[] }).items;
        expect({ __typename: 'Referral', ...alone }).toMatchObject(item!);
        expect(item!.id).toBe(id);
      }
    }
  });

  it('is declined with a reason, and goes on to the next actor', async () => {
    const { id } = await graph.sent();
    const bare = { referralId: id, reason: 'no_capacity' };
    expect(await graph.act('intake', 'declineReferral', bare)).toEqual({
      code: 'REASON_REQUIRED',
      possible: ['capacityScope'],
    });
    const full = { ...bare, capacityScope: 'not_for_this_household' };
    const { receipt } = await graph.act('intake', 'declineReferral', full);
    const theirs = await graph.referral('intake', id, receipt!.after);
    expect(theirs).toMatchObject({
      state: 'declined',
      declineReason: 'no_capacity',
      timeline: [{ act: 'declined' }],
    });
    expect(theirs).toMatchObject({ sender: null, service: null, oblast: null, pathway: null, sentAt: null });

    const next = (await graph.draft('caseworker', { partOf: id })).receipt!.id;
    const sending = await graph.send('caseworker', next, { serviceId: 'aspen-transit' });
    expect(sending.outcome).toBe('sent');
    expect(await graph.referral('caseworker', next, sending.receipt!.after)).toMatchObject({
      partOf: id,
      recipient: { id: 'aspen' },
    });
    expect(await graph.referral('intake', next, sending.receipt!.after)).toBeNull();
  });

  it('is taken back by its sender, and answered no more', async () => {
    const { id } = await graph.sent();
    const { receipt } = await graph.act('caseworker', 'withdrawReferral', {
      referralId: id,
      reason: 'need_met',
    });
    expect(await graph.referral('intake', id, receipt!.after)).toMatchObject({
      state: 'withdrawn',
      withdrawReason: 'need_met',
      viewerCan: [],
    });
    expect(await graph.act('intake', 'acceptReferral', { referralId: id })).toEqual({
      code: 'ILLEGAL_TRANSITION',
      possible: [],
    });
  });

  it('has an answer that was spoken, typed in later, and confirmed', async () => {
    const { id } = await graph.sent();
    const told = { referralId: id, channel: 'phone' };
    expect(await graph.act('caseworker', 'acceptReferral', { referralId: id })).toMatchObject({
      code: 'NOT_FOUND',
    });
    const spoken = await graph.act('caseworker', 'acceptReferral', told);
    expect(await graph.referral('intake', id, spoken.receipt!.after)).toMatchObject({
      state: 'accepted',
      unconfirmedFrom: 'sender',
      viewerCan: expect.arrayContaining(['confirmAnswer', 'declineReferral']),
    });
    const { receipt } = await graph.act('intake', 'confirmAnswer', { referralId: id });
    expect(await graph.referral('caseworker', id, receipt!.after)).toMatchObject({ unconfirmedFrom: null });
  });
});

describe('consent', () => {
  it('that refuses leaves a draft, and nobody else knows', async () => {
    consent.answers('refuses');
    const { id } = (await graph.draft('caseworker')).receipt!;
    const sending = await graph.send('caseworker', id);
    expect(sending).toMatchObject({ outcome: 'refused', refused: 'not_agreed', receipt: { revision: '2' } });
    const { after } = sending.receipt!;
    expect(await graph.referral('caseworker', id, after)).toMatchObject({
      state: 'draft',
      asking: false,
      refused: 'not_agreed',
      recipient: null,
    });
    expect(await graph.referral('intake', id, after)).toBeNull();

    consent.answers('permits');
    expect(await graph.send('caseworker', id)).toMatchObject({ outcome: 'sent' });
  });

  it('that is slow keeps nobody waiting, and is heard when it comes', async () => {
    consent.answers('is silent');
    const { id } = (await graph.draft('caseworker')).receipt!;
    const sending = await graph.send('caseworker', id);
    expect(sending).toMatchObject({ outcome: 'PENDING', refused: null });
    const { after } = sending.receipt!;
    expect(await graph.referral('caseworker', id, after)).toMatchObject({ state: 'draft', asking: true });
    expect(await graph.referral('intake', id, after)).toBeNull();

    await service.published('household-household', permitted(consent.offers.at(-1)!));
    const arrived = await scene.untilEvent(id, 'ReferralSent.v1');
    expect(await graph.referral('intake', id, arrived)).toMatchObject({ state: 'sent' });
  });

  it('that comes after the draft was given up changes nothing', async () => {
    consent.answers('is silent');
    const { id } = (await graph.draft('caseworker')).receipt!;
    const pending = graph.send('caseworker', id);
    await scene.untilEvent(id, 'ReferralOfferRequested.v1');
    const withdrawn = graph.act('caseworker', 'withdrawReferral', { referralId: id, reason: 'need_met' });
    expect(await pending).toMatchObject({ outcome: 'PENDING' });
    // It has left its turn to this one: otherwise it had waited out its time first.
    expect(await types(id)).toContain('ReferralWithdrawn.v1');
    expect((await withdrawn).receipt).toBeDefined();
    await service.published('household-household', permitted(consent.offers.at(-1)!));
    consent.answers('permits');
    // What the workflow hears later it answers later: when this one is sent, the other was passed.
    const other = await graph.sent();
    expect(await types(id)).toEqual([
      'ReferralDrafted.v1',
      'ReferralOfferRequested.v1',
      'ReferralWithdrawn.v1',
    ]);
    expect(await graph.referral('intake', id, other.after)).toBeNull();
  });

  it('that is taken back ends what rested on it', async () => {
    const { id } = await graph.sent();
    await graph.act('intake', 'acceptReferral', { referralId: id });
    const offer = consent.offers.find(({ referralId }) => referralId === id)!;
    const moment = new Date().toISOString();
    await service.published('household-household', agreementTakenBack(offer, moment));
    const after = await scene.untilEvent(id, 'ReferralSharingEnded.v1');
    for (const who of ['caseworker', 'intake'] as const)
      expect(await graph.referral(who, id, after)).toMatchObject({
        state: 'withdrawn',
        withdrawReason: 'consent_withdrawn',
        sharingEnded: true,
      });
    expect(await graph.referral('intake', id, after)).toMatchObject({ language: null, dataClasses: [] });
    expect(await graph.act('intake', 'startReferral', { referralId: id })).toMatchObject({
      code: 'ILLEGAL_TRANSITION',
    });
  });
});

describe('a rebuild', () => {
  it('gives both sides the same again', async () => {
    const everything = async () => {
      const seen = [];
      for (const who of ['caseworker', 'intake'] as const)
        for (const list of ['inbox', 'sentBox'] as const)
          for (const id of await graph.list(who, list)) seen.push(await graph.referral(who, id));
      return seen;
    };
    const head = await service.store.head();
    expect(await service.projections.waitFor(head!, 20_000)).toBe(true);
    const before = await everything();
    expect(before.length).toBeGreaterThan(10);
    for (const name of ['candidates', 'referral', 'timeline']) await service.projections.rebuild(name);
    expect(await everything()).toEqual(before);
  });
});
