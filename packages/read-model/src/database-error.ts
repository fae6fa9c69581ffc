/**
 * A database error's text quotes values ("Key (name)=(…) already exists"). What leaves a session is stripped of it:
 * the SQLSTATE and the names of things stay, what was in them does not.
 */
import pg from 'pg';

export type ReadModelCode =
  /** A viewer's id, role or certification has characters that a session setting cannot carry. */
  | 'INVALID_VIEWER'
  /** Migrating needs the administrator's connection string, and none was given. */
  | 'NO_MIGRATION_URL'
  /** A table or view can be read although row security does not stand before it. */
  | 'UNPROTECTED_TABLE'
  | 'INVALID_SERVICE_NAME'
  | 'MIGRATION_FAILED';

export class ReadModelError extends Error {
  override readonly name = 'ReadModelError';

  constructor(
    readonly code: ReadModelCode,
    detail?: string,
    options?: ErrorOptions,
  ) {
    super(detail === undefined ? code : `${code}: ${detail}`, options);
  }
}

/** What the database refused, without the values. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';

  constructor(
    /** SQLSTATE, for instance `42501` (not allowed) or `23505` (exists already). */
    readonly code: string,
    readonly constraint: string | undefined,
    readonly table: string | undefined,
  ) {
    super(`the database answered ${code}${constraint === undefined ? '' : ` for ${constraint}`}`);
  }
}

export function withoutValues(error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError)) return error;
  return new DatabaseError(error.code ?? 'XX000', error.constraint, error.table);
}

/** A prepared statement whose columns have changed since, or that a connection has not: another one is prepared. */
const outdated = /^(?:0A|26)000$/;
const passing = /^(?:08|53|55|57|58)|^40(?:001|P01)|^E[A-Z]+$/;
const lostConnection =
  /^(?:Connection terminated|Client has encountered a connection error|timeout exceeded)/;

/** Whether trying the same again later may succeed: the connection failed, not the statement. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  if (typeof code !== 'string') return lostConnection.test(error.message);
  return passing.test(code) || outdated.test(code);
}

/** Whether the same would be answered if all of it were asked again at once. */
export function isOutdated(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return error instanceof Error && typeof code === 'string' && outdated.test(code);
}

/** Whether the database knows whoever asks, and does not let them. */
export function mayNot(error: unknown): boolean {
  return error instanceof DatabaseError && error.code === '42501';
}
