/**
 * How a migration opens a table. A table that is only created can be reached by nobody; these helpers grant the
 * least and put row security before it, for the table's owner too.
 */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { type Roles, rolesOf } from './roles.js';

// biome-ignore lint/suspicious/noExplicitAny: a migration comes before the types of its tables
type AnyDatabase = Kysely<any>;

export interface ProtectedTable {
  readonly table: string;
  /**
   * Which rows a viewer may read, for instance
   * ``sql`actor_id = (select stezhka_actor())` ``. The inner `select` makes it one value per query, so that an index
   * on the column is used.
   */
  readonly using: RawBuilder<unknown>;
}

/** A projection's table: its projector writes it, viewers read the rows that `using` lets through. */
export async function protectTable(db: AnyDatabase, { table, using }: ProtectedTable): Promise<void> {
  await allowProjector(db, table);
  await allowReader(db, table, using);
}

/** For a later migration: from then on viewers read by this rule. */
export async function changeReading(db: AnyDatabase, { table, using }: ProtectedTable): Promise<void> {
  await sql`alter policy viewer on ${sql.table(table)} using (${using})`.execute(db);
}

export type RecordRight = 'select' | 'insert' | 'update' | 'delete';

export interface RecordTable {
  readonly table: string;
  /** What the service may do with its records; everything if absent. */
  readonly rights?: readonly RecordRight[];
  /** Which rows viewers may read; none if absent. */
  readonly using?: RawBuilder<unknown>;
}

/** A table of records: rows that exist nowhere else, are never rebuilt, and that no projector can touch. */
export async function recordTable(db: AnyDatabase, { table, rights, using }: RecordTable): Promise<void> {
  const { recorder } = await ownRoles(db);
  const granted = rights ?? ['select', 'insert', 'update', 'delete'];
  await raise(db, table);
  await sql`grant ${sql.raw(granted.join(', '))} on ${sql.table(table)} to ${sql.id(recorder)}`.execute(db);
  await sql`create policy recorder on ${sql.table(table)} for all to ${sql.id(recorder)}
    using (true) with check (true)`.execute(db);
  if (using !== undefined) await allowReader(db, table, using);
}

/** The projector's right to everything in a table, truncating for a rebuild included. */
export async function allowProjector(db: AnyDatabase, table: string): Promise<void> {
  const { projector } = await ownRoles(db);
  await raise(db, table);
  await sql`grant select, insert, update, delete, truncate on ${sql.table(table)}
    to ${sql.id(projector)}`.execute(db);
  await sql`create policy projector on ${sql.table(table)} for all to ${sql.id(projector)}
    using (true) with check (true)`.execute(db);
}

async function allowReader(db: AnyDatabase, table: string, using: RawBuilder<unknown>): Promise<void> {
  const { reader } = await ownRoles(db);
  await sql`grant select on ${sql.table(table)} to ${sql.id(reader)}`.execute(db);
  await sql`create policy viewer on ${sql.table(table)} for select to ${sql.id(reader)}
    using (${using})`.execute(db);
}

async function raise(db: AnyDatabase, table: string): Promise<void> {
  await sql`alter table ${sql.table(table)} enable row level security, force row level security`.execute(db);
}

/** Migrations run as the owner, whose name tells the service. */
export async function ownRoles(db: AnyDatabase): Promise<Roles> {
  const { rows } = await sql<{ owner: string }>`select current_user as owner`.execute(db);
  return rolesOf((rows[0]?.owner ?? '').replace(/_owner$/, ''));
}
