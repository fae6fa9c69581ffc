import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@stezhka/event-store';
import { createReadModel, provisionDatabase, type ReadModel } from '@stezhka/read-model';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@stezhka/read-model/embedded';
import { createLogger } from '@stezhka/telemetry';
import { sql } from 'kysely';
import { createMembership } from './membership.js';
import { membershipMigration } from './membership-migration.js';
import { type MembershipTables, membershipProjection } from './membership-projection.js';

const logger = createLogger({ service: 'auth', level: 'silent' });
const issuer = 'https://login.example';
const ann = { issuer, subject: 'ann', expiresAt: new Date(0), authTime: 7 };
let dir: string;
let server: EmbeddedPostgres;
let readModel: ReadModel<MembershipTables>;
let lag = 0;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'auth-'));
  server = await startEmbeddedPostgres({ dir: join(dir, 'postgres'), logger });
  const service = 'auth';
  const { url, migrationUrl } = await provisionDatabase({ adminUrl: server.adminUrl(), service });
  const migrations = { '0001_membership': membershipMigration };
  readModel = createReadModel<MembershipTables>({ url, migrationUrl, service, migrations, logger });
  await readModel.migrate();
});
afterAll(async () => {
  await readModel.close();
  await server.stop();
  await rm(dir, { recursive: true });
});
beforeEach(async () => {
  lag = 0;
  await readModel.asProjector('membership', (tx) => tx.deleteFrom('membership').execute());
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

describe('membership', () => {
  it('makes a viewer of a subject that has joined', async () => {
    await happened(joined('s1'));
    expect(await membership().viewerOf(ann)).toEqual({
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
    expect(await membership().viewerOf(ann)).toBeUndefined();
  });

  it('follows what she may do, and leaves out what this version does not know', async () => {
    await happened(joined('s1'), [
      'StaffRolesChanged.v1',
      { staffId: 's1', roles: ['supervisor', 'emperor'], certifications: [] },
    ]);
    expect(await membership().viewerOf(ann)).toMatchObject({ roles: ['supervisor'], certifications: [] });
  });

  it('lets nobody in who is disabled, until she is enabled', async () => {
    await happened(joined('s1'), ['StaffDisabled.v1', { staffId: 's1' }]);
    expect(await membership().viewerOf(ann)).toBeUndefined();
    await happened(['StaffEnabled.v1', { staffId: 's1' }]);
    expect(await membership().viewerOf(ann)).toBeDefined();
  });

  it('takes a second membership of one person for no answer, and the one that is left for one', async () => {
    await happened(joined('s1'), joined('s2', { actorId: 'oak' }));
    expect(await membership().viewerOf(ann)).toBeUndefined();
    await happened(['StaffDisabled.v1', { staffId: 's1' }]);
    expect(await membership().viewerOf(ann)).toMatchObject({ actorId: 'oak' });
  });

  it('writes the same rows when it is told again', async () => {
    const story: [string, object][] = [
      joined('s1'),
      ['StaffDisabled.v1', { staffId: 's1' }],
      ['StaffRolesChanged.v1', { staffId: 's1', roles: [], certifications: [] }],
    ];
    const rows = () =>
      readModel.asProjector('membership', (tx) => tx.selectFrom('membership').selectAll().execute());
    await happened(...story);
    const before = await rows();
    await happened(...story);
    expect(await rows()).toEqual(before);
  });

  it('lets nobody in when it may have missed something', async () => {
    await happened(joined('s1'));
    for (lag of [30_001, Number.POSITIVE_INFINITY, Number.NaN])
      await expect(membership().viewerOf(ann)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    lag = 30_000;
    expect(await membership().viewerOf(ann)).toBeDefined();
  });

  it('cannot be read by any viewer', async () => {
    await happened(joined('s1'));
    const viewer = { staffId: 's1', actorId: 'maple', roles: ['network_registrar'], certifications: [] };
    const seen = await readModel.asViewer(viewer, (tx) => sql`select * from membership`.execute(tx));
    expect(seen.rows).toEqual([]);
  });
});
