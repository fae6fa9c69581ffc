import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { projectAgain } from './project-again.js';
import { moved, type ParcelScenes, parcels, startParcelScenes } from './testing/parcel-scenes.js';

const patience = 20_000;
let scenes: ParcelScenes;
beforeAll(async () => {
  scenes = await startParcelScenes();
});
afterAll(() => scenes.stop());

it('lets a projection hear everything again after a migration, and leaves row security as strict as it was', async () => {
  const { store, start, rows, readModel } = await scenes.scene();
  store.happen('parcel-1', moved(1));
  const last = store.happen('parcel-1', moved(2));
  const before = start(parcels);
  expect(await before.waitFor(last, patience)).toBe(true);
  await before.stop();

  await readModel.asMigrator((tx) => projectAgain(tx, { projection: 'parcels', tables: ['parcel'] }));
  expect(await rows()).toEqual([]);
  const { rows: kept } = await readModel.asMigrator((tx) =>
    sql`select relforcerowsecurity as forced from pg_class
      where relname in ('projection_checkpoint', 'parked_stream')`.execute(tx),
  );
  expect(kept).toEqual([{ forced: true }, { forced: true }]);

  expect(await start(parcels).waitFor(last, patience)).toBe(true);
  expect(await rows()).toEqual([{ id: 'parcel-1', weight: 2, moves: 2 }]);
});
