/**
 * The registry's tables and their second wall. Each policy is the twin of a rule in `authorize.ts`, and must hold
 * alone.
 */
import { type Migrations, protectTable } from '@stezhka/read-model';
import { type Kysely, sql } from 'kysely';

// biome-ignore lint/suspicious/noExplicitAny: a migration comes before the types of its tables
type AnyDatabase = Kysely<any>;

const signedIn = sql`(select stezhka_actor()) is not null`;
const registrar = sql`(select stezhka_has_role('network_registrar'))`;
const ownActor = sql`actor_id = (select stezhka_actor())`;
/** Who works on a pathway, the actor it is about, and the registrars. */
const readsPathway = sql`
  (pathway = 'general' and ${signedIn})
  or pathway = any((select stezhka_certifications())::text[])
  or ${ownActor}
  or ${registrar}`;

async function actors(db: AnyDatabase): Promise<void> {
  await sql`create table actor (
    actor_id text primary key,
    name_uk text not null,
    name_en text not null,
    name_ro text not null,
    kind text not null,
    country text not null,
    home_oblast text,
    duty_phone text,
    admitted_at timestamptz not null,
    operations text,
    operations_since timestamptz,
    base text,
    base_since timestamptz
  )`.execute(db);
  await sql`create index actor_by_name on actor (name_uk, actor_id)`.execute(db);
  await protectTable(db, { table: 'actor', using: signedIn });

  await sql`create table actor_status_history (
    actor_id text not null,
    position bigint not null,
    operations text,
    base text,
    access text,
    oblast text,
    effective_at timestamptz not null,
    recorded_at timestamptz not null,
    primary key (actor_id, effective_at, position)
  )`.execute(db);
  await protectTable(db, { table: 'actor_status_history', using: signedIn });
}

async function services(db: AnyDatabase): Promise<void> {
  await sql`create table service_pathway (
    service_id text not null,
    actor_id text not null,
    pathway text not null,
    primary key (service_id, pathway)
  )`.execute(db);
  await protectTable(db, { table: 'service_pathway', using: readsPathway });

  await sql`create table actor_service (
    service_id text primary key,
    actor_id text not null,
    service text not null,
    oblasts text[] not null,
    modality text not null,
    age_bands text[] not null,
    sexes text[] not null,
    languages text[] not null,
    intake_questions text[] not null,
    needed_classes text[] not null,
    admission_document boolean not null,
    listed_openly boolean not null,
    offered_at timestamptz not null,
    ended_at timestamptz,
    capacity text,
    available integer,
    maximum integer,
    capacity_at timestamptz
  )`.execute(db);
  await sql`create index actor_service_by_actor on actor_service (actor_id)`.execute(db);
  await sql`create index actor_service_by_code on actor_service (service) where ended_at is null`.execute(db);
  await protectTable(db, {
    table: 'actor_service',
    // The inner question is asked under the pathways' own policy, so it finds only what this viewer may know of.
    using: sql`(listed_openly and ${signedIn}) or ${ownActor} or ${registrar} or exists (
      select from service_pathway p where p.service_id = actor_service.service_id)`,
  });

  await sql`create table certification (
    actor_id text not null,
    pathway text not null,
    effective_at timestamptz not null,
    valid_until timestamptz,
    primary key (actor_id, pathway)
  )`.execute(db);
  await protectTable(db, { table: 'certification', using: readsPathway });
}

async function staff(db: AnyDatabase): Promise<void> {
  await sql`create table staff (
    staff_id text primary key,
    actor_id text not null,
    roles text[] not null,
    certifications text[] not null,
    disabled boolean not null,
    joined_at timestamptz not null,
    revision bigint not null
  )`.execute(db);
  await sql`create index staff_by_actor on staff (actor_id, staff_id)`.execute(db);
  await protectTable(db, {
    table: 'staff',
    using: sql`staff_id = (select stezhka_staff()) and ${ownActor}
      or ${ownActor} and (select stezhka_has_role('actor_administrator') or stezhka_has_role('supervisor'))
      or ${registrar}`,
  });
}

export const migrations: Migrations = {
  '0001_actors': { up: actors },
  '0002_services': { up: services },
  '0003_staff': { up: staff },
};
