import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { admitted, offered } from '../testing/other-services.js';
import { type Scene, startScene } from '../testing/scene.js';
import { tokens } from '../testing/service-at-work.js';

let scene: Scene;
let service: Scene['service'];
let graph: Scene['graph'];

beforeAll(async () => {
  scene = await startScene({ 'actor-kalyna': [admitted('kalyna'), offered('kalyna', 'kalyna-transit')] });
  ({ service, graph } = scene);
});
afterAll(() => scene?.stop());

const five = <Result>(once: () => Promise<Result>) => Promise.all(Array.from({ length: 5 }, once));
const count = async (id: string, type: string) =>
  (await service.eventsOf(id)).filter((event) => event.type === type).length;
const reused = { code: 'IDEMPOTENCY_KEY_REUSED', possible: [] };

describe('a command that is sent five times at once under one key', () => {
  it('drafts one referral, with one receipt', async () => {
    const key = graph.newKey();
    const answers = await five(() => graph.draft('caseworker', { key }));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    const { id, revision, after } = answers[0]!.receipt!;
    expect(revision).toBe('0');
    expect(await service.eventsOf(id)).toHaveLength(1);
    expect((await graph.list('caseworker', 'sentBox', after)).filter((each) => each === id)).toHaveLength(1);
  });

  it('sends one referral, with one receipt', async () => {
    const { id } = (await graph.draft('caseworker')).receipt!;
    const key = graph.newKey();
    const answers = await five(() => graph.send('caseworker', id, { key }));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({ outcome: 'sent', receipt: { id, revision: '2' } });
    expect(await count(id, 'ReferralOfferRequested.v1')).toBe(1);
    expect(await count(id, 'ReferralSent.v1')).toBe(1);
  });

  it.each(['acknowledgeReferral', 'acceptReferral'])('answers once: %s', async (mutation) => {
    const { id } = await graph.sent();
    const key = graph.newKey();
    const answers = await five(() => graph.act('intake', mutation, { referralId: id, key }));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]?.receipt).toMatchObject({ id, revision: '1' });
    expect(await service.eventsOf(id)).toHaveLength(4);
  });
});

describe('a command that is sent five times at once under five keys', () => {
  it('takes effect once, and the others are told what is possible', async () => {
    const { id } = await graph.sent();
    const answers = await five(() => graph.act('intake', 'acceptReferral', { referralId: id }));
    expect(answers.filter(({ receipt }) => receipt)).toHaveLength(1);
    for (const { code, possible } of answers.filter(({ receipt }) => !receipt)) {
      expect(code).toBe('ILLEGAL_TRANSITION');
      expect(possible).toContain('startReferral');
    }
    expect(await count(id, 'ReferralAccepted.v1')).toBe(1);
  });
});

describe('a retry', () => {
  it('gets the first receipt although the referral has moved on', async () => {
    const { id } = await graph.sent();
    const acknowledge = { referralId: id, key: graph.newKey() };
    const first = await graph.act('intake', 'acknowledgeReferral', acknowledge);
    await graph.act('intake', 'acceptReferral', { referralId: id });
    await graph.act('intake', 'completeReferral', { referralId: id, outcome: 'service_provided' });
    expect(await graph.act('intake', 'acknowledgeReferral', acknowledge)).toEqual(first);
    expect(await count(id, 'ReferralAcknowledged.v1')).toBe(1);
  });

  it('of a sending tells the answer that consent gave to it', async () => {
    const { id } = (await graph.draft('caseworker')).receipt!;
    const key = graph.newKey();
    const first = await graph.send('caseworker', id, { key });
    await graph.act('intake', 'declineReferral', { referralId: id, reason: 'out_of_area' });
    expect(await graph.send('caseworker', id, { key })).toEqual(first);
  });

  it('gets its receipt although it saw a revision that has passed', async () => {
    const { id } = await graph.sent();
    const accept = { referralId: id, key: graph.newKey(), seenRevision: '0' };
    const first = await graph.act('intake', 'acceptReferral', accept);
    expect(first.receipt?.revision).toBe('1');
    expect(await graph.act('intake', 'acceptReferral', accept)).toEqual(first);
  });
});

