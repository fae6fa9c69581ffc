import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { admitted, certified, householdOpened, offered } from '../testing/other-services.js';
import { people } from '../testing/people.js';
import { type Scene, startScene } from '../testing/scene.js';
import type { ServiceAtWork, Who } from '../testing/service-at-work.js';

let scene: Scene;
let service: Scene['service'];
let graph: Scene['graph'];
const ids: Record<'general' | 'isolated', string> = { general: '', isolated: '' };
let newest: string;

beforeAll(async () => {
  scene = await startScene({
    'actor-kalyna': [
      admitted('kalyna'),
      certified('kalyna', 'gbv'),
      offered('kalyna', 'kalyna-transit', { pathways: ['general', 'gbv'] }),
      offered('kalyna', 'kalyna-hidden', { pathways: ['gbv'] }),
    ],
    'household-isolated': [householdOpened('isolated', { pathway: 'gbv' })],
  });
  ({ service, graph } = scene);
  ids.general = (await graph.sent()).id;
  const isolated = await graph.sent({ householdId: 'isolated', pathway: 'gbv' });
  ids.isolated = isolated.id;
  newest = isolated.after;
});
afterAll(() => scene?.stop());

const everyone: readonly Who[] = [...(Object.keys(people) as Who[]), 'nobody'];
const codeOf = async (answer: ReturnType<ServiceAtWork['ask']>) =>
  (await answer).errors?.[0]?.extensions?.code;

const reading: readonly Who[] = [
  ...([
    'caseworker',
    'supervisor',
    'hotline',
    'certifiedCaseworker',
    'senderFocalPoint',
    'senderIntake',
  ] as const),
  ...(['intake', 'duty', 'recipientSupervisor', 'recipientCaseworker'] as const),
  ...(['certifiedIntake', 'otherwiseCertifiedIntake'] as const),
];
const readable: Record<keyof typeof ids, readonly Who[]> = {
  general: reading,
  isolated: ['certifiedCaseworker', 'certifiedIntake'],
};

describe.each(['general', 'isolated'] as const)('a referral on the %s pathway', (which) => {
  it.each(everyone)('read by %s, as a field, in lists and as an entity', async (who) => {
    const id = ids[which];
    const entities = `query ($id: ID!) { _entities(representations: [{ __typename: "Referral", id: $id }]) {
      ... on Referral { id timeline { act } } } }`;
    if (who === 'nobody') {
      expect(await codeOf(service.ask(who, '{ referral(id: "x") { id } }', {}, newest))).toBe(
        'UNAUTHENTICATED',
      );
      expect(await codeOf(service.ask(who, '{ inbox { hasMore } }', {}, newest))).toBe('UNAUTHENTICATED');
      expect(await codeOf(service.ask(who, '{ sentBox { hasMore } }', {}, newest))).toBe('UNAUTHENTICATED');
      expect(await codeOf(service.ask(who, entities, { id }, newest))).toBe('UNAUTHENTICATED');
      return;
    }
    const seen = readable[which].includes(who);
    expect((await graph.referral(who, id, newest))?.id).toBe(seen ? id : undefined);
    const lists = [
      ...(await graph.list(who, 'inbox', newest)),
      ...(await graph.list(who, 'sentBox', newest)),
    ];
    expect(lists.includes(id)).toBe(seen);
    const { data } = await service.ask(who, entities, { id }, newest);
    expect((data?._entities as ({ id: string } | null)[] | undefined)?.[0]?.id).toBe(seen ? id : undefined);
  });

  it('is not told from one that does not exist, whatever is asked of it', async () => {
    const mutations = [
      ['acknowledgeReferral', {}],
      ['acceptReferral', {}],
      ['declineReferral', { reason: 'duplicate' }],
      ['confirmAnswer', {}],
      ['startReferral', {}],
      ['completeReferral', { outcome: 'service_provided' }],
      ['withdrawReferral', { reason: 'need_met' }],
      ['sendReferral', { serviceId: 'kalyna-transit', dataClasses: ['C1'], decisionRecordIds: [] }],
    ] as const;
    const revision = (await service.eventsOf(ids[which])).length;
    for (const [mutation, more] of mutations)
      for (const who of ['outsider', 'coordinator', 'senderInterpreter', 'nobody'] as const) {
        const hidden = await graph.act(who, mutation, { referralId: ids[which], ...more });
        expect(hidden).toEqual(await graph.act(who, mutation, { referralId: 'no-such-referral', ...more }));
        expect(hidden).toEqual({ code: who === 'nobody' ? 'UNAUTHENTICATED' : 'NOT_FOUND', possible: [] });
      }
    expect(await service.eventsOf(ids[which])).toHaveLength(revision);
  });
});

describe('beginning to refer', () => {
  it('a household of another actor, an isolated one, or none at all looks the same', async () => {
    await service.published('household-theirs', householdOpened('theirs', { actorId: 'willow' }));
    const refused = { code: 'NOT_FOUND', possible: [] };
    for (const householdId of ['theirs', 'isolated', 'no-such-household'])
      expect(await graph.draft('caseworker', { householdId })).toEqual(refused);
    expect(await graph.draft('caseworker', { householdId: 'isolated', pathway: 'gbv' })).toEqual(refused);
  });
});

describe('who could serve', () => {
  const query = `query ($pathway: Pathway!) { candidates(need: { service: "SHL.TRANSIT", oblast: "UA-46",
    pathway: $pathway, language: "ro" }) { offeredService { id } suggested unsuitable cautions } }`;
  const asked = async (who: Who, pathway: string) => {
    const { data, errors } = await service.ask(who, query, { pathway });
    return errors?.[0]?.extensions?.code ?? data?.candidates;
  };

  it('is told to those who send, with what speaks for and against it', async () => {
    const transit = { offeredService: { id: 'kalyna-transit' }, suggested: true, unsuitable: [] };
    const cautions = ['capacity_unknown', 'language_not_spoken'];
    expect(await asked('caseworker', 'general')).toEqual([{ ...transit, cautions }]);
    const hidden = { offeredService: { id: 'kalyna-hidden' }, cautions };
    expect(await asked('certifiedCaseworker', 'general')).toEqual([
      { ...transit, cautions },
      { ...hidden, suggested: false, unsuitable: ['pathway_not_served'] },
    ]);
    expect(await asked('certifiedCaseworker', 'gbv')).toHaveLength(2);
  });

  it('is told to nobody else', async () => {
    for (const who of ['senderInterpreter', 'intake', 'coordinator'] as const)
      expect(await asked(who, 'general')).toBe('NOT_FOUND');
    expect(await asked('caseworker', 'gbv')).toBe('NOT_FOUND');
    expect(await asked('nobody', 'general')).toBe('UNAUTHENTICATED');
  });

  it('is not found by an uncertified sender who guesses its id', async () => {
    const { id } = (await graph.draft('caseworker')).receipt!;
    expect(await graph.send('caseworker', id, { serviceId: 'kalyna-hidden' })).toEqual(
      await graph.send('caseworker', id, { serviceId: 'no-such-service' }),
    );
  });
});
