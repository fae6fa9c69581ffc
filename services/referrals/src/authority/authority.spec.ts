/** A code from its giving to its end, over the graph and over real stores. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { authorityPolicies } from '@stezhka/vocabulary';
import { admitted, agreementTakenBack, offered } from '../testing/other-services.js';
import { type Scene, startScene } from '../testing/scene.js';
import type { Who } from '../testing/service-at-work.js';

let scene: Scene;
let service: Scene['service'];
let graph: Scene['graph'];

beforeAll(async () => {
  scene = await startScene({
    'actor-kalyna': [admitted('kalyna'), offered('kalyna', 'kalyna-transit')],
    'actor-willow': [admitted('willow')],
  });
  ({ service, graph } = scene);
});
afterAll(() => scene?.stop());

/** Among her roles is the official's, at the actor `willow`. */
const official = 'coordinator';
const nothing = { status: 'not_available', month: null };

async function mutate(who: Who, name: string, type: string, fields: string, input: object) {
  const query = `mutation ($input: ${type}!) { done: ${name}(input: $input) { ${fields} } }`;
  const { data, errors } = await service.ask(who, query, { input: { key: graph.newKey(), ...input } });
  // biome-ignore lint/suspicious/noExplicitAny: what a mutation answers is as many-shaped as mutations are
  return { done: data?.done as any, codes: errors?.map(({ extensions }) => extensions?.code) };
}
const give = (input: object, who: Who = 'caseworker') =>
  mutate(who, 'giveAuthorityCode', 'GiveAuthorityCodeInput', 'receipt { id revision after } code expiresAt', {
    authorityActorId: 'willow',
    ...input,
  });
const revoke = (codeId: string, who: Who = 'caseworker') =>
  mutate(who, 'revokeAuthorityCode', 'RevokeAuthorityCodeInput', 'id revision after', { codeId });
const ask = (input: object, who: Who = official) =>
  mutate(
    who,
    'askReferralStatus',
    'AskReferralStatusInput',
    'receipt { id revision after } status month',
    input,
  );
async function told(code: string) {
  const { receipt: _, ...answer } = (await ask({ code })).done;
  return answer;
}
async function codesOf(who: Who, id: string, after: string) {
  const query = `query ($id: ID!) { referral(id: $id) {
    authorityCodes { id authority { id } revokedAt viewerCanRevoke askings { answer } } } }`;
  const { data } = await service.ask(who, query, { id }, after);
  return (data?.referral as { authorityCodes: object[] } | null)?.authorityCodes;
}
const askings = () => service.store.read('statusasking-willow-coordinator', { leader: true });

describe('a code', () => {
  it('tells how it stands, and the sender that it was asked', async () => {
    const { id } = await graph.sent();
    const { code, receipt } = (await give({ referralId: id })).done;
    expect(code).toMatch(/^([0-9A-Z]{4}-){4}[0-9A-Z]$/);
    const month = new Date().toISOString().slice(0, 7);
    expect(await told(code)).toEqual({ status: 'in_process', month });
    await graph.act('intake', 'acceptReferral', { referralId: id });
    const { done } = await ask({ code: code.toLowerCase().replaceAll('-', ' ') });
    expect(done).toMatchObject({ status: 'accepted', month });
    const [seen] = (await codesOf('caseworker', id, done.receipt.after))!;
    expect(seen).toEqual({
      ...{ id: receipt.id, authority: { id: 'willow' }, revokedAt: null, viewerCanRevoke: true },
      askings: [{ answer: 'in_process' }, { answer: 'accepted' }],
    });
    expect(await codesOf('senderFocalPoint', id, done.receipt.after)).toMatchObject([
      { viewerCanRevoke: false },
    ]);
    expect(await codesOf('intake', id, done.receipt.after)).toEqual([]);
  });

  it('is the same for a retry, and for nothing else', async () => {
    const { id } = await graph.sent();
    const input = { referralId: id, key: graph.newKey() };
    const [one, ...others] = await Promise.all(Array.from({ length: 4 }, () => give(input)));
    for (const other of others) expect(other).toEqual(one);
    await revoke(one!.done.receipt.id);
    expect(await give(input)).toEqual(one);
    expect((await give({ ...input, channel: 'phone' })).codes).toEqual(['IDEMPOTENCY_KEY_REUSED']);
    expect((await give({ referralId: id })).done.code).not.toBe(one!.done.code);
  });

  it('stands in no event, and nothing that stands there leads back to it', async () => {
    const { id } = await graph.sent();
    const { code, receipt } = (await give({ referralId: id })).done;
    await ask({ code });
    const events = [
      ...(await service.store.read(`authoritycode-${receipt.id}`)),
      ...(await askings()),
      ...(await service.store.read(`referral-${id}`)),
    ];
    const written = JSON.stringify(events, (_, value) => (typeof value === 'bigint' ? String(value) : value));
    for (const spelled of [code, code.replaceAll('-', ''), code.toLowerCase()])
      expect(written).not.toContain(spelled);
  });

  it('leaves the referral itself as it is: the recipient cannot tell', async () => {
    const { id, after } = await graph.sent();
    const before = await graph.referral('intake', id, after);
    const { code } = (await give({ referralId: id })).done;
    const { done } = await ask({ code });
    expect(await graph.referral('intake', id, done.receipt.after)).toEqual(before);
  });
});