describe('a key that was used', () => {
  it('is refused with another payload', async () => {
    const key = graph.newKey();
    await graph.draft('caseworker', { key });
    expect(await graph.draft('caseworker', { key, urgency: 'normal' })).toEqual(reused);
    const { id } = await graph.sent();
    const decline = { referralId: id, key: graph.newKey(), reason: 'out_of_area' };
    await graph.act('intake', 'declineReferral', decline);
    expect(await graph.act('intake', 'declineReferral', { ...decline, reason: 'duplicate' })).toEqual(reused);
  });

  it('is refused on another target', async () => {
    const [one, other] = [await graph.sent(), await graph.sent()];
    const key = graph.newKey();
    await graph.act('intake', 'acceptReferral', { referralId: one.id, key });
    expect(await graph.act('intake', 'acceptReferral', { referralId: other.id, key })).toEqual(reused);
    expect(await count(other.id, 'ReferralAccepted.v1')).toBe(0);
  });

  it('is refused for another command', async () => {
    const { id } = await graph.sent();
    const key = graph.newKey();
    await graph.act('intake', 'acknowledgeReferral', { referralId: id, key });
    expect(await graph.act('intake', 'acceptReferral', { referralId: id, key })).toEqual(reused);
  });

  it('by one user is free for another', async () => {
    const { id } = await graph.sent();
    const key = graph.newKey();
    await graph.act('intake', 'acknowledgeReferral', { referralId: id, key });
    expect((await graph.act('duty', 'acceptReferral', { referralId: id, key })).receipt).toBeDefined();
  });

  it('and refused is free again: nothing took effect under it', async () => {
    const { id } = await graph.sent();
    const key = graph.newKey();
    const early = await graph.act('intake', 'startReferral', { referralId: id, key });
    expect(early.code).toBe('ILLEGAL_TRANSITION');
    await graph.act('intake', 'acceptReferral', { referralId: id });
    expect((await graph.act('intake', 'startReferral', { referralId: id, key })).receipt).toBeDefined();
  });
});

describe('a revision that was seen', () => {
  it('and has moved is refused', async () => {
    const { id } = await graph.sent();
    await graph.act('intake', 'acknowledgeReferral', { referralId: id });
    expect(await graph.act('intake', 'acceptReferral', { referralId: id, seenRevision: '0' })).toEqual({
      code: 'STALE_REVISION',
      possible: [],
    });
    const seen = await graph.act('intake', 'acceptReferral', { referralId: id, seenRevision: '1' });
    expect(seen.receipt?.revision).toBe('2');
  });

  it('of a referral that the viewer may not see tells her nothing', async () => {
    const { id } = await graph.sent();
    for (const seenRevision of ['0', '2'])
      expect(await graph.act('outsider', 'acceptReferral', { referralId: id, seenRevision })).toMatchObject({
        code: 'NOT_FOUND',
      });
  });
});

describe('reading what one has written', () => {
  it('never misses it, in either list', async () => {
    for (let turn = 0; turn < 10; turn++) {
      const { id, after } = await graph.sent();
      expect((await graph.list('caseworker', 'sentBox', after))[0]).toBe(id);
      expect((await graph.list('intake', 'inbox', after))[0]).toBe(id);
    }
  });

  it('is told when the answer may be older', async () => {
    const { extensions } = await service.ask('intake', '{ inbox { hasMore } }', {}, tokens.seal(2n ** 60n));
    expect(extensions).toEqual({ stale: true });
    const { after } = await graph.sent();
    expect((await service.ask('intake', '{ inbox { hasMore } }', {}, after)).extensions).toBeUndefined();
  });
});
