/** The shape of this service's database. Of the vault no viewer reads a row, whoever she is. */
import { type Migrations, protectTable, recordTable } from '@stezhka/read-model';
import { type Kysely, sql } from 'kysely';
import { readingRoles } from './household/authorize.js';

export const migrations: Migrations = {
  '0001_vault': { up: vault },
  '0002_files': { up: files },
};

// biome-ignore lint/suspicious/noExplicitAny: a migration comes before the types of its tables
async function vault(db: Kysely<any>): Promise<void> {
  await sql`create table vault_household_key (
    household_id text primary key,
    epoch text not null,
    wrapped_key bytea not null,
    written_at timestamptz not null,
    named boolean not null default false
  )`.execute(db);
  await sql`create table vault_person_key (
    household_id text not null,
    subject_id text not null,
    epoch text not null,
    wrapped_key bytea not null,
    primary key (household_id, subject_id)
  )`.execute(db);
  await sql`create table vault_class_key (
    household_id text not null,
    subject_id text not null,
    data_class text not null,
    wrapped_key bytea not null,
    primary key (household_id, subject_id, data_class)
  )`.execute(db);
  await sql`create table vault_record (
    record_id text not null,
    version integer not null,
    household_id text not null,
    subject_id text not null,
    data_class text not null,
    sealed bytea not null,
    written_at timestamptz not null,
    named boolean not null default false,
    primary key (record_id, version)
  )`.execute(db);
  await sql`create index vault_record_unnamed on vault_record (written_at) where not named`.execute(db);
  await sql`create index vault_household_key_unnamed on vault_household_key (written_at) where not named`.execute(
    db,
  );
  for (const table of ['vault_household_key', 'vault_person_key', 'vault_class_key', 'vault_record'])
    await recordTable(db, { table });
}

// biome-ignore lint/suspicious/noExplicitAny: a migration comes before the types of its tables
async function files(db: Kysely<any>): Promise<void> {
  const ofActor = sql`household_id text not null, actor_id text not null, pathway text not null`;
  await sql`create table household (
    ${ofActor},
    member_ids text[] not null,
    opened_at text not null,
    revision bigint not null,
    position bigint not null,
    primary key (household_id)
  )`.execute(db);
  await sql`create table household_record (
    ${ofActor},
    record_id text primary key,
    subject_id text not null,
    data_class text not null,
    version integer not null,
    sealed_at text not null
  )`.execute(db);
  await sql`create table household_agreement (
    ${ofActor},
    agreement_id text primary key,
    terms text not null,
    withdrawn_by text[] not null,
    valid_until text not null
  )`.execute(db);
  await sql`create table household_permit (
    ${ofActor},
    permit_id text primary key,
    referral_id text not null,
    offer_id text not null,
    recipient_actor_id text not null,
    service_id text not null,
    member_ids text[] not null,
    data_classes text[] not null,
    valid_until text not null,
    position bigint not null
  )`.execute(db);
  await sql`create table household_disclosure (
    ${ofActor},
    event_id text primary key,
    permit_id text not null,
    to_actor_id text not null,
    to_staff_id text not null,
    data_classes text[] not null,
    purpose text not null,
    occurred_at text not null,
    position bigint not null
  )`.execute(db);
  await sql`create index household_of_actor on household (actor_id, position)`.execute(db);
  const roles = sql.join(readingRoles.map((role) => sql.lit(role)));
  const using = sql`actor_id = (select stezhka_actor())
    and (select stezhka_roles() && array[${roles}]::text[])
    and stezhka_certified(pathway)`;
  for (const table of fileTables) {
    await protectTable(db, { table, using });
    if (table !== 'household') await sql`create index on ${sql.table(table)} (household_id)`.execute(db);
  }
}

const fileTables = [
  'household',
  'household_record',
  'household_agreement',
  'household_permit',
  'household_disclosure',
] as const;
