/**
 * The tables behind membership. No viewer's session may read them: they decide who the viewer is, and they join the
 * identities of all staff of all organisations.
 */
import { protectTable } from '@stezhka/read-model';
import { type Migration, sql } from 'kysely';

/** For a service's migrations, under a name of its own. */
export const membershipMigration: Migration = {
  async up(db) {
    await sql`create table membership (
      staff_id text primary key,
      actor_id text not null,
      issuer text not null,
      subject text not null,
      roles text[] not null,
      certifications text[] not null,
      disabled boolean not null
    )`.execute(db);
    await sql`create index membership_subject on membership (issuer, subject)`.execute(db);
    await sql`create table actor_certification (
      actor_id text not null,
      pathway text not null,
      valid_until timestamptz,
      primary key (actor_id, pathway)
    )`.execute(db);
    for (const table of ['membership', 'actor_certification'])
      await protectTable(db, { table, using: sql`false` });
  },
};
