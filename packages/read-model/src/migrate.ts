/** Brings a service's database to the shape its code expects: in order, once, one process at a time. */
import { isDeepStrictEqual } from 'node:util';
import type { Logger } from '@stezhka/telemetry';
import { type Kysely, type Migration, Migrator, sql } from 'kysely';
import { baseMigrations } from './base-migrations.js';
import { ReadModelError, withoutValues } from './database-error.js';
import type { Roles } from './roles.js';
import { refuseOpenTables } from './walls.js';

/** Keyed by a name that sorts in the order of writing; a published one is never edited. */
export type Migrations = Readonly<Record<string, Migration>>;

export async function migrateDatabase<DB>(options: {
  /** Connected as the owner. */
  readonly db: Kysely<DB>;
  readonly roles: Roles;
  readonly migrations: Migrations;
  readonly logger: Logger;
}): Promise<void> {
  const { db, roles, logger } = options;
  // Two series: the base may grow after a service has migrations of its own.
  await runSeries(db, baseMigrations, 'stezhka_base', logger);
  await runSeries(db, options.migrations, 'stezhka_service', logger);
  await refuseOpenTables(db, roles);
}

async function runSeries<DB>(
  db: Kysely<DB>,
  migrations: Migrations,
  series: string,
  logger: Logger,
): Promise<void> {
  // The usual start: to find out that nothing is left to do, the migrator would look through the whole catalogue.
  const names = Object.keys(migrations).sort();
  if (isDeepStrictEqual(names, await doneIn(db, series))) return;
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...migrations }) },
    migrationTableName: `${series}_migration`,
    migrationLockTableName: `${series}_migration_lock`,
  });
  const { error, results = [] } = await migrator.migrateToLatest();
  for (const { migrationName, status } of results) {
    if (status === 'Success') logger.info('migration.done', { migration: migrationName });
  }
  if (error === undefined) return;
  const failed = results.find(({ status }) => status === 'Error')?.migrationName;
  throw new ReadModelError('MIGRATION_FAILED', failed, { cause: withoutValues(error) });
}

/** Names of the migrations that were done, in order. */
async function doneIn<DB>(db: Kysely<DB>, series: string): Promise<readonly string[]> {
  const table = `${series}_migration`;
  const { rows: tables } = await sql<{ exists: boolean }>`
    select to_regclass(${table}) is not null as exists`.execute(db);
  if (!tables[0]?.exists) return [];
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(table)} order by name`.execute(
    db,
  );
  return rows.map(({ name }) => name);
}

/** For tests of the first wall alone: a role that row security does not stop. */
export async function createUnwalledRole<DB>(admin: Kysely<DB>, roles: Roles): Promise<void> {
  const unwalled = sql.id(roles.unwalled);
  await sql`do $$ begin
    if not exists (select from pg_roles where rolname = ${sql.lit(roles.unwalled)}) then
      create role ${unwalled} nologin bypassrls;
    end if;
  end $$`.execute(admin);
  await sql`grant ${sql.id(roles.reader)} to ${unwalled}`.execute(admin);
  await sql`grant ${unwalled} to ${sql.id(roles.login)}`.execute(admin);
}
