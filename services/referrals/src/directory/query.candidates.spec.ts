import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createWall } from '@stezhka/auth';
import { Refusal } from '@stezhka/vocabulary';
import { rules } from '../referral/authorize.js';
import { admitted, capacity, certified, offered } from '../testing/other-services.js';
import { people } from '../testing/people.js';
import { type RowsAtWork, startRows } from '../testing/rows-at-work.js';
import { createCandidateQueries } from './query.candidates.js';
import type { Need } from './suitability.js';

const now = new Date('2026-03-10T12:00:00.000Z');
const effectiveAt = '2026-03-01T00:00:00.000Z';
const need: Omit<Need, 'senderActorId'> = {
  service: 'SHL.TRANSIT',
  oblast: 'UA-46',
  pathway: 'general',
  modality: 'either',
  ageBands: [],
  sexes: [],
  excludedActorIds: [],
};

let rows: RowsAtWork;

beforeAll(async () => {
  rows = await startRows();
  const room = { capacity: 'capacity', available: 3, occurredAt: '2026-03-09T08:00:00.000Z' } as const;
  await rows.happen('actor-kalyna', [
    admitted('kalyna'),
    certified('kalyna', 'gbv'),
    offered('kalyna', 'kalyna-transit', { pathways: ['general', 'gbv'] }),
    capacity('kalyna', 'kalyna-transit', room),
    offered('kalyna', 'kalyna-hidden', { pathways: ['gbv'] }),
    offered('kalyna', 'kalyna-legal', { service: 'LEG.AID' }),
  ]);
  await rows.happen('actor-aspen', [admitted('aspen'), offered('aspen', 'aspen-transit')]);
  await rows.happen('actor-birch', [
    admitted('birch'),
    offered('birch', 'birch-transit'),
    { type: 'ServiceEnded.v1', data: { actorId: 'birch', serviceId: 'birch-transit', effectiveAt } },
  ]);
  await rows.happen('actor-beacon', [admitted('beacon'), offered('beacon', 'beacon-transit')]);
});
afterAll(() => rows?.stop());

const queries = (walls: { first: boolean; second: boolean }) =>
  createCandidateQueries({
    readModel: walls.second ? rows.readModel : rows.unwalled,
    wall: createWall(rules, walls.first ? [] : 'all'),
  });
const both = { first: true, second: true };
const found = async (walls: typeof both, who: keyof typeof people, asked: Partial<typeof need> = {}) =>
  (await queries(walls).candidates(people[who], { ...need, ...asked }, now)).map(
    ({ serviceId }) => serviceId,
  );

describe('who could serve', () => {
  it('is everyone who offers the service now, best first, each explained', async () => {
    const candidates = await queries(both).candidates(people.caseworker, need, now);
    expect(candidates).toEqual([
      {
        serviceId: 'kalyna-transit',
        actorId: 'kalyna',
        available: 3,
        neededClasses: ['C1'],
        filters: ['language'],
        unsuitable: [],
        cautions: [],
      },
      expect.objectContaining({ serviceId: 'aspen-transit', unsuitable: [], cautions: ['capacity_unknown'] }),
      expect.objectContaining({ serviceId: 'beacon-transit', unsuitable: ['own_actor'] }),
    ]);
  });

  it('is explained to each sender from where she stands', async () => {
    const seen = await queries(both).candidates(people.outsider, need, now);
    expect(seen.find(({ actorId }) => actorId === 'beacon')).toMatchObject({ unsuitable: [] });
  });

  it('is asked by senders alone, and on isolated pathways by certified ones', async () => {
    for (const who of ['intake', 'senderInterpreter', 'coordinator'] as const)
      await expect(found(both, who)).rejects.toEqual(new Refusal('NOT_FOUND'));
    await expect(found(both, 'caseworker', { pathway: 'gbv' })).rejects.toEqual(new Refusal('NOT_FOUND'));
    await expect(queries(both).candidates(undefined, need, now)).rejects.toEqual(
      new Refusal('UNAUTHENTICATED'),
    );
  });
});

describe('a service on isolated pathways alone', () => {
  const alone = [
    ['both walls', both],
    ['the first wall alone', { first: true, second: false }],
    ['the second wall alone', { first: false, second: true }],
  ] as const;

  it.each(alone)('is unknown to the uncertified: %s', async (_name, walls) => {
    expect(await found(walls, 'caseworker')).not.toContain('kalyna-hidden');
    expect(await found(walls, 'certifiedCaseworker', { pathway: 'gbv' })).toContain('kalyna-hidden');
    const sought = (who: 'caseworker' | 'certifiedCaseworker') =>
      queries(walls).candidate(people[who], 'kalyna-hidden', { ...need, senderActorId: 'beacon' }, now);
    expect(await sought('caseworker')).toBeUndefined();
    expect(await sought('certifiedCaseworker')).toMatchObject({ unsuitable: ['pathway_not_served'] });
  });

  it('would show without either wall, so the specs above do look', async () =>
    expect(await found({ first: false, second: false }, 'caseworker')).toContain('kalyna-hidden'));
});

