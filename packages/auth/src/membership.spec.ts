import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@stezhka/event-store';
import type { ReadModel } from '@stezhka/read-model';
import { startTemporaryCluster, type TemporaryCluster } from '@stezhka/read-model/testing';
import { sql } from 'kysely';
import { createMembership } from './membership.js';
import { membershipMigration } from './membership-migration.js';
import { type MembershipTables, membershipProjection } from './membership-projection.js';

const issuer = 'https://login.example';
const ann = { issuer, subject: 'ann', expiresAt: new Date(0), authTime: 7 };
const now = new Date('2026-03-01T12:00:00.000Z');
let cluster: TemporaryCluster;
let readModel: ReadModel<MembershipTables>;
let lag = 0;

beforeAll(async () => {
  cluster = await startTemporaryCluster();
  readModel = await cluster.readModel<MembershipTables>('auth', { '0001_membership': membershipMigration });
});
afterAll(() => cluster.stop());
beforeEach(async () => {
  lag = 0;
  await readModel.asProjector('membership', async (tx) => {
    for (const table of membershipProjection.tables) await tx.deleteFrom(table).execute();
  });
});

const membership = () => createMembership({ readModel, health: { lagMs: () => lag } });

async function happened(...events: [string, object][]): Promise<void> {
  for (const [type, data] of events)
    await readModel.asProjector('membership', (tx) =>
      membershipProjection.project(tx, { type, data } as unknown as RecordedEvent),
    );
}

const joined = (staffId: string, more: object = {}): [string, object] => [
  'StaffJoined.v1',
  {
    staffId,
    actorId: 'maple',
    issuer,
    subject: 'ann',
    roles: ['caseworker'],
    certifications: ['gbv'],
    ...more,
  },
];

const certified = (pathway: string, validUntil?: string, actorId = 'maple'): [string, object] => [
  'CertificationGranted.v1',
  { actorId, pathway, effectiveAt: '2026-01-01T00:00:00.000Z', ...(validUntil ? { validUntil } : {}) },
];
const revoked = (pathway: string): [string, object] => [
  'CertificationRevoked.v1',
  { actorId: 'maple', pathway, effectiveAt: '2026-02-01T00:00:00.000Z' },
];

describe('membership', () => {
  it('makes a viewer of a subject that has joined', async () => {
    await happened(certified('gbv'), joined('s1'));
    expect(await membership().viewerOf(ann, now)).toEqual({
      staffId: 's1',
      actorId: 'maple',
      issuer,
      subject: 'ann',
      roles: ['caseworker'],
      certifications: ['gbv'],
      authTime: 7,
    });
  });

  it('knows nobody by a subject of another issuer', async () => {
    await happened(joined('s1', { issuer: 'https://other.example' }));
    expect(await membership().viewerOf(ann, now)).toBeUndefined();
  });

  it('follows what she may do, and leaves out what this version does not know', async () => {
    await happened(joined('s1'), [
      'StaffRolesChanged.v1',
      { staffId: 's1', roles: ['supervisor', 'emperor'], certifications: [] },
    ]);
    expect(await membership().viewerOf(ann, now)).toMatchObject({
      roles: ['supervisor'],
      certifications: [],
    });
  });

  it('lets nobody in who is disabled, until she is enabled', async () => {
    await happened(joined('s1'), ['StaffDisabled.v1', { staffId: 's1' }]);
    expect(await membership().viewerOf(ann, now)).toBeUndefined();
    await happened(['StaffEnabled.v1', { staffId: 's1' }]);
    expect(await membership().viewerOf(ann, now)).toBeDefined();
  });

  it('takes a second membership of one person for no answer, and the one that is left for one', async () => {
    await happened(joined('s1'), joined('s2', { actorId: 'oak' }));
    expect(await membership().viewerOf(ann, now)).toBeUndefined();
    await happened(['StaffDisabled.v1', { staffId: 's1' }]);
    expect(await membership().viewerOf(ann, now)).toMatchObject({ actorId: 'oak' });
  });

  it('writes the same rows when it is told again', async () => {
    const story: [string, object][] = [
      certified('gbv', '2026-06-01T00:00:00.000Z'),
      certified('tip'),
      joined('s1'),
      ['StaffDisabled.v1', { staffId: 's1' }],
      ['StaffRolesChanged.v1', { staffId: 's1', roles: [], certifications: [] }],
      revoked('tip'),
    ];
    const rows = () =>
      readModel.asProjector('membership', async (tx) => [
        await tx.selectFrom('membership').selectAll().execute(),
        await tx.selectFrom('actor_certification').selectAll().execute(),
      ]);
    await happened(...story);
    const before = await rows();
    expect(before.map((of) => of.length)).toEqual([1, 1]);
    await happened(...story);
    expect(await rows()).toEqual(before);
  });

  it('lets nobody in when it may have missed something', async () => {
    await happened(joined('s1'));
    for (lag of [30_001, Number.POSITIVE_INFINITY, Number.NaN])
      await expect(membership().viewerOf(ann, now)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    lag = 30_000;
    expect(await membership().viewerOf(ann, now)).toBeDefined();
  });

  it('cannot be read by any viewer', async () => {
    await happened(certified('gbv'), joined('s1'));
    const viewer = { staffId: 's1', actorId: 'maple', roles: ['network_registrar'], certifications: [] };
    for (const table of membershipProjection.tables) {
      const all = sql`select * from ${sql.table(table)}`;
      expect((await readModel.asViewer(viewer, (tx) => all.execute(tx))).rows).toEqual([]);
    }
  });
});

describe('a certification of hers', () => {
  const until = '2026-03-01T12:00:00.000Z';
  const heldAt = async (moment: string) =>
    (await membership().viewerOf(ann, new Date(moment)))?.certifications;

  it('is worth nothing where her actor has none, or another', async () => {
    await happened(joined('s1'));
    expect(await heldAt(until)).toEqual([]);
    await happened(certified('tip'), certified('gbv', undefined, 'oak'));
    expect(await heldAt(until)).toEqual([]);
    await happened(certified('gbv'));
    expect(await heldAt(until)).toEqual(['gbv']);
  });

  it('ends with that of her actor, to the millisecond, though nothing happens then', async () => {
    await happened(certified('gbv', until), joined('s1'));
    expect(await heldAt('2026-03-01T11:59:59.999Z')).toEqual(['gbv']);
    expect(await heldAt(until)).toEqual([]);
    expect(await heldAt('2026-03-01T12:00:00.001Z')).toEqual([]);
  });

  it('lasts as long as that was granted last', async () => {
    await happened(certified('gbv', until), joined('s1'), certified('gbv', '2026-03-02T00:00:00.000Z'));
    expect(await heldAt(until)).toEqual(['gbv']);
    await happened(certified('gbv', '2026-02-01T00:00:00.000Z'));
    expect(await heldAt(until)).toEqual([]);
    await happened(certified('gbv'));
    expect(await heldAt('2090-01-01T00:00:00.000Z')).toEqual(['gbv']);
  });

  it('is gone as soon as that of her actor is taken back, and no other is', async () => {
    await happened(
      certified('gbv'),
      certified('tip'),
      joined('s1', { certifications: ['gbv', 'tip'] }),
      revoked('gbv'),
    );
    expect(await heldAt(until)).toEqual(['tip']);
  });
});
