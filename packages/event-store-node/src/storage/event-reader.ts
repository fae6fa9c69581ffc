/**
 * Everything that is asked of the stored events. It has a connection of its own and so sees only what is
 * durable: with `synchronous = FULL` a transaction becomes visible to others after its log was synced.
 *
 * Danger: of a prepared statement only `raw().all()` may be used. In libsql 0.5 a `get()` leaves the statement
 * open, which freezes what the connection sees; a `get()` after an `all()` answers the older question; and rows
 * as objects hold blobs as ArrayBuffer, which no type says.
 */
import Database from 'libsql';

/** A row of the event table, as reads need it. */
export interface EventRow {
  readonly position: number;
  readonly stream: number;
  readonly revision: number;
  readonly type: string;
  readonly created: number;
  readonly record: Buffer;
}

export type Direction = 'forwards' | 'backwards';

interface EventIdentity {
  readonly id: string;
  readonly stream: number;
  readonly revision: number;
  readonly position: number;
}

const EVENT = 'SELECT position, stream, revision, type, created, record FROM events';
const IDENTITY = 'SELECT id, stream, revision, position FROM events';

/** Where a stream stands. Of a name that no stream has nothing is known but the stream of its metadata, if there is one. */
export interface HeadRow {
  /** The stream's number. */
  readonly id: number | undefined;
  /** Revision and position of the newest event, a tombstone aside. */
  readonly last: number | undefined;
  readonly position: number | undefined;
  readonly tombstoned: boolean;
  /** The number of the stream of this one's metadata. */
  readonly metastream: number | undefined;
}

type Question<Row> = (...parameters: (number | string)[]) => Row[];

export class EventReader {
  readonly #database: Database.Database;
  readonly #ask: ReturnType<typeof questions>;

  constructor(file: string) {
    this.#database = new Database(file);
    this.#ask = questions(this.#database);
  }

  head(name: string, metastream: string): HeadRow {
    return headRow(this.#ask.head(name, metastream)[0]!);
  }

  streamName(id: number): string {
    const row = this.#ask.streamName(id)[0];
    if (row === undefined) throw new Error(`event of an unknown stream ${id}`);
    return row[0];
  }

  /** The newest event of a stream, a tombstone aside. */
  newest(stream: number): EventRow | undefined {
    return this.streamPage(stream, Number.MAX_SAFE_INTEGER, 'backwards', 1)[0];
  }

  /** Events of a stream from a revision on, that revision included, in the direction's order. */
  streamPage(stream: number, from: number, direction: Direction, limit: number): EventRow[] {
    const ask = direction === 'forwards' ? this.#ask.streamForwards : this.#ask.streamBackwards;
    return ask(stream, from, limit).map(eventRow);
  }

  /** Events after a position, or before it when reading backwards; the position itself is left out. */
  allPage(beyond: number, direction: Direction, limit: number): EventRow[] {
    const ask = direction === 'forwards' ? this.#ask.allForwards : this.#ask.allBackwards;
    return ask(beyond, limit).map(eventRow);
  }

  /** The events of a stream from a revision on. */
  identities(stream: number, from: number, limit: number): EventIdentity[] {
    return this.#ask.identities(stream, from, limit).map(identity);
  }

  /** The events written last, newest first. */
  newestIdentities(limit: number): EventIdentity[] {
    return this.#ask.newestIdentities(limit).map(identity);
  }

  /** The highest position and stream number in use; 0 where there is none. */
  counters(): { position: number; stream: number } {
    const [position, stream] = this.#ask.counters()[0] ?? [0, 0];
    return { position, stream };
  }

  close(): void {
    this.#database.close();
  }
}

type EventColumns = [number, number, number, string, number, Buffer];
type HeadColumns = [number | null, number | null, number | null, number, number | null];
type IdentityColumns = [string, number, number, number];

function questions(database: Database.Database) {
  const question = <Row>(sql: string): Question<Row> => {
    const statement = database.prepare(sql).raw();
    return (...parameters) => statement.all(...parameters) as Row[];
  };
  return {
    head: question<HeadColumns>(
      `SELECT named.id,
        (SELECT revision FROM events WHERE stream = named.id AND revision >= 0 ORDER BY revision DESC LIMIT 1),
        (SELECT position FROM events WHERE stream = named.id AND revision >= 0 ORDER BY revision DESC LIMIT 1),
        EXISTS (SELECT 1 FROM events WHERE stream = named.id AND revision = -1),
        (SELECT id FROM streams WHERE name = ?2)
      FROM (SELECT ?1 AS name) AS asked LEFT JOIN streams AS named ON named.name = asked.name`,
    ),
    streamName: question<[string]>('SELECT name FROM streams WHERE id = ?'),
    streamForwards: question<EventColumns>(
      `${EVENT} WHERE stream = ? AND revision >= max(0, ?) ORDER BY revision LIMIT ?`,
    ),
    streamBackwards: question<EventColumns>(
      `${EVENT} WHERE stream = ? AND revision BETWEEN 0 AND ? ORDER BY revision DESC LIMIT ?`,
    ),
    allForwards: question<EventColumns>(`${EVENT} WHERE position > ? ORDER BY position LIMIT ?`),
    allBackwards: question<EventColumns>(`${EVENT} WHERE position < ? ORDER BY position DESC LIMIT ?`),
    identities: question<IdentityColumns>(
      `${IDENTITY} WHERE stream = ? AND revision >= max(0, ?) ORDER BY revision LIMIT ?`,
    ),
    newestIdentities: question<IdentityColumns>(`${IDENTITY} ORDER BY position DESC LIMIT ?`),
    counters: question<[number, number]>(
      'SELECT coalesce((SELECT max(position) FROM events), 0), coalesce((SELECT max(id) FROM streams), 0)',
    ),
  };
}

function eventRow([position, stream, revision, type, created, record]: EventColumns): EventRow {
  return { position, stream, revision, type, created, record };
}

function headRow([id, last, position, tombstoned, metastream]: HeadColumns): HeadRow {
  return {
    id: id ?? undefined,
    last: last ?? undefined,
    position: position ?? undefined,
    tombstoned: tombstoned === 1,
    metastream: metastream ?? undefined,
  };
}

function identity([id, stream, revision, position]: IdentityColumns): EventIdentity {
  return { id, stream, revision, position };
}
