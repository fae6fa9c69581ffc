/**
 * What every service's database has before its own tables: the questions that row security asks about a session,
 * and where projections and workflows remember how far they are.
 */
import { type Kysely, type Migration, sql } from 'kysely';
import { allowProjector, ownRoles, recordTable } from './protect-table.js';

/** Positions are the event store's, opaque and only compared. */
export interface BaseTables {
  projection_checkpoint: {
    projection: string;
    /** Everything up to here is in the rows; null: nothing yet. */
    position: bigint | null;
    /** Rises with every write: who writes with an older one has lost. */
    fence: bigint;
    /** The projection stopped at an event that it may not pass over. */
    halted: boolean;
  };
  parked_stream: {
    projection: string;
    stream: string;
    position: bigint;
    event_id: string;
    event_type: string;
    /** SQLSTATE or class of the error; never its text. */
    reason: string;
  };
  workflow_checkpoint: { workflow: string; position: bigint };
}

export const baseMigrations: Record<string, Migration> = {
  '0001_sessions': { up: sessions },
  '0002_checkpoints': { up: checkpoints },
};

// biome-ignore lint/suspicious/noExplicitAny: a migration comes before the types of its tables
async function sessions(db: Kysely<any>): Promise<void> {
  const { reader, projector, recorder } = await ownRoles(db);
  await sql`revoke all on schema public from public`.execute(db);
  for (const role of [reader, projector, recorder]) {
    await sql`grant usage on schema public to ${sql.id(role)}`.execute(db);
  }
  // A setting that was local to an ended transaction reads as '', one never set as null: both mean nobody.
  const setting = (name: string) => sql.raw(`nullif(current_setting('stezhka.${name}', true), '')`);
  const asked = sql`language sql stable parallel safe`;
  await sql`create function stezhka_actor() returns text ${asked} as $$ select ${setting('actor')} $$`.execute(
    db,
  );
  await sql`create function stezhka_staff() returns text ${asked} as $$ select ${setting('staff')} $$`.execute(
    db,
  );
  await sql`create function stezhka_roles() returns text[] ${asked}
    as $$ select coalesce(string_to_array(${setting('roles')}, ','), '{}') $$`.execute(db);
  await sql`create function stezhka_certifications() returns text[] ${asked}
    as $$ select coalesce(string_to_array(${setting('certifications')}, ','), '{}') $$`.execute(db);
  await sql`create function stezhka_has_role(role text) returns boolean ${asked}
    as $$ select stezhka_actor() is not null and role = any(stezhka_roles()) $$`.execute(db);
  await sql`create function stezhka_certified(pathway text) returns boolean ${asked}
    as $$ select stezhka_actor() is not null
      and (pathway = 'general' or pathway = any(stezhka_certifications())) $$`.execute(db);
}

// biome-ignore lint/suspicious/noExplicitAny: a migration comes before the types of its tables
async function checkpoints(db: Kysely<any>): Promise<void> {
  await sql`create table projection_checkpoint (
    projection text primary key,
    position bigint,
    fence bigint not null default 0,
    halted boolean not null default false
  )`.execute(db);
  await sql`create table parked_stream (
    projection text not null,
    stream text not null,
    position bigint not null,
    event_id text not null,
    event_type text not null,
    reason text not null,
    primary key (projection, stream)
  )`.execute(db);
  await sql`create table workflow_checkpoint (workflow text primary key, position bigint not null)`.execute(
    db,
  );
  await allowProjector(db, 'projection_checkpoint');
  await allowProjector(db, 'parked_stream');
  await recordTable(db, { table: 'workflow_checkpoint' });
}
