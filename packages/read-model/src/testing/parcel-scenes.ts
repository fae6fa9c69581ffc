/** A small world to project: parcels that are moved, one row each. Every scene has a database of its own. */
import { type Kysely, sql } from 'kysely';
import type { Projection } from '../projection.js';
import { type Projections, type ProjectionsOptions, startProjections } from '../projections.js';
import { protectTable } from '../protect-table.js';
import type { ReadModel } from '../read-model.js';
import { type LogLines, listeningLogger } from './listening-logger.js';
import { createStoreInMemory, type StoreInMemory } from './store-in-memory.js';
import { startTemporaryCluster, type TemporaryCluster } from './temporary-cluster.js';

export interface ParcelTables {
  parcel: { id: string; weight: number; moves: number };
}

const migrations = {
  '0001_parcels': {
    async up(db: Kysely<unknown>) {
      await sql`create table parcel (id text primary key, weight int not null, moves int not null)`.execute(
        db,
      );
      await protectTable(db, { table: 'parcel', using: sql`true` });
    },
  },
};

export const parcels: Projection<ParcelTables> = {
  name: 'parcels',
  prefixes: ['parcel-'],
  tables: ['parcel'],
  async project(tx, event) {
    const { weight } = event.data as { weight: number };
    await tx
      .insertInto('parcel')
      .values({ id: event.stream, weight, moves: 1 })
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((row) => ({ weight, moves: sql`${row.ref('parcel.moves')} + 1` })),
      )
      .execute();
  },
};

export const moved = (weight: unknown) => ({ type: 'ParcelMoved.v1', data: { weight } });

export interface ParcelScene {
  readonly store: StoreInMemory;
  readonly readModel: ReadModel<ParcelTables>;
  readonly log: LogLines;
  /** As a process of its own would: with its own lock. */
  start(projection: Projection<ParcelTables>, deps?: ProjectionsOptions<ParcelTables>['deps']): Projections;
  rows(): Promise<ParcelTables['parcel'][]>;
}

export interface ParcelScenes {
  readonly cluster: TemporaryCluster;
  scene(): Promise<ParcelScene>;
  /** Stops the projections that scenes have started. */
  rest(): Promise<void>;
  stop(): Promise<void>;
}

export async function startParcelScenes(): Promise<ParcelScenes> {
  const cluster = await startTemporaryCluster();
  const running: Projections[] = [];
  let databases = 0;
  const rest = async (): Promise<void> => {
    for (const projections of running.splice(0)) await projections.stop();
  };
  return {
    cluster,
    async scene() {
      databases += 1;
      const store = createStoreInMemory();
      const log = listeningLogger();
      const readModel = await cluster.readModel<ParcelTables>(`parcels_${databases}`, migrations);
      return {
        store,
        readModel,
        log,
        start(projection, deps) {
          const base = { readModel, store, projections: [projection], logger: log.logger };
          const started = startProjections(deps === undefined ? base : { ...base, deps });
          running.push(started);
          return started;
        },
        rows: () =>
          readModel.asProjector('spec', (tx) => tx.selectFrom('parcel').selectAll().orderBy('id').execute()),
      };
    },
    rest,
    async stop() {
      await rest();
      await cluster.stop();
    },
  };
}