describe('what the registry publishes', () => {
  const transit = async () => {
    const candidates = await queries(both).candidates(
      people.certifiedCaseworker,
      { ...need, pathway: 'gbv' },
      now,
    );
    return candidates.find(({ serviceId }) => serviceId === 'kalyna-transit');
  };
  const told = (type: string, data: object) =>
    rows.happen('actor-kalyna', [{ type, data: { actorId: 'kalyna', ...data } }]);

  it('of a certification counts from when it is given until it is revoked or ends', async () => {
    expect((await transit())?.unsuitable).toEqual([]);
    await told('CertificationRevoked.v1', { pathway: 'gbv', effectiveAt });
    expect((await transit())?.unsuitable).toEqual(['not_certified']);
    const until = (moment: number) => ({ validUntil: new Date(moment).toISOString() });
    await told('CertificationGranted.v1', { pathway: 'gbv', effectiveAt, ...until(now.getTime()) });
    expect((await transit())?.unsuitable).toEqual(['not_certified']);
    await told('CertificationGranted.v1', { pathway: 'gbv', effectiveAt, ...until(now.getTime() + 1) });
    expect((await transit())?.unsuitable).toEqual([]);
    await told('CertificationGranted.v1', { pathway: 'gbv', effectiveAt });
    expect((await transit())?.unsuitable).toEqual([]);
  });

  it('of its operations holds for all its services, also for one that is offered later', async () => {
    await told('ActorOperationsChanged.v1', { operations: 'suspended', effectiveAt });
    expect((await transit())?.unsuitable).toEqual(['not_operational']);
    await rows.happen('actor-kalyna', [offered('kalyna', 'kalyna-second')]);
    const seen = await queries(both).candidates(people.caseworker, need, now);
    expect(seen.find(({ serviceId }) => serviceId === 'kalyna-second')?.unsuitable).toEqual([
      'not_operational',
    ]);
    await told('ActorOperationsChanged.v1', { operations: 'full', effectiveAt });
    expect((await transit())?.unsuitable).toEqual([]);
  });

  it('of room is the newest that was so, however late it is typed in', async () => {
    const full = { capacity: 'no-capacity', available: 0, occurredAt: '2026-03-10T08:00:00.000Z' } as const;
    const earlier = { capacity: 'capacity', available: 9, occurredAt: '2026-03-08T08:00:00.000Z' } as const;
    await rows.happen('actor-kalyna', [capacity('kalyna', 'kalyna-transit', full)]);
    expect(await transit()).toMatchObject({ available: 0, cautions: ['no_capacity'] });
    await rows.happen('actor-kalyna', [capacity('kalyna', 'kalyna-transit', earlier)]);
    expect(await transit()).toMatchObject({ available: 0, cautions: ['no_capacity'] });
  });

  it('of its terms replaces them all and keeps its room', async () => {
    const { data } = offered('kalyna', 'kalyna-transit', {
      pathways: ['general', 'gbv'],
      oblasts: ['UA-21'],
      neededClasses: ['C1', 'C3'],
    });
    await rows.happen('actor-kalyna', [{ type: 'ServiceTermsChanged.v1', data }]);
    expect(await transit()).toMatchObject({
      unsuitable: ['out_of_area'],
      cautions: ['no_capacity'],
      neededClasses: ['C1', 'C3'],
    });
  });

  it('gives identical rows when it is told again', async () => {
    const before = await rows.rows();
    await rows.replay();
    expect(await rows.rows()).toEqual(before);
  });
});

it('weighs more than anybody reads: the best is found behind five hundred others', async () => {
  const elsewhere = Array.from({ length: 500 }, (_, n) =>
    offered('crowd', `crowd-${n}`, { oblasts: ['UA-21'] }),
  );
  await rows.happen('actor-crowd', [admitted('crowd'), ...elsewhere, offered('crowd', 'crowd-here')]);
  const room = { capacity: 'capacity', available: 99, occurredAt: '2026-03-10T08:00:00.000Z' } as const;
  await rows.happen('actor-crowd', [capacity('crowd', 'crowd-here', room)]);
  const ids = await found(both, 'caseworker');
  expect(ids).toHaveLength(500);
  expect(ids[0]).toBe('crowd-here');
}, 60_000);
