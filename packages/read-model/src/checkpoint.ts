/**
 * How far a projection is, kept beside its rows. Whoever writes must name the fence that he read; the row lock makes
 * the slower of two owners wait, and then find that the fence has moved.
 */
import { sql, type Transaction } from 'kysely';
import type { BaseTables } from './base-migrations.js';

export interface StoredProgress {
  /** Everything up to here is in the rows. */
  readonly position: bigint | undefined;
  readonly fence: bigint;
  readonly halted: boolean;
}

export interface Checkpoint extends StoredProgress {
  readonly parked: ReadonlySet<string>;
}

/** A stream whose events are passed over since one of them could not be projected. */
export interface ParkedStream {
  readonly projection: string;
  readonly stream: string;
  readonly position: bigint;
  readonly eventId: string;
  readonly eventType: string;
  /** SQLSTATE or class of the error. */
  readonly reason: string;
}

/** Another owner has written since: read again and go on from there. */
export class FenceLost extends Error {
  override readonly name = 'FenceLost';
}

/** Every service's database has the base's tables, whatever else it has. */
type Tx<DB> = Transaction<DB & BaseTables>;
const baseOf = <DB>(tx: Tx<DB>): Transaction<BaseTables> => tx as unknown as Transaction<BaseTables>;

export async function loadCheckpoint<DB>(tx: Tx<DB>, projection: string): Promise<Checkpoint> {
  const known = await readCheckpoint(tx, projection);
  if (known) return known;
  await makeCheckpoint(tx, projection);
  return (await readCheckpoint(tx, projection))!;
}

async function readCheckpoint<DB>(tx: Tx<DB>, projection: string): Promise<Checkpoint | undefined> {
  const row = await baseOf(tx)
    .selectFrom('projection_checkpoint')
    .select(({ selectFrom }) => [
      'position',
      'fence',
      'halted',
      sql<string[]>`array(${selectFrom('parked_stream')
        .select('stream')
        .whereRef('parked_stream.projection', '=', 'projection_checkpoint.projection')})`.as('parked'),
    ])
    .where('projection', '=', projection)
    .executeTakeFirst();
  return row && { ...row, position: row.position ?? undefined, parked: new Set(row.parked) };
}

async function makeCheckpoint<DB>(tx: Tx<DB>, projection: string): Promise<void> {
  await baseOf(tx)
    .insertInto('projection_checkpoint')
    .values({ projection, position: null, fence: 0n, halted: false })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function readProgress<DB>(
  tx: Tx<DB>,
  projections: readonly string[],
): Promise<Map<string, StoredProgress>> {
  const rows = await baseOf(tx)
    .selectFrom('projection_checkpoint')
    .selectAll()
    .where('projection', 'in', projections)
    .execute();
  return new Map(
    rows.map(({ projection, position, fence, halted }) => [
      projection,
      { position: position ?? undefined, fence, halted },
    ]),
  );
}

export async function readParked<DB>(tx: Tx<DB>, projections: readonly string[]): Promise<ParkedStream[]> {
  const rows = await baseOf(tx)
    .selectFrom('parked_stream')
    .selectAll()
    .where('projection', 'in', projections)
    .orderBy('position')
    .execute();
  return rows.map(({ event_id: eventId, event_type: eventType, ...row }) => ({ ...row, eventId, eventType }));
}

export async function parkStream<DB>(tx: Tx<DB>, parked: ParkedStream): Promise<void> {
  const { eventId: event_id, eventType: event_type, ...row } = parked;
  await baseOf(tx)
    .insertInto('parked_stream')
    .values({ ...row, event_id, event_type })
    .execute();
}

/** First in its transaction, so that the loser has written nothing. Returns the new fence. @throws FenceLost */
export async function advanceCheckpoint<DB>(
  tx: Tx<DB>,
  at: { readonly projection: string; readonly fence: bigint },
  to: { readonly position: bigint | undefined; readonly halted?: boolean },
): Promise<bigint> {
  const { numUpdatedRows } = await baseOf(tx)
    .updateTable('projection_checkpoint')
    .set({ position: to.position ?? null, halted: to.halted ?? false, fence: at.fence + 1n })
    .where('projection', '=', at.projection)
    .where('fence', '=', at.fence)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new FenceLost();
  return at.fence + 1n;
}

/** Empty the tables and begin again; a running owner finds its fence gone. Returns the new one. */
export async function resetProjection<DB>(
  tx: Tx<DB>,
  projection: string,
  tables: readonly string[],
): Promise<bigint> {
  await makeCheckpoint(tx, projection);
  const { fence } = await baseOf(tx)
    .updateTable('projection_checkpoint')
    .set((row) => ({ position: null, halted: false, fence: row('fence', '+', 1n) }))
    .where('projection', '=', projection)
    .returning('fence')
    .executeTakeFirstOrThrow();
  await baseOf(tx).deleteFrom('parked_stream').where('projection', '=', projection).execute();
  if (tables.length > 0) {
    await sql`truncate ${sql.join(tables.map((table) => sql.table(table)))}`.execute(tx);
  }
  return fence;
}
