import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { moved, type ParcelScenes, parcels, startParcelScenes } from './testing/parcel-scenes.js';

const patience = 20_000;
let scenes: ParcelScenes;

beforeAll(async () => {
  scenes = await startParcelScenes();
});
afterEach(() => scenes.rest());
afterAll(() => scenes.stop());

describe('a projection', () => {
  it('shows what has happened and what happens', async () => {
    const { store, start, rows } = await scenes.scene();
    store.happen('parcel-1', moved(1));
    const projections = start(parcels);
    const last = store.happen('parcel-2', moved(2));
    expect(await projections.waitFor(last, patience)).toBe(true);
    const live = store.happen('parcel-1', moved(3));
    expect(await projections.waitFor(live, patience)).toBe(true);
    expect(await rows()).toEqual([
      { id: 'parcel-1', weight: 3, moves: 2 },
      { id: 'parcel-2', weight: 2, moves: 1 },
    ]);
  });

  it('passes positions of events that do not concern it', async () => {
    const { store, start } = await scenes.scene();
    const projections = start(parcels);
    for (let index = 0; index < 50; index += 1) {
      const other = store.happen('letter-1', moved(1));
      expect(await projections.waitFor(other, patience)).toBe(true);
    }
  });

  it('passes positions of events of other types, and projects none of them', async () => {
    const { store, start, rows } = await scenes.scene();
    const projections = start({ ...parcels, types: ['ParcelMoved.v1'] });
    store.happen('parcel-1', moved(1));
    const other = store.happen('parcel-1', { ...moved(2), type: 'ParcelWeighed.v1' });
    expect(await projections.waitFor(other, patience)).toBe(true);
    expect(await rows()).toEqual([{ id: 'parcel-1', weight: 1, moves: 1 }]);
  });

  it('goes through a backlog in order, once, over a restart', async () => {
    const { store, start, rows } = await scenes.scene();
    for (let index = 0; index < 2_500; index += 1) store.happen(`parcel-${index % 5}`, moved(index));
    const first = start(parcels);
    expect(await first.waitFor(7n, patience)).toBe(true);
    await first.stop();
    const last = store.happen('parcel-0', moved(-1));
    const second = start(parcels);
    expect(await second.waitFor(last, patience)).toBe(true);
    expect((await rows()).map(({ weight, moves }) => [weight, moves])).toEqual([
      [-1, 501],
      [2496, 500],
      [2497, 500],
      [2498, 500],
      [2499, 500],
    ]);
  });

  it('tells that it has written rows before anybody hears that they are there', async () => {
    const { store, start } = await scenes.scene();
    const projections = start(parcels);
    await projections.waitFor(store.happen('parcel-1', moved(1)), patience);
    const before = projections.writtenOf('parcels');
    await projections.waitFor(store.happen('letter-1', moved(1)), patience);
    expect(projections.writtenOf('parcels')).toBe(before);
    await projections.waitFor(store.happen('parcel-1', moved(2)), patience);
    expect(projections.writtenOf('parcels')).toBe(before + 1);
  });

  it('says in time that a position was not reached', async () => {
    const { store, start } = await scenes.scene();
    const projections = start(parcels);
    const past = store.happen('parcel-1', moved(1));
    expect(await projections.waitFor(past, patience)).toBe(true);
    expect(await projections.waitFor(past + 1n, 1)).toBe(false);
  });

  it('is ready when it is current', async () => {
    const { store, start } = await scenes.scene();
    store.happen('parcel-1', moved(1));
    const projections = start(parcels);
    expect(projections.health()).toEqual({ ready: false, reason: 'starting' });
    await projections.waitFor((await store.head())!, patience);
    const ready = async (): Promise<void> => {
      const next = store.happen('letter-1', moved(1));
      await projections.waitFor(next, patience);
      if (!projections.health().ready) await ready();
    };
    await ready();
    expect(projections.lagMs('parcels')).toBeLessThan(patience);
    expect(projections.health()).toEqual({ ready: true, lagMs: expect.any(Number) });
  });
});

describe('a rebuild', () => {
  it('gives identical rows, and goes on', async () => {
    const { store, start, rows } = await scenes.scene();
    for (let index = 0; index < 700; index += 1) store.happen(`parcel-${index % 7}`, moved(index));
    const projections = start(parcels);
    await projections.waitFor((await store.head())!, patience);
    const before = await rows();
    await projections.rebuild('parcels');
    expect(await rows()).toEqual(before);
    expect(before).toHaveLength(7);
    const live = store.happen('parcel-0', moved(-1));
    expect(await projections.waitFor(live, patience)).toBe(true);
    expect((await rows())[0]).toEqual({ id: 'parcel-0', weight: -1, moves: 101 });
  });

  it('replays what another process owns', async () => {
    const { store, start, rows } = await scenes.scene();
    const last = store.happen('parcel-1', moved(1));
    const owner = start(parcels);
    await owner.waitFor(last, patience);
    const other = start(parcels);
    await other.rebuild('parcels');
    expect(await rows()).toEqual([{ id: 'parcel-1', weight: 1, moves: 1 }]);
  });
});
