/**
 * What a connection is asked, with as few trips and as little reading as it takes: what begins a transaction goes out
 * together with the first statement in it, and statements that come again are prepared. The server then reads them,
 * puts row security in and plans them once for a connection instead of each time; it does so again by itself when the
 * role or a table has changed.
 */
import type { Duplex } from 'node:stream';
import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type pg from 'pg';

/** Lists make texts without end, and each of those prepared stays in the server's memory. */
const mostPrepared = 500;

/** The server cannot go on with a prepared statement whose columns have changed since, as they do while one migrates. */
const outdated = '0A000';

/** A client has its connection, and its types do not say so: what is written while it is corked goes out in one piece. */
interface Connected {
  readonly connection: { readonly stream: Duplex };
}

const nothing = { command: 'SELECT', rowCount: 0, rows: [] } as const;

/** The pool's connections have to be pipelined. */
export function inFewTrips(pool: pg.Pool): PostgresPool {
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  const statements = nameStatements();
  return {
    async connect() {
      const client = await pool.connect();
      const known = clients.get(client) ?? statementsOf(client, statements);
      clients.set(client, known);
      return known;
    },
    end: () => pool.end(),
  };
}

/** How a transaction begins in which one thing is asked: it ends with the answer. */
export const beginForOne = 'begin /* one */';

function statementsOf(client: pg.PoolClient, statements: Statements): PostgresPoolClient {
  /** The beginning of a transaction that nothing has been asked in yet. */
  let beginning: string | undefined;
  /** It has ended with its one answer, and nobody has said so yet. */
  let over = false;

  /** What begins it, what is asked and what ends it, if that is known, in one piece. */
  const together = async (begins: string, text: string, values: readonly unknown[]) => {
    const { stream } = (client as unknown as Connected).connection;
    over = begins.startsWith(beginForOne);
    stream.cork();
    const begun = client.query(begins);
    const asked = ask(client, statements, text, values);
    const ended = over ? client.query('commit') : undefined;
    stream.uncork();
    // Without a beginning there is no role, and without a role every statement is refused.
    const [beginsWell, answered, endsWell] = await Promise.allSettled([begun, asked, ended]);
    for (const part of [beginsWell, answered, endsWell]) if (part.status === 'rejected') throw part.reason;
    return asked;
  };

  const answer = async (text: string, values: readonly unknown[]): Promise<PostgresQueryResult<never>> => {
    const begins = beginning;
    const wasOver = over;
    beginning = undefined;
    over = false;
    if (text.startsWith('begin')) beginning = text;
    else if (text === 'commit' || text === 'rollback') {
      if (begins === undefined && !wasOver) return ask(client, statements, text, values);
    } else if (wasOver) throw new Error('more than one thing is asked in a session that asks one');
    else if (begins === undefined) return ask(client, statements, text, values);
    else return together(begins, text, values);
    return nothing as never;
  };

  return {
    // Nobody reads by cursor.
    query: answer as unknown as PostgresPoolClient['query'],
    release: () => client.release(),
  };
}

async function ask(
  client: pg.PoolClient,
  statements: Statements,
  text: string,
  values: readonly unknown[],
): Promise<PostgresQueryResult<never>> {
  try {
    const name = values.length > 0 ? statements.nameOf(text) : undefined;
    const asked = name === undefined ? { text } : { text, name };
    return (await client.query({ ...asked, values: [...values] })) as never;
  } catch (error) {
    if (isOutdated(error)) statements.renew();
    throw error;
  }
}

/** Whether the same would be answered if it were asked again: its columns have changed, which is known now. */
export function isOutdated(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === outdated;
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
