/** Connections of one service to its database. */
import type { Logger } from '@stezhka/telemetry';
import {
  type CompiledQuery,
  type Driver,
  Kysely,
  PostgresDialect,
  type PostgresDialectConfig,
  PostgresDriver,
} from 'kysely';
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

/** @param role what a connection becomes, for as long as it lives */
export function connect<DB>({ role, ...options }: PoolOptions & { readonly role?: string }): Kysely<DB> {
  const pool = poolOf(options, role === undefined ? {} : { options: `-c role=${role}` });
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
}

export interface FewTripsPool<DB> {
  /** What runs first in a transaction begins it, and goes out with what comes next. */
  readonly db: Kysely<DB>;
  /** One statement in a session of its own, in one trip. */
  ask<Row>(begins: string, query: CompiledQuery<Row>): Promise<Row[]>;
}

export function connectInFewTrips<DB>(options: PoolOptions): FewTripsPool<DB> {
  const pool = inFewTrips(poolOf(options, { pipeline: true }));
  return {
    db: new Kysely<DB>({ dialect: new DialectWithoutBegin({ pool }) }),
    ask: async (begins, { sql, parameters }) => (await pool.askOne(begins, sql, parameters)).rows,
  };
}

function poolOf({ url, size, logger }: PoolOptions, more: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
    types,
    ...more,
  });
  // Without a listener, a connection that the server closes ends the process. While the pool ends it is no loss.
  pool.on('error', (error) => {
    if (!pool.ending) logger.warn('database.connection_lost', { error });
  });
  // The pool listens to those that are idle. On one at work, its query has failed and the caller knows.
  pool.on('connect', (client) => {
    client.on('error', () => {});
  });
  return pool;
}
