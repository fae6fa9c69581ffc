/** Identity's rows. All of them are records: nothing can rebuild them, so no projector may touch them. */
import type { Migrations } from '@stezhka/read-model';
import { recordTable } from '@stezhka/read-model';
import { type ColumnType, sql } from 'kysely';

export interface IdentityTables {
  account: {
    subject: string;
    /** Digest of what is typed, as it is compared: trimmed, lower case. */
    name_digest: string;
    password: string;
    sealed_display_name: Buffer;
    disabled_at: Date | null;
    created_at: Date;
  };
  signing_key: { kid: string; sealed: Buffer; created_at: Date };
  /** What oidc-provider keeps: sessions, codes, refresh tokens, grants, interactions. Read whole, so `json` will do, which unlike `jsonb` takes any text. */
  oidc_record: {
    model: string;
    id: string;
    payload: ColumnType<Record<string, unknown>, string, string>;
    grant_id: string | null;
    uid: string | null;
    user_code: string | null;
    account: string | null;
    consumed_at: Date | null;
    expires_at: Date | null;
  };
  /** Wrong passwords lately, by a digest of the name, the address or both that they came under. */
  password_guess: { key: string; failures: number; last_at: Date; blocked_until: Date | null };
}

export const identityMigrations: Migrations = {
  '0001_accounts': {
    async up(db) {
      await sql`create table account (
        subject text primary key,
        name_digest text not null unique,
        password text not null,
        sealed_display_name bytea not null,
        disabled_at timestamptz,
        created_at timestamptz not null
      )`.execute(db);
      await sql`create table signing_key (
        kid text primary key,
        sealed bytea not null,
        created_at timestamptz not null
      )`.execute(db);
      await sql`create table oidc_record (
        model text not null,
        id text not null,
        payload json not null,
        grant_id text,
        uid text,
        user_code text,
        account text,
        consumed_at timestamptz,
        expires_at timestamptz,
        primary key (model, id)
      )`.execute(db);
      for (const column of ['grant_id', 'uid', 'user_code', 'account', 'expires_at']) {
        await sql`create index ${sql.id(`oidc_record_by_${column}`)} on oidc_record (${sql.id(column)})`.execute(
          db,
        );
      }
      await sql`create table password_guess (
        key text primary key,
        failures integer not null,
        last_at timestamptz not null,
        blocked_until timestamptz
      )`.execute(db);
      await recordTable(db, { table: 'account', rights: ['select', 'insert', 'update'] });
      await recordTable(db, { table: 'signing_key', rights: ['select', 'insert'] });
      await recordTable(db, { table: 'oidc_record' });
      await recordTable(db, { table: 'password_guess' });
    },
  },
};
