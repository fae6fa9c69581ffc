/** The tables of referrals and their second wall: each row names the one actor that may read it. */
import { changeReading, type Migrations, projectAgain, protectTable, recordTable } from '@stezhka/read-model';
import { type Kysely, sql } from 'kysely';
import { readingRoles } from './referral/authorize.js';

// biome-ignore lint/suspicious/noExplicitAny: a migration comes before the types of its tables
type AnyDatabase = Kysely<any>;

const reading = sql.raw(`array[${readingRoles.map((role) => `'${role}'`).join(', ')}]`);

const ofTheParty = () => sql`
  party_actor_id = (select stezhka_actor())
  and (pathway = 'general' or pathway = any((select stezhka_certifications())::text[]))
  and (select stezhka_roles()) && ${reading}`;

/**
 * The same rule, and the planner knows what it costs: of two lists that overlap it supposes that one row in two hundred
 * passes, and for a page of twenty would rather sort the whole inbox than follow its index.
 */
const ofThePartyPlanned = () => sql`
  party_actor_id = (select stezhka_actor())
  and (pathway = 'general' or pathway = any((select stezhka_certifications())::text[]))
  and (select stezhka_roles() && ${reading})`;

export const migrations: Migrations = {
  '0001_referral': {
    async up(db: AnyDatabase) {
      await sql`create table referral (
        referral_id text not null,
        party_actor_id text not null,
        side text not null,
        ordinal bigint not null,
        reference text not null,
        state text not null,
        pathway text not null,
        revision bigint not null,
        sent_revision bigint,
        filters text[] not null default '{}',
        offer_id text,
        sender_actor_id text,
        recipient_actor_id text,
        service_id text,
        service text,
        oblast text,
        urgency text,
        modality text,
        language text,
        age_bands text[] not null default '{}',
        sexes text[] not null default '{}',
        data_classes text[] not null default '{}',
        household_id text,
        member_ids text[] not null default '{}',
        part_of text,
        asking boolean not null default false,
        refused text,
        drafted_at timestamptz,
        sent_at timestamptz,
        acknowledge_by timestamptz,
        decide_by timestamptz,
        acknowledged_at timestamptz,
        decided_at timestamptz,
        started_at timestamptz,
        closed_at timestamptz,
        decline_reason text,
        outcome text,
        withdraw_reason text,
        unconfirmed_from text,
        sharing_ended boolean not null default false,
        primary key (referral_id, party_actor_id)
      )`.execute(db);
      await sql`create index referral_list on referral (party_actor_id, side, ordinal desc)`.execute(db);
      await sql`create index referral_list_by_state on referral (party_actor_id, side, state, ordinal desc)`.execute(
        db,
      );
      await sql`create table referral_act (
        referral_id text not null,
        party_actor_id text not null,
        revision bigint not null,
        pathway text not null,
        act text not null,
        occurred_at timestamptz not null,
        recorded_at timestamptz not null,
        channel text,
        recorded_by text,
        late boolean not null,
        code text,
        primary key (referral_id, party_actor_id, revision)
      )`.execute(db);
      await sql`create table referral_party (
        referral_id text primary key,
        sender_actor_id text not null,
        recipient_actor_id text,
        sent_revision bigint,
        declined boolean not null,
        pathway text not null
      )`.execute(db);
      await protectTable(db, { table: 'referral_party', using: sql`false` });
      await protectTable(db, { table: 'referral', using: ofTheParty() });
      await protectTable(db, { table: 'referral_act', using: ofTheParty() });
    },
  },
  '0002_directory': {
    async up(db: AnyDatabase) {
      await sql`create table directory_actor (
        actor_id text primary key,
        operations text not null,
        certifications jsonb not null default '{}'
      )`.execute(db);
      await sql`create table candidate (
        service_id text primary key,
        actor_id text not null,
        service text not null,
        operations text not null,
        oblasts text[] not null,
        pathways text[] not null,
        certifications jsonb not null,
        modality text not null,
        age_bands text[] not null,
        sexes text[] not null,
        languages text[] not null,
        needed_classes text[] not null,
        admission_document boolean not null,
        capacity text not null,
        available int,
        capacity_at timestamptz,
        ended boolean not null
      )`.execute(db);
      await sql`create index candidate_by_service on candidate (service)`.execute(db);
      await sql`create index candidate_by_actor on candidate (actor_id)`.execute(db);
      await protectTable(db, { table: 'directory_actor', using: sql`(select stezhka_actor()) is not null` });
      // That an actor has a service on an isolated pathway is for those to know who work on that pathway.
      await protectTable(db, {
        table: 'candidate',
        using: sql`(select stezhka_actor()) is not null
          and ('general' = any(pathways) or pathways && (select stezhka_certifications())::text[])`,
      });
    },
  },
  '0003_clock': {
    async up(db: AnyDatabase) {
      await sql`alter table referral_party add column expired boolean not null default false`.execute(db);
      await sql`create table referral_timer (
        referral_id text not null,
        policy int not null,
        rung text not null,
        step int not null,
        due_at timestamptz not null,
        claimed_at timestamptz,
        ended text,
        primary key (referral_id, policy, rung)
      )`.execute(db);
      await sql`create index referral_timer_due on referral_timer (due_at) where ended is null`.execute(db);
      // No viewer has any business with it; nothing is deleted, because a timer that is gone could be set again.
      await recordTable(db, { table: 'referral_timer', rights: ['select', 'insert', 'update'] });
    },
  },
  '0004_authority': {
    async up(db: AnyDatabase) {
      await sql`create table authority_code (
        code_id text primary key,
        referral_id text not null,
        party_actor_id text not null,
        pathway text not null,
        authority_actor_id text not null,
        given_at timestamptz not null,
        expires_at timestamptz not null,
        revoked_at timestamptz
      )`.execute(db);
      await sql`create table authority_asking (
        asking_id text primary key,
        code_id text not null,
        referral_id text not null,
        party_actor_id text not null,
        pathway text not null,
        answer text not null,
        asked_at timestamptz not null
      )`.execute(db);
      for (const table of ['authority_code', 'authority_asking']) {
        await sql`create index ${sql.id(`${table}_by_referral`)} on ${sql.table(table)} (referral_id)`.execute(
          db,
        );
        await protectTable(db, { table, using: ofTheParty() });
      }
    },
  },
  '0005_changed': {
    async up(db: AnyDatabase) {
      await sql`alter table referral add column changed bigint not null default 0`.execute(db);
      await sql`create index referral_changed on referral (changed)`.execute(db);
      // When each changed last is known from the events alone.
      await projectAgain(db, { projection: 'referral', tables: ['referral'] });
    },
  },
  '0006_next': {
    async up(db: AnyDatabase) {
      await sql`alter table referral
        add column prepared boolean not null default false,
        add column preparation_ended text,
        add column next_id text`.execute(db);
      await sql`create table referral_next (
        first_id text primary key,
        next_id text not null
      )`.execute(db);
      await recordTable(db, { table: 'referral_next', rights: ['select', 'insert', 'update'] });
    },
  },
  '0007_planned': {
    async up(db: AnyDatabase) {
      for (const table of ['referral', 'referral_act', 'authority_code', 'authority_asking'])
        await changeReading(db, { table, using: ofThePartyPlanned() });
    },
  },
};
