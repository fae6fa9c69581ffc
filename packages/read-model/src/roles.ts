/** The database's roles of one service: nobody owns what he can reach, and nobody who logs in can reach anything. */
import { ReadModelError } from './database-error.js';

export interface Roles {
  readonly database: string;
  /** Owns schema and tables; nobody logs in as it, only migrations become it. */
  readonly owner: string;
  /** Reads rows that row security lets through. */
  readonly reader: string;
  /** Writes projections' rows and checkpoints. */
  readonly projector: string;
  /** Writes records: rows that exist nowhere else. */
  readonly recorder: string;
  /** Logs in, owns nothing, inherits nothing: it must say in each transaction which of the others it is. */
  readonly login: string;
  /** Only in tests of the first wall: reads past row security. */
  readonly unwalled: string;
}

/** @throws ReadModelError `INVALID_SERVICE_NAME` unless it is a short lower-case word */
export function rolesOf(service: string): Roles {
  if (!/^[a-z][a-z0-9_]{0,39}$/.test(service)) throw new ReadModelError('INVALID_SERVICE_NAME');
  return {
    database: `stezhka_${service}`,
    owner: `${service}_owner`,
    reader: `${service}_reader`,
    projector: `${service}_projector`,
    recorder: `${service}_recorder`,
    login: `${service}_login`,
    unwalled: `${service}_unwalled`,
  };
}
