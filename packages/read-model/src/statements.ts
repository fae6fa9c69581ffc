/**
 * What a connection is asked, with as few trips and as little reading as it takes: what begins a transaction goes out
 * together with the first statement in it, and statements that come again are prepared. The server then reads them,
 * puts row security in and plans them once for a connection instead of each time, and plans again by itself when the role
 * or a table has changed. Where an answer would have other columns than before it refuses; then all are prepared anew.
 */
import type { Duplex } from 'node:stream';
import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type pg from 'pg';
import { isOutdated } from './database-error.js';

/** Lists make texts without end, and each of those prepared stays in the server's memory. */
const mostPrepared = 500;

/** A client has its connection, and its types do not say so: what is written while it is corked goes out in one piece. */
interface Connected {
  readonly connection: { readonly stream: Duplex };
}

const nothing = { command: 'SELECT', rowCount: 0, rows: [] } as const;

export interface FewTrips extends PostgresPool {
  /** Begins a session, asks the one thing that is asked in it and ends it, in one piece. */
  askOne(begins: string, text: string, values: readonly unknown[]): Promise<Answer>;
}

/** The pool's connections have to be pipelined. */
export function inFewTrips(pool: pg.Pool): FewTrips {
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  const statements = nameStatements();
  return {
    async connect() {
      const client = await pool.connect();
      const known = clients.get(client) ?? statementsOf(client, statements);
      clients.set(client, known);
      return known;
    },
    async askOne(begins, text, values) {
      const client = await pool.connect();
      try {
        return await together(client, begins, () => ask(client, statements, text, values), 'commit');
      } finally {
        client.release();
      }
    },
    end: () => pool.end(),
  };
}

/** What begins a session, what is asked and what ends it, if that is known, in one piece. */
async function together(
  client: pg.PoolClient,
  begins: string,
  asking: () => Promise<Answer>,
  ends?: 'commit',
): Promise<Answer> {
  const { stream } = (client as unknown as Connected).connection;
  const parts: Promise<unknown>[] = [];
  stream.cork();
  try {
    parts.push(client.query(begins), asking());
    if (ends) parts.push(client.query(ends));
  } finally {
    stream.uncork();
  }
  // Without a beginning there is no role, and without a role every statement is refused: that it failed comes first.
  for (const part of await Promise.allSettled(parts)) if (part.status === 'rejected') throw part.reason;
  return parts[1] as Promise<Answer>;
}

/** `begins`: nothing has been asked in it yet. */
type Session = 'none' | { readonly begins: string } | 'open';

function statementsOf(client: pg.PoolClient, statements: Statements): PostgresPoolClient {
  let session: Session = 'none';

  const answer = async (text: string, values: readonly unknown[]): Promise<Answer> => {
    const before = session;
    if (text.startsWith('begin')) session = { begins: text };
    else if (text === 'commit' || text === 'rollback') {
      session = 'none';
      if (before === 'open') return ask(client, statements, text, []);
    } else if (before === 'open') return ask(client, statements, text, values);
    else if (typeof before === 'object') {
      session = 'open';
      return together(client, before.begins, () => ask(client, statements, text, values));
    } else throw new Error('no session');
    return nothing as never;
  };

  return {
    // Nobody reads by cursor.
    query: answer as unknown as PostgresPoolClient['query'],
    release: () => client.release(),
  };
}

type Answer = PostgresQueryResult<never>;

async function ask(
  client: pg.PoolClient,
  statements: Statements,
  text: string,
  values: readonly unknown[],
): Promise<Answer> {
  try {
    const name = values.length > 0 ? statements.nameOf(text) : undefined;
    const asked = name === undefined ? { text } : { text, name };
    return (await client.query({ ...asked, values: [...values] })) as never;
  } catch (error) {
    if (isOutdated(error)) statements.renew();
    throw error;
  }
}

interface Statements {
  /** What the statement is called on each connection; undefined: it is not prepared. */
  nameOf(text: string): string | undefined;
  /** From now on all of them are called otherwise, and so prepared anew. */
  renew(): void;
}

function nameStatements(): Statements {
  const names = new Map<string, string>();
  let called = 0;
  return {
    nameOf(text) {
      const name = names.get(text);
      if (name !== undefined || names.size >= mostPrepared) return name;
      called += 1;
      names.set(text, `s${called}`);
      return `s${called}`;
    },
    renew: () => names.clear(),
  };
}
