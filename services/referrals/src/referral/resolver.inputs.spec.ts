import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { admitted, offered } from '../testing/other-services.js';
import { type Scene, startScene } from '../testing/scene.js';

let scene: Scene;
let service: Scene['service'];
let graph: Scene['graph'];
let referralId: string;

beforeAll(async () => {
  scene = await startScene({
    'actor-kalyna': [
      admitted('kalyna'),
      offered('kalyna', 'kalyna-transit', { neededClasses: ['C1', 'C2'] }),
    ],
  });
  ({ service, graph } = scene);
  referralId = (await graph.sent()).id;
});
afterAll(() => scene?.stop());

const canary = 'Олена-Канарейка';
/** Fit for an id in a request, and not for one in an event. */
const name = 'Olena.Kanareyka';
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

const wrongDrafts: readonly [string, object, string][] = [
  ['a service that is no code', { service: canary }, 'UNKNOWN_CODE'],
  ['an oblast that is no code', { oblast: canary }, 'UNKNOWN_CODE'],
  ['an urgency that is no code', { urgency: canary }, 'UNKNOWN_CODE'],
  ['a pathway that is no code', { pathway: canary }, 'UNKNOWN_CODE'],
  ['a language that is no code', { language: canary }, 'UNKNOWN_CODE'],
  ['an age that is no code', { ageBands: [canary] }, 'UNKNOWN_CODE'],
  ['the channel of the loader', { channel: 'import' }, 'UNKNOWN_CODE'],
  ['a time in the future', { occurredAt: inDays(1) }, 'OCCURRED_IN_FUTURE'],
  ['a time that is none', { occurredAt: canary }, 'INVALID_INPUT'],
  ['a key that is too short', { key: 'short' }, 'INVALID_INPUT'],
  ['a key that is too long', { key: 'k'.repeat(65) }, 'INVALID_INPUT'],
  ['a key that is a sentence', { key: `${canary} called` }, 'INVALID_INPUT'],
  ['nobody who is referred', { memberIds: [] }, 'INVALID_INPUT'],
  [
    'more members than a household has',
    { memberIds: Array.from({ length: 31 }, (_, n) => `m${n}`) },
    'INVALID_INPUT',
  ],
  ['a member who is a name', { memberIds: [canary] }, 'INVALID_INPUT'],
  [
    'more exclusions than there are actors',
    { excludedActorIds: Array.from({ length: 101 }, () => 'r2k4m6p3r5t7v2x4z6b3d5f7ja') },
    'INVALID_INPUT',
  ],
  ['a name for a referral before it', { partOf: name }, 'INVALID_INPUT'],
  ['a name for an actor', { excludedActorIds: [name] }, 'NOT_FOUND'],
  ['a field that nobody knows', { surname: canary }, 'INVALID_INPUT'],
  ['a member of another household', { memberIds: ['stranger'] }, 'NOT_FOUND'],
];

describe('a draft', () => {
  it.each(wrongDrafts)('with %s is refused in a code, and repeats nothing', async (_what, input, code) => {
    const outcome = await graph.draft('caseworker', input);
    expect(outcome.code).toBe(code);
    expect(JSON.stringify(outcome)).not.toContain(canary);
    if (code === 'UNKNOWN_CODE') expect(outcome.possible?.length).toBeGreaterThan(0);
  });
});

describe('a sending', () => {
  it('of less than the service needs says what it needs', async () => {
    const { id } = (await graph.draft('caseworker')).receipt!;
    expect(await graph.send('caseworker', id, { dataClasses: ['C1'] })).toEqual({
      code: 'NOT_AGREED',
      possible: ['C1', 'C2'],
    });
    const named = { decisionRecordIds: ['r2k4m6p3r5t7v2x4z6b3d5f7ja', name] };
    expect(await graph.send('caseworker', id, named)).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await graph.send('caseworker', id, { dataClasses: [] })).toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('to a service that is not found, or that does not fit, says so', async () => {
    const { id } = (await graph.draft('caseworker', { oblast: 'UA-63' })).receipt!;
    expect(await graph.send('caseworker', id)).toEqual({ code: 'NOT_ELIGIBLE', possible: ['candidates'] });
    expect(await graph.send('caseworker', id, { serviceId: 'none' })).toEqual({
      code: 'NOT_FOUND',
      possible: [],
    });
    const excluding = (await graph.draft('caseworker', { excludedActorIds: ['kalyna'] })).receipt!;
    expect(await graph.send('caseworker', excluding.id)).toMatchObject({ code: 'NOT_ELIGIBLE' });
  });
});

describe('an answer', () => {
  it.each<[string, string, object, string]>([
    ['a reason that is no code', 'declineReferral', { reason: canary }, 'UNKNOWN_CODE'],
    ['no reason', 'declineReferral', {}, 'INVALID_INPUT'],
    ['another reason without words', 'declineReferral', { reason: 'other' }, 'REASON_REQUIRED'],
    [
      'words where their record should be',
      'declineReferral',
      { reason: 'other', noteRecordId: canary },
      'INVALID_INPUT',
    ],
    [
      'a name where their record should be',
      'declineReferral',
      { reason: 'other', noteRecordId: name },
      'INVALID_INPUT',
    ],
    ['a time before the sending', 'acceptReferral', { occurredAt: inDays(-400) }, 'OCCURRED_BEFORE'],
    ['a time in the future', 'acceptReferral', { occurredAt: inDays(1) }, 'OCCURRED_IN_FUTURE'],
    ['a revision that is none', 'acceptReferral', { seenRevision: canary }, 'INVALID_INPUT'],
    ['a revision that never was', 'acceptReferral', { seenRevision: '999' }, 'STALE_REVISION'],
    ['an outcome before it began', 'completeReferral', { outcome: 'service_provided' }, 'ILLEGAL_TRANSITION'],
  ])('with %s is refused in a code, and repeats nothing', async (_what, mutation, input, code) => {
    const before = await service.eventsOf(referralId);
    const outcome = await graph.act('intake', mutation, { referralId, ...input });
    expect(outcome.code).toBe(code);
    expect(JSON.stringify(outcome)).not.toContain(canary);
    expect(await service.eventsOf(referralId)).toEqual(before);
  });

  it('says what is possible instead', async () =>
    expect(await graph.act('intake', 'startReferral', { referralId })).toEqual({
      code: 'ILLEGAL_TRANSITION',
      possible: ['acknowledgeReferral', 'acceptReferral', 'declineReferral'],
    }));
});

describe('a list', () => {
  it.each([
    '{ inbox(page: { first: 0 }) { hasMore } }',
    '{ inbox(page: { first: 101 }) { hasMore } }',
    '{ inbox(page: { first: -1 }) { hasMore } }',
  ])('is bounded: %s', async (query) => {
    const { errors } = await service.ask('intake', query);
    expect(errors?.[0]?.extensions?.code).toBe('INVALID_INPUT');
  });

  it('is filtered and paged as asked', async () => {
    const query = `{ inbox(filter: { states: ["sent"], urgency: "urgent", overdue: false }, page: { first: 1 }) {
      items { id } hasMore } }`;
    const { data, errors } = await service.ask('intake', query);
    expect(errors).toBeUndefined();
    expect(data?.inbox).toMatchObject({ items: [{ id: referralId }], hasMore: false });
    const next = `query ($after: ID) { inbox(page: { after: $after }) { items { id } hasMore } }`;
    const rest = await service.ask('intake', next, { after: referralId });
    expect(rest.data?.inbox).toEqual({ items: [], hasMore: false });
  });
});
