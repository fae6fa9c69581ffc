/**
 * A session is a row, not a cookie: deleting it signs every tab out at once, and a restart signs nobody out.
 */
import type { ReadModel } from '@stezhka/read-model';
import type { Sealing } from './sealing.js';
import type { BrowserTables } from './session-tables.js';

/** What the issuer gave for a person; it never leaves this process. */
export interface SessionTokens {
  readonly access: string;
  /** In milliseconds since 1970. */
  readonly accessExpiresAt: number;
  /** Absent: the session ends with the access token. */
  readonly refresh?: string;
}

export interface SessionContent extends SessionTokens {
  /** Shown to herself alone. */
  readonly displayName?: string;
}

export interface Session {
  readonly content: SessionContent;
  readonly version: number;
  readonly expiresAt: Date;
}

export interface SessionRows {
  create(session: {
    readonly id: string;
    readonly account: string;
    readonly content: SessionContent;
    readonly expiresAt: Date;
  }): Promise<void>;
  /** Nothing for one that is unknown, ended or expired. */
  find(id: string): Promise<Session | undefined>;
  /** True: until `until` it is this caller who exchanges the tokens of this version. */
  claim(id: string, version: number, until: Date): Promise<boolean>;
  /** False: the session was ended meanwhile. */
  renew(id: string, version: number, content: SessionContent): Promise<boolean>;
  /** Gives the claim back, the tokens unchanged. */
  release(id: string, version: number): Promise<void>;
  end(id: string): Promise<void>;
  endAllOf(account: string): Promise<void>;
  sweep(): Promise<void>;
}

export function sessionRows(deps: {
  readonly readModel: ReadModel<BrowserTables>;
  readonly sealing: Sealing;
  readonly now: () => Date;
}): SessionRows {
  const { readModel, sealing, now } = deps;
  const sealed = (digest: string, content: SessionContent) =>
    sealing.seal(JSON.stringify(content), `session ${digest}`);
  const change = (
    id: string,
    version: number,
    set: Partial<BrowserTables['browser_session']>,
    free = false,
  ) =>
    readModel.asRecorder(async (tx) => {
      let update = tx
        .updateTable('browser_session')
        .set(set)
        .where('id_digest', '=', sealing.digest(id))
        .where('version', '=', version);
      if (free)
        update = update.where((row) =>
          row.or([row('refreshing_until', 'is', null), row('refreshing_until', '<', now())]),
        );
      return (await update.executeTakeFirstOrThrow()).numUpdatedRows === 1n;
    });

  return {
    async create({ id, account, content, expiresAt }) {
      const digest = sealing.digest(id);
      const row = {
        id_digest: digest,
        account_digest: sealing.digest(account),
        sealed: sealed(digest, content),
        version: 0,
        refreshing_until: null,
        created_at: now(),
        expires_at: expiresAt,
      };
      await readModel.asRecorder((tx) => tx.insertInto('browser_session').values(row).execute());
    },

    async find(id) {
      const digest = sealing.digest(id);
      const row = await readModel.asRecorder((tx) =>
        tx
          .selectFrom('browser_session')
          .select(['sealed', 'version', 'expires_at'])
          .where('id_digest', '=', digest)
          .where('expires_at', '>', now())
          .executeTakeFirst(),
      );
      const text = row && sealing.unseal(row.sealed, `session ${digest}`);
      if (row === undefined || text === undefined) return undefined;
      return { content: JSON.parse(text) as SessionContent, version: row.version, expiresAt: row.expires_at };
    },

    claim: (id, version, until) => change(id, version, { refreshing_until: until }, true),
    renew: (id, version, content) =>
      change(id, version, {
        sealed: sealed(sealing.digest(id), content),
        version: version + 1,
        refreshing_until: null,
      }),
    async release(id, version) {
      await change(id, version, { refreshing_until: null });
    },

    async end(id) {
      await readModel.asRecorder((tx) =>
        tx.deleteFrom('browser_session').where('id_digest', '=', sealing.digest(id)).execute(),
      );
    },
    async endAllOf(account) {
      await readModel.asRecorder((tx) =>
        tx.deleteFrom('browser_session').where('account_digest', '=', sealing.digest(account)).execute(),
      );
    },
    async sweep() {
      await readModel.asRecorder((tx) =>
        tx.deleteFrom('browser_session').where('expires_at', '<=', now()).execute(),
      );
    },
  };
}

/** An account as all its sessions name it. */
export const accountName = (issuer: string, subject: string): string => JSON.stringify([issuer, subject]);
