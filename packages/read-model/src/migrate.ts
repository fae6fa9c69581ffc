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

const migrationLock = 7_801_234_502;

export async function migrateDatabase<DB>(options: {
  /** Connected as the owner, by one connection. */
  readonly db: Kysely<DB>;
  readonly roles: Roles;
  readonly migrations: Migrations;
  readonly logger: Logger;
}): Promise<void> {
  const { db, roles, logger } = options;
  // Processes that start together take turns, in granting as well. It is let go with the connection, the only one.
  await sql`select pg_advisory_lock(${migrationLock})`.execute(db);
  for (const [series, migrations] of bothSeries(options.migrations)) {
    await runSeries(db, migrations, series, logger);
    // Whoever starts next asks without becoming the owner whether anything is left to do.
    await sql`grant select on ${sql.table(tableOf(series))} to ${sql.id(roles.projector)}`.execute(db);
  }
  await refuseOpenTables(db, roles);
}

/**
 * Whether nothing is left to do, asked as the projector: the usual start needs no connection of the owner's.
 *
 * @throws ReadModelError `UNPROTECTED_TABLE`
 */
export async function isMigrated<DB>(db: Kysely<DB>, roles: Roles, migrations: Migrations): Promise<boolean> {
  for (const [series, wanted] of bothSeries(migrations))
    if (!isDeepStrictEqual(namesOf(wanted), await doneIn(db, series))) return false;
  await refuseOpenTables(db, roles);
  return true;
}

/** The base may grow after a service has migrations of its own. */
const bothSeries = (migrations: Migrations) =>
  [
    ['stezhka_base', baseMigrations],
    ['stezhka_service', migrations],
  ] as const;

const tableOf = (series: string) => `${series}_migration`;
const namesOf = (migrations: Migrations) => Object.keys(migrations).sort();

async function runSeries<DB>(
  db: Kysely<DB>,
  migrations: Migrations,
  series: string,
  logger: Logger,
): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...migrations }) },
    migrationTableName: tableOf(series),
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
  const table = tableOf(series);
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
