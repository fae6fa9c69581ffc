import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { happens, published } from '../../testing/happening.js';
import { type Invented, loadInvented, now } from '../../testing/invented.js';
import { type Network, startNetwork } from '../../testing/network.js';

let network: Network;
let invented: Invented;

beforeAll(async () => {
  network = await startNetwork(() => now);
  invented = await loadInvented(network);
});
afterAll(() => network.stop());

describe('an answer about the room', () => {
  const offer = (referralId: string) => ({ referralId, offerId: `${referralId}-offer` });
  const requested = (
    referralId: string,
    { serviceId = invented.services.transit, actorId = invented.actors.kalyna, pathway = 'general' } = {},
  ) => ({
    type: 'ReferralOfferRequested.v1',
    data: {
      ...offer(referralId),
      recipientActorId: actorId,
      serviceId,
      pathway,
      occurredAt: '2026-02-27T08:00:00.000Z',
    },
  });
  const declined = (
    referralId: string,
    day: string,
    { capacityScope = 'for_all', recordedBy = 'recipient' } = {},
  ) => ({
    type: 'ReferralDeclined.v1',
    data: {
      ...offer(referralId),
      reason: 'no_capacity',
      capacityScope,
      recordedBy,
      occurredAt: `2026-02-${day}T09:10:00.000Z`,
    },
  });
  const accepted = (referralId: string, recordedBy: string, occurredAt = '2026-02-28T10:00:00.000Z') => ({
    type: 'ReferralAccepted.v1',
    data: { ...offer(referralId), recordedBy, occurredAt },
  });
  const confirmed = (referralId: string) => ({
    type: 'ReferralAnswerConfirmed.v1',
    data: { ...offer(referralId), occurredAt: '2026-02-28T11:00:00.000Z' },
  });
  const reports = async (actorId = invented.actors.kalyna) =>
    (await network.store.read(`actor-${actorId}`)).filter(({ type }) => type === 'CapacityReported.v1');
  const workflow = () => network.service.workflows.find(({ name }) => name === 'registry.capacity')!;
  /** The workflow has answered all of it, beside the one that is running. */
  const answered = async (referralId: string) => {
    for (const event of await network.store.read(`referral-${referralId}`)) await workflow().react(event);
  };
  const full = (occurredAt: string) => ({
    actorId: invented.actors.kalyna,
    serviceId: invented.services.transit,
    capacity: 'no-capacity',
    available: 0,
    occurredAt,
  });

  it('marks the service, once, and says by which event', async () => {
    const notForAll = { capacityScope: 'not_for_this_household' };
    await published(network.store, 'referral-one', requested('one'), declined('one', '27', notForAll));
    await published(network.store, 'referral-two', requested('two'), declined('two', '27'));
    const [, cause] = await network.store.read('referral-two');
    const report = await happens(
      network.store,
      `actor-${invented.actors.kalyna}`,
      ({ type }) => type === 'CapacityReported.v1',
    );
    expect(report.data).toEqual(full('2026-02-27T09:10:00.000Z'));
    expect(report.metadata).toMatchObject({ causedBy: 'system:capacity', causationId: cause?.id });
    for (const referralId of ['one', 'two']) await answered(referralId);
    expect(await reports()).toHaveLength(1);
  });

  it('says nothing while only the sender has said so, nor when it was wrong', async () => {
    const heard = { recordedBy: 'sender' };
    await published(network.store, 'referral-heard', requested('heard'), declined('heard', '28', heard));
    await published(
      network.store,
      'referral-wrong',
      requested('wrong'),
      declined('wrong', '28', heard),
      accepted('wrong', 'recipient'),
    );
    // Heard of the other answer, which was confirmed.
    await published(
      network.store,
      'referral-other',
      requested('other'),
      declined('other', '28', heard),
      accepted('other', 'sender'),
      confirmed('other'),
    );
    for (const referralId of ['heard', 'wrong', 'other']) await answered(referralId);
    expect(await reports()).toHaveLength(1);
  });

  it('counts from when it was said, once it is confirmed', async () => {
    await published(
      network.store,
      'referral-confirmed',
      requested('confirmed'),
      declined('confirmed', '28', { recordedBy: 'sender' }),
      confirmed('confirmed'),
    );
    await answered('confirmed');
    await answered('confirmed');
    const [, , cause] = await network.store.read('referral-confirmed');
    const [, report, ...more] = await reports();
    expect(report?.data).toEqual(full('2026-02-28T09:10:00.000Z'));
    expect(report?.metadata.causationId).toBe(cause?.id);
    expect(more).toEqual([]);
  });

  it('of an isolated referral marks no service that everybody knows of', async () => {
    const { mak: actorId } = invented.actors;
    const { counsel, shelter } = invented.services;
    const onGbv = { actorId, pathway: 'gbv' };
    await published(
      network.store,
      'referral-open',
      requested('open', { ...onGbv, serviceId: counsel }),
      declined('open', '28'),
    );
    await published(
      network.store,
      'referral-isolated',
      requested('isolated', { ...onGbv, serviceId: shelter }),
      declined('isolated', '28'),
    );
    for (const referralId of ['open', 'isolated']) await answered(referralId);
    expect((await reports(actorId)).map(({ data }) => data)).toEqual([
      { ...full('2026-02-28T09:10:00.000Z'), actorId, serviceId: shelter },
    ]);
  });

  it('tells other actors the hour alone', async () => {
    await network.settled();
    const query = 'query ($id: ID!) { offeredService(id: $id) { capacity { updatedAt } } }';
    const variables = { id: invented.services.transit };
    const readBy = async (token: string) => {
      const headers = { authorization: `Bearer ${token}` };
      const { data } = await network.walls.both.execute({ query, variables, headers });
      return (data as { offeredService: { capacity: { updatedAt: string } } }).offeredService.capacity
        .updatedAt;
    };
    expect(await readBy('kalyna-caseworker')).toBe('2026-02-28T09:10:00.000Z');
    for (const token of ['bereza-caseworker', 'registrar'])
      expect(await readBy(token)).toBe('2026-02-28T09:00:00.000Z');
  });

  it('is read in the directory until it is confirmed otherwise', async () => {
    const query = 'query ($id: ID!) { offeredService(id: $id) { capacity { state available stale } } }';
    const read = async () => {
      await network.settled();
      const { data } = await network.walls.both.execute({
        query,
        variables: { id: invented.services.transit },
        headers: { authorization: 'Bearer bereza-caseworker' },
      });
      return (data as { offeredService: { capacity: object } }).offeredService.capacity;
    };
    expect(await read()).toEqual({ state: 'no-capacity', available: 0, stale: false });
    const report = { actorId: invented.actors.kalyna, serviceId: invented.services.transit, maximum: 18 };
    const { commands } = network.service;
    const admin = invented.staff.get('kalyna-admin');
    const late = {
      ...report,
      capacity: 'waitlist',
      occurredAt: '2026-02-20T00:00:00Z',
      key: 'late-one',
    } as const;
    await commands.reportCapacity(admin, late, now);
    expect(await read()).toEqual({ state: 'no-capacity', available: 0, stale: false });
    const free = { ...report, capacity: 'capacity', available: 4, key: 'four-free' } as const;
    await commands.reportCapacity(admin, { ...free, occurredAt: '2026-03-01T10:00:00Z' }, now);
    expect(await read()).toEqual({ state: 'capacity', available: 4, stale: false });
  });

  it('and an acceptance takes one place, once, unless only the sender has said so', async () => {
    const at = '2026-03-01T10:00:00.000Z';
    const before = (await reports()).length;
    await published(network.store, 'referral-phoned', requested('phoned'), accepted('phoned', 'sender', at));
    await published(network.store, 'referral-taken', requested('taken'), accepted('taken', 'recipient', at));
    for (const referralId of ['phoned', 'taken', 'taken']) await answered(referralId);
    const [taken, ...more] = (await reports()).slice(before);
    expect(taken?.data).toMatchObject({ capacity: 'capacity', available: 3, occurredAt: at });
    expect(more).toEqual([]);
  });
});
