/** Sessions are records: nothing can rebuild them, and losing them signs everybody out. */
import { type Migrations, recordTable } from '@stezhka/read-model';
import { sql } from 'kysely';

export interface BrowserTables {
  browser_session: {
    /** Digest of what the cookie holds. */
    id_digest: string;
    /** Digest of issuer and subject, so that all sessions of one account can be ended. */
    account_digest: string;
    /** Tokens and the name to greet, as JSON. */
    sealed: Buffer;
    /** Counts how often the tokens were exchanged. */
    version: number;
    /** While a process exchanges the tokens, no other may: a refresh token is taken once. */
    refreshing_until: Date | null;
    created_at: Date;
    expires_at: Date;
  };
}

export const browserMigrations: Migrations = {
  '0001_sessions': {
    async up(db) {
      await sql`create table browser_session (
        id_digest text primary key,
        account_digest text not null,
        sealed bytea not null,
        version integer not null,
        refreshing_until timestamptz,
        created_at timestamptz not null,
        expires_at timestamptz not null
      )`.execute(db);
      await sql`create index browser_session_by_account on browser_session (account_digest)`.execute(db);
      await sql`create index browser_session_by_expiry on browser_session (expires_at)`.execute(db);
      await recordTable(db, { table: 'browser_session' });
    },
  },
};
