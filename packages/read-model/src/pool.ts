/** Connections of one service to its database. */
import type { Logger } from '@stezhka/telemetry';
import { type Driver, Kysely, PostgresDialect, type PostgresDialectConfig, PostgresDriver } from 'kysely';
import pg from 'pg';
import { inFewTrips } from './statements.js';

/** A date without a time must not become an instant in the process's time zone. */
const dateOid = 1082;
/** Counts and positions exceed what a number holds exactly. */
const int8Oid = 20;

const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === dateOid) return (text: string) => text;
    if (oid === int8Oid) return (text: string) => BigInt(text);
    return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text');
  },
} as pg.CustomTypesConfig;

export interface PoolOptions {
  readonly url: string;
  readonly size: number;
  readonly logger: Logger;
  /** Become this role for as long as a connection lives. */
  readonly role?: string;
  /** What runs first in a transaction begins it, and goes out with what comes next. */
  readonly transactionsBeginThemselves?: true;
}

class DriverWithoutBegin extends PostgresDriver {
  override async beginTransaction(): Promise<void> {}
}

class DialectWithoutBegin extends PostgresDialect {
  readonly #config: PostgresDialectConfig;

  constructor(config: PostgresDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): Driver {
    return new DriverWithoutBegin(this.#config);
  }
}

export function connect<DB>(options: PoolOptions): Kysely<DB> {
  const { url, size, logger, role, transactionsBeginThemselves = false } = options;
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
    types,
    pipeline: transactionsBeginThemselves,
    ...(role === undefined ? {} : { options: `-c role=${role}` }),
  });
  // Without a listener, a connection that the server closes ends the process. While the pool ends it is no loss.
  pool.on('error', (error) => {
    if (!pool.ending) logger.warn('database.connection_lost', { error });
  });
  // The pool listens to those that are idle. On one at work, its query has failed and the caller knows.
  pool.on('connect', (client) => {
    client.on('error', () => {});
  });
  const dialect = transactionsBeginThemselves
    ? new DialectWithoutBegin({ pool: inFewTrips(pool) })
    : new PostgresDialect({ pool });
  return new Kysely<DB>({ dialect });
}
