/**
 * The only way to a service's rows. There is no connection without a session, and a session is a role and a viewer
 * for one transaction: what is forgotten is refused, because the login role itself may touch nothing.
 */
import type { Logger } from '@stezhka/telemetry';
import {
  type CompiledQuery,
  type Kysely,
  type QueryCreator,
  type QueryExecutorProvider,
  sql,
  type Transaction,
} from 'kysely';
import type { BaseTables } from './base-migrations.js';
import { isOutdated, mayNot, ReadModelError, withoutValues } from './database-error.js';
import { createUnwalledRole, isMigrated, type Migrations, migrateDatabase } from './migrate.js';
import { lockOwnership, type Ownership } from './ownership.js';
import { connect, connectInFewTrips } from './pool.js';
import { rolesOf } from './roles.js';
import { beginningAs, type SessionViewer } from './session-settings.js';

export interface ReadModelOptions {
  /** Connects as the service's login role. */
  readonly url: string;
  /** Connects as the administrator; only `asMigrator` needs it, and `migrate` where anything is left to do. */
  readonly migrationUrl?: string;
  readonly service: string;
  readonly migrations: Migrations;
  readonly logger: Logger;
  /** Connections at most; 4 if absent. */
  readonly poolSize?: number;
  readonly deps?: {
    /**
     * Reads past row security, to prove that the domain's own `authorize()` holds alone. It takes a role that only
     * `migrate()` of a read model made with this option creates, so no setting can switch it on in a running system.
     */
    readonly withoutRowSecurity?: true;
  };
}

/**
 * What runs in a session: it awaits SQL and nothing else, because a transaction is open meanwhile, and tells by what it
 * returns alone, because it runs a second time where a table has changed under it.
 */
export type InSession<DB, Result> = (tx: Transaction<DB>) => Promise<Result>;

/** One statement, built and asked by nobody yet: by the query builder or in SQL. */
export interface Question<Row> {
  /** It is good with the same plan, whatever its values: it is planned once for a connection. */
  readonly plannedOnce?: true;
  compile(as: QueryExecutorProvider): CompiledQuery<Row>;
}

/** Builds it, once more where a table has changed meanwhile. */
export type Asking<DB, Row> = (of: QueryCreator<DB>) => Question<Row>;

export interface ReadModel<DB> {
  readonly service: string;
  /** Read as this viewer: one consistent, read-only view; row security decides which rows exist. */
  asViewer<Result>(viewer: SessionViewer, fn: InSession<DB, Result>): Promise<Result>;
  /** The rows of one statement as this viewer reads them: begun, answered and ended in one trip to the database. */
  askAsViewer<Row>(viewer: SessionViewer, asking: Asking<DB, Row>): Promise<Row[]>;
  /**
   * Write as a projection. Commits do not wait for the disk: rows and checkpoint are kept or lost together, and what
   * a crash takes is replayed.
   */
  asProjector<Result>(name: string, fn: InSession<DB & BaseTables, Result>): Promise<Result>;
  /** The rows of one statement that reads as a projection does, in one trip. */
  askAsProjector<Row>(name: string, asking: Asking<DB & BaseTables, Row>): Promise<Row[]>;
  /** Work on records; a commit is on disk when it is acknowledged. */
  asRecorder<Result>(fn: InSession<DB & BaseTables, Result>): Promise<Result>;
  /** Work as the owner of the tables. Row security holds for the owner as well: it sees no rows. */
  asMigrator<Result>(fn: InSession<DB, Result>): Promise<Result>;
  /** Locks on a connection of their own, by which processes agree who runs which projection. */
  ownership(): Ownership;
  /** Does what is left to do. @throws ReadModelError `MIGRATION_FAILED`, `UNPROTECTED_TABLE`, `NO_MIGRATION_URL` */
  migrate(): Promise<void>;
  close(): Promise<void>;
}

export function createReadModel<DB>(options: ReadModelOptions): ReadModel<DB> {
  const { service, logger } = options;
  const roles = rolesOf(service);
  const { db, ask } = connectInFewTrips<DB & BaseTables>({
    ...{ url: options.url, size: options.poolSize ?? 4, logger },
  });
  const viewerRole = options.deps?.withoutRowSecurity === true ? roles.unwalled : roles.reader;

  async function withMigrationConnection<T>(
    role: string | undefined,
    fn: (db: Kysely<DB>) => Promise<T>,
  ): Promise<T> {
    if (options.migrationUrl === undefined) throw new ReadModelError('NO_MIGRATION_URL');
    const url = options.migrationUrl;
    const own = connect<DB>({ url, size: 1, logger, ...(role === undefined ? {} : { role }) });
    try {
      return await fn(own);
    } catch (error) {
      throw withoutValues(error);
    } finally {
      await own.destroy();
    }
  }

  async function twiceIfOutdated<Result>(once: () => Promise<Result>): Promise<Result> {
    try {
      return await once().catch((error) => {
        if (isOutdated(error)) return once();
        throw error;
      });
    } catch (error) {
      throw withoutValues(error);
    }
  }

  type Settings = Parameters<typeof beginningAs>[0];

  async function within<Result>(settings: Settings, fn: InSession<DB & BaseTables, Result>): Promise<Result> {
    const beginning = sql.raw(beginningAs(settings));
    return twiceIfOutdated(() =>
      db.transaction().execute(async (tx) => {
        await beginning.execute(tx);
        return fn(tx);
      }),
    );
  }

  async function asked<Row>(settings: Settings, asking: Asking<DB & BaseTables, Row>): Promise<Row[]> {
    return twiceIfOutdated(async () => {
      const question = asking(db);
      const begins = beginningAs({ ...settings, readOnly: true, planOnce: question.plannedOnce });
      return ask(begins, question.compile(db));
    });
  }

  const viewing = (viewer: SessionViewer) => ({ role: viewerRole, viewer, durable: false }) as const;
  const projecting = { role: roles.projector, durable: false } as const;

  /** A database of an earlier version does not tell. */
  const isUpToDate = (): Promise<boolean> =>
    within(projecting, (tx) => isMigrated(tx, roles, options.migrations)).catch((error) => {
      if (mayNot(error)) return false;
      throw error;
    });

  return {
    service,
    asViewer: (viewer, fn) => within(viewing(viewer), fn as never),
    askAsViewer: (viewer, asking) => asked(viewing(viewer), asking as never),
    asProjector: (_name, fn) => within(projecting, fn),
    askAsProjector: (_name, asking) => asked(projecting, asking),
    asRecorder: (fn) => within({ role: roles.recorder, durable: true }, fn),
    asMigrator: (fn) =>
      withMigrationConnection(roles.owner, (own) => own.transaction().execute((tx) => fn(tx))),
    ownership: () => lockOwnership(options.url, logger),
    async migrate() {
      if (!(await isUpToDate()))
        await withMigrationConnection(roles.owner, (own) =>
          migrateDatabase({ db: own, roles, migrations: options.migrations, logger }),
        );
      if (options.deps?.withoutRowSecurity === true) {
        await withMigrationConnection(undefined, (admin) => createUnwalledRole(admin, roles));
      }
    },
    close: () => db.destroy(),
  };
}