describe('it says nothing any more', () => {
  const given = async () => {
    const { id } = await graph.sent();
    const { code, receipt } = (await give({ referralId: id })).done;
    expect(await told(code)).toMatchObject({ status: 'in_process' });
    return { id, code: code as string, codeId: receipt.id as string };
  };

  it('once it was taken back', async () => {
    const { code, codeId } = await given();
    await revoke(codeId);
    expect(await told(code)).toEqual(nothing);
  });

  it('as soon as consent has written the withdrawal, before the referral has heard of it', async () => {
    const { id, code } = await given();
    const offer = scene.consent.offers.find(({ referralId }) => referralId === id)!;
    await service.published(
      `household-${offer.householdId}`,
      agreementTakenBack(offer, new Date().toISOString()),
    );
    expect(await told(code)).toEqual(nothing);
    await scene.untilEvent(id, 'ReferralSharingEnded.v1');
    expect(await told(code)).toEqual(nothing);
    expect((await give({ referralId: id })).codes).toEqual(['ILLEGAL_TRANSITION']);
  });

  it('to an official of another authority', async () => {
    const { id } = await graph.sent();
    const { code } = (await give({ referralId: id, authorityActorId: 'kalyna' })).done;
    expect(await told(code)).toEqual(nothing);
  });

  it('with the same answer and the same trace as a code that never was', async () => {
    const { code, codeId } = await given();
    await revoke(codeId);
    const neverGiven = '0000-0000-0000-0000-0';
    const shapes = [];
    for (const one of [code, neverGiven]) {
      const head = (await askings()).length;
      const { done } = await ask({ code: one });
      const traces = (await askings()).slice(head);
      const { occurredAt: _, askingId: __, ...data } = traces[0]!.data as Record<string, unknown>;
      shapes.push({ answer: { status: done.status, month: done.month }, traces: traces.length, data });
    }
    expect(shapes[0]).toEqual(shapes[1]);
    expect(shapes[0]).toEqual({
      ...{ answer: nothing, traces: 1 },
      data: { authorityActorId: 'willow', answer: 'not_available' },
    });
  });
});

describe('whoever asks', () => {
  it('is told of a slip without anything being looked up', async () => {
    const before = (await askings()).length;
    for (const code of ['0000-0000-0000-0000-1', 'ST-7K3Q-M2XW-4', 'Ганна'])
      expect((await ask({ code })).codes).toEqual(['INVALID_INPUT']);
    expect(await askings()).toHaveLength(before);
  });

  it('and is no official is told that there is nothing, mistyped or not', async () => {
    const { id } = await graph.sent();
    const { code } = (await give({ referralId: id })).done;
    for (const typed of [code, '0000-0000-0000-0000-1'])
      expect((await ask({ code: typed }, 'outsider')).codes).toEqual(['NOT_FOUND']);
    expect((await ask({ code }, 'nobody')).codes).toEqual(['UNAUTHENTICATED']);
  });

  // Last: from here on everything is later.
  it('is told nothing after its days, and asks only so often', async () => {
    const { id } = await graph.sent();
    const { code } = (await give({ referralId: id })).done;
    const { codeDays, asks } = authorityPolicies[0];
    service.passTime(codeDays * 86_400_000 - 60_000);
    expect(await told(code)).toMatchObject({ status: 'in_process' });
    service.passTime(60_000);
    expect(await told(code)).toEqual(nothing);
    for (let n = 2; n < asks.most; n++) await told('0000-0000-0000-0000-0');
    expect((await ask({ code })).codes).toEqual(['UNAVAILABLE']);
    expect((await ask({ code: '0000-0000-0000-0000-0' })).codes).toEqual(['UNAVAILABLE']);
    service.passTime(asks.withinMinutes * 60_000);
    expect(await told(code)).toEqual(nothing);
  });
});
