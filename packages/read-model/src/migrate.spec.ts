import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Kysely, sql } from 'kysely';
import { urlFor } from './connection-url.js';
import { provisionDatabase } from './provision.js';
import { createReadModel } from './read-model.js';
import { silentLogger, startTemporaryCluster, type TemporaryCluster } from './testing/index.js';

let cluster: TemporaryCluster;
beforeAll(async () => {
  cluster = await startTemporaryCluster();
});
afterAll(() => cluster.stop());

const run = (...statements: string[]) => ({
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
});

it('runs each migration once, however many processes start together', async () => {
  const migrations = {
    '0001': run('create table counted (i int)', 'insert into counted values (1)'),
    '0002': run('alter table counted add column j int'),
  };
  const models = await Promise.all(
    Array.from({ length: 5 }, () => cluster.readModel('registry', migrations)),
  );
  const [first] = models;
  const { rows } = await first!.asMigrator((tx) => sql`select * from counted`.execute(tx));
  expect(rows).toEqual([{ i: 1, j: null }]);
});

it('undoes a migration that fails, and says which', async () => {
  const broken = { '0001': run('create table half (i int)'), '0002': run('create table half (i int)') };
  await expect(cluster.readModel('broken', broken)).rejects.toMatchObject({
    code: 'MIGRATION_FAILED',
    message: 'MIGRATION_FAILED: 0002',
    cause: { code: '42P07' },
  });
  await expect(
    cluster.readModel('broken', { '0001': run('create table half (i int)') }),
  ).resolves.toBeDefined();
});

it.each([
  ['table', 'create table open (i int)'],
  ['view', 'create view open as select 1 as i'],
  ['materialized_view', 'create materialized view open as select 1 as i'],
])('refuses a readable %s without row security', async (kind, create) => {
  const service = `open_${kind}`;
  const migrations = { '0001': run(create, `grant select on open to ${service}_reader`) };
  await expect(cluster.readModel(service, migrations)).rejects.toMatchObject({
    message: 'UNPROTECTED_TABLE: open',
  });
});

it('accepts a view that asks as its caller', async () => {
  const view = 'create view seen with (security_invoker = true) as select 1 as i';
  await cluster.readModel('views', { '0001': run(view, 'grant select on seen to views_reader') });
});

it('needs to be told the administrator', async () => {
  const { url } = await provisionDatabase({ adminUrl: cluster.adminUrl, service: 'lonely' });
  const model = createReadModel({ url, service: 'lonely', migrations: {}, logger: silentLogger() });
  await expect(model.migrate()).rejects.toMatchObject({ code: 'NO_MIGRATION_URL' });
  await model.close();
});

it('needs nobody who may migrate where nothing is left to do, and refuses what was opened since', async () => {
  const migrations = { '0001': run('create table told (i int)') };
  const first = await cluster.readModel('done', migrations);
  const asOwner = (statement: string) => first.asMigrator((tx) => sql.raw(statement).execute(tx));
  const { url } = await provisionDatabase({ adminUrl: cluster.adminUrl, service: 'done' });
  const options = { url, service: 'done', logger: silentLogger() };
  const next = createReadModel({ ...options, migrations });
  await next.migrate();
  await asOwner('grant select on told to done_reader');
  await expect(next.migrate()).rejects.toMatchObject({ message: 'UNPROTECTED_TABLE: told' });
  await asOwner('revoke select on told from done_reader');
  const newer = createReadModel({ ...options, migrations: { ...migrations, '0002': run('select 1') } });
  await expect(newer.migrate()).rejects.toMatchObject({ code: 'NO_MIGRATION_URL' });
  // As an earlier version left it: nobody else could ask.
  await asOwner('revoke select on stezhka_base_migration from done_projector');
  await expect(next.migrate()).rejects.toMatchObject({ code: 'NO_MIGRATION_URL' });
  await first.migrate();
  await next.migrate();
  await Promise.all([next.close(), newer.close()]);
});

it('provisions many services at once, again and again', async () => {
  const services = ['s1', 's2', 's3', 's1', 's2', 's3'];
  const made = await Promise.all(
    services.map((service) => provisionDatabase({ adminUrl: cluster.adminUrl, service })),
  );
  expect(made.map(({ database }) => database)).toEqual(services.map((service) => `stezhka_${service}`));
  await expect(provisionDatabase({ adminUrl: cluster.adminUrl, service: 'x; drop' })).rejects.toMatchObject({
    code: 'INVALID_SERVICE_NAME',
  });
});

it('works for an administrator that is no superuser', async () => {
  await cluster.asAdministrator('create role keeper login createrole createdb');
  const adminUrl = urlFor(cluster.adminUrl, { database: 'postgres', user: 'keeper' });
  for (const _again of [1, 2]) {
    const { url, migrationUrl } = await provisionDatabase({ adminUrl, service: 'kept' });
    const migrations = { '0001': run('create table kept (i int)') };
    const model = createReadModel({ url, migrationUrl, service: 'kept', migrations, logger: silentLogger() });
    await model.migrate();
    const owner = await model.asMigrator((tx) => sql`select current_user as me`.execute(tx));
    expect(owner.rows).toEqual([{ me: 'kept_owner' }]);
    await model.close();
  }
});
