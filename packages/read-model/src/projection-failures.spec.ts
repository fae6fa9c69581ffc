import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { moved, type ParcelScenes, parcels, startParcelScenes } from './testing/parcel-scenes.js';

const patience = 20_000;
let scenes: ParcelScenes;

beforeAll(async () => {
  scenes = await startParcelScenes();
});
afterEach(() => scenes.rest());
afterAll(() => scenes.stop());

describe('an event that cannot be projected', () => {
  it('parks its stream, loudly, and no other', async () => {
    const { store, start, rows, log } = await scenes.scene();
    const projections = start(parcels);
    store.happen('parcel-1', moved(1));
    store.happen('parcel-bad', moved(1));
    const poison = store.happen('parcel-bad', moved('Олена'));
    store.happen('parcel-bad', moved(3));
    const last = store.happen('parcel-2', moved(2));
    expect(await projections.waitFor(last, patience)).toBe(true);
    expect((await rows()).map(({ id, weight }) => [id, weight])).toEqual([
      ['parcel-1', 1],
      ['parcel-2', 2],
      ['parcel-bad', 1],
    ]);
    expect(await projections.parked()).toEqual([
      {
        projection: 'parcels',
        stream: 'parcel-bad',
        position: poison,
        eventId: expect.any(String),
        eventType: 'ParcelMoved.v1',
        reason: '22P02',
      },
    ]);
    expect(log.events('projection.parked')).toHaveLength(1);
    expect(log.text()).not.toContain('Олена');
    await projections.stop();
    const again = start(parcels);
    const later = store.happen('parcel-bad', moved(4));
    expect(await again.waitFor(later, patience)).toBe(true);
    expect((await rows())[2]).toEqual({ id: 'parcel-bad', weight: 1, moves: 1 });
  });

  it('halts a projection that fails closed, until it runs with code that can', async () => {
    const { store, start, rows } = await scenes.scene();
    const projections = start({ ...parcels, failClosed: true });
    store.happen('parcel-1', moved(1));
    store.happen('parcel-bad', moved('x'));
    const last = store.happen('parcel-2', moved(2));
    expect(await projections.waitFor(last, patience)).toBe(false);
    expect(projections.health()).toEqual({ ready: false, reason: 'halted' });
    expect((await rows()).map(({ id }) => id)).toEqual(['parcel-1']);
    expect(await projections.waitFor(last, patience)).toBe(false);
    await projections.stop();
    const able = start({
      ...parcels,
      failClosed: true,
      project: async (tx, event) => {
        if (event.stream !== 'parcel-bad') await parcels.project(tx, event);
      },
    });
    while (!(await able.waitFor(last, patience))) await nextTurn();
    expect((await rows()).map(({ id }) => id)).toEqual(['parcel-1', 'parcel-2']);
  });

  it('is tried again when it fails in passing', async () => {
    const { store, start, rows, log } = await scenes.scene();
    let failures = 2;
    const projections = start({
      ...parcels,
      async project(tx, event) {
        failures -= 1;
        if (failures >= 0) throw new Error('not yet');
        await parcels.project(tx, event);
      },
    });
    expect(await projections.waitFor(store.happen('parcel-1', moved(1)), patience)).toBe(true);
    expect(await rows()).toHaveLength(1);
    expect(log.events('projection.parked')).toEqual([]);
  });
});

describe('a lost connection', () => {
  it('is no reason to park, lose or repeat an event', async () => {
    const { store, start, rows, log, readModel } = await scenes.scene();
    const projections = start(parcels);
    await projections.waitFor(store.happen('parcel-1', moved(1)), patience);
    await scenes.cluster.asAdministrator(
      `select pg_terminate_backend(pid) from pg_stat_activity where usename = '${readModel.service}_login'`,
    );
    for (let index = 2; index <= 50; index += 1) store.happen('parcel-1', moved(index));
    expect(await projections.waitFor((await store.head())!, patience)).toBe(true);
    expect(await rows()).toEqual([{ id: 'parcel-1', weight: 50, moves: 50 }]);
    expect(log.events('projection.parked')).toEqual([]);
  });
});
