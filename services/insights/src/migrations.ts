/** The tables of insights and their second wall: what is published for everybody, referrals for coordinators alone. */
import { type Migrations, projectAgain, protectTable } from '@stezhka/read-model';
import { type Kysely, sql } from 'kysely';

// biome-ignore lint/suspicious/noExplicitAny: a migration comes before the types of its tables
type AnyDatabase = Kysely<any>;

const signedIn = sql`(select stezhka_actor()) is not null`;
const coordinator = sql`(select stezhka_has_role('cluster_coordinator'))`;

async function coverage(db: AnyDatabase): Promise<void> {
  await sql`create table actor_said (
    actor_id text not null,
    position bigint not null,
    operations text,
    access text,
    oblast text,
    effective_at timestamptz not null,
    recorded_at timestamptz not null,
    primary key (actor_id, effective_at, position)
  )`.execute(db);
  await sql`create table service_said (
    service_id text not null,
    position bigint not null,
    actor_id text not null,
    service text not null,
    oblasts text[] not null,
    listed boolean not null,
    effective_at timestamptz not null,
    recorded_at timestamptz not null,
    primary key (service_id, effective_at, position)
  )`.execute(db);
  await sql`create table capacity_said (
    service_id text not null,
    position bigint not null,
    capacity text not null,
    available integer,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null,
    primary key (service_id, occurred_at, position)
  )`.execute(db);
  for (const table of ['actor_said', 'service_said', 'capacity_said'])
    await protectTable(db, { table, using: signedIn });
}

async function referrals(db: AnyDatabase): Promise<void> {
  await sql`create table referral_route (
    referral_id text primary key,
    reference text not null,
    service text not null,
    oblast text not null
  )`.execute(db);
  await sql`create table sent_referral (
    referral_id text primary key,
    reference text not null,
    service text not null,
    oblast text not null,
    receiver_actor_id text not null,
    sent_at timestamptz not null,
    recorded_at timestamptz not null,
    acknowledge_by timestamptz not null,
    decide_by timestamptz not null
  )`.execute(db);
  await sql`create index sent_referral_by_month on sent_referral (sent_at, recorded_at)`.execute(db);
  await sql`create table referral_step (
    referral_id text not null,
    position bigint not null,
    step text not null,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null,
    primary key (referral_id, position)
  )`.execute(db);
  await protectTable(db, { table: 'referral_route', using: sql`false` });
  await protectTable(db, { table: 'sent_referral', using: coordinator });
  await protectTable(db, { table: 'referral_step', using: coordinator });
}

async function silence(db: AnyDatabase): Promise<void> {
  await sql`create table silence_told (
    referral_id text not null,
    clock text not null,
    rung text not null,
    primary key (referral_id, clock, rung)
  )`.execute(db);
  await protectTable(db, { table: 'silence_told', using: coordinator });
  // What clocks say was passed over until now.
  const tables = ['referral_route', 'sent_referral', 'referral_step', 'silence_told'];
  await projectAgain(db, { projection: 'referrals', tables });
}

async function newest(db: AnyDatabase): Promise<void> {
  // Which of all that was said was said last is found out by saying it again.
  await projectAgain(db, { projection: 'coverage', tables: ['actor_said', 'service_said', 'capacity_said'] });
  const tables = { actor_said: 'actor_id, oblast', service_said: 'service_id', capacity_said: 'service_id' };
  for (const [table, about] of Object.entries(tables)) {
    await sql`alter table ${sql.table(table)} add column newest boolean not null`.execute(db);
    await sql`create unique index ${sql.id(`${table}_newest`)} on ${sql.table(table)} (${sql.raw(about)})
      nulls not distinct where newest`.execute(db);
    await sql`create index ${sql.id(`${table}_position`)} on ${sql.table(table)} (position)`.execute(db);
  }
}

export const migrations: Migrations = {
  '0001_coverage': { up: coverage },
  '0002_referrals': { up: referrals },
  '0003_silence': { up: silence },
  '0004_newest': { up: newest },
};
