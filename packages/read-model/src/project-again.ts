/**
 * For a migration after which a projection keeps more than before, or other rows: what it once passed over is heard
 * from the first event on. Processes of the version before must have stopped, or they would write the old rows anew.
 */
import { type Kysely, sql } from 'kysely';
import { resetProjection } from './checkpoint.js';

export interface Projecting {
  /** Its name. */
  readonly projection: string;
  /** All its tables, as they are after the migration. */
  readonly tables: readonly string[];
}

/** Empties the tables; the projection replays when it is started next. */
export async function projectAgain(
  // biome-ignore lint/suspicious/noExplicitAny: a migration comes before the types of its tables
  db: Kysely<any>,
  { projection, tables }: Projecting,
): Promise<void> {
  // Row security holds for the owner as well, and lets projectors alone in: it steps back within this transaction.
  const kept = ['projection_checkpoint', 'parked_stream'];
  const force = async (how: 'force' | 'no force') => {
    for (const table of kept)
      await sql`alter table ${sql.table(table)} ${sql.raw(how)} row level security`.execute(db);
  };
  await force('no force');
  await resetProjection(db as never, projection, tables);
  await force('force');
}
