import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { moved, type ParcelScenes, parcels, startParcelScenes } from './testing/parcel-scenes.js';

const patience = 20_000;
let scenes: ParcelScenes;

beforeAll(async () => {
  scenes = await startParcelScenes();
});
afterEach(() => scenes.rest());
afterAll(() => scenes.stop());

describe('two owners', () => {
  const everyoneOwns = { own: async () => new AbortController().signal, close: async () => undefined };

  it('never write an event twice, however they race', async () => {
    const { store, start, log, rows } = await scenes.scene();
    const race = [1, 2, 3].map(() => start(parcels, { ownership: everyoneOwns }));
    for (let index = 0; index < 300; index += 1) {
      const position = store.happen(`parcel-${index % 3}`, moved(index));
      await race[index % 3]!.waitFor(position, patience);
    }
    for (const projections of race) {
      expect(await projections.waitFor((await store.head())!, patience)).toBe(true);
    }
    expect((await rows()).map(({ moves }) => moves)).toEqual([100, 100, 100]);
    expect(log.events('projection.interrupted').some(({ error }) => error.name === 'FenceLost')).toBe(true);
  });

  it('are one owner and one that waits, knows how far it is, and takes over', async () => {
    const { store, start, rows } = await scenes.scene();
    const owner = start(parcels);
    await owner.waitFor(store.happen('parcel-1', moved(1)), patience);
    const other = start(parcels);
    expect(await other.waitFor(store.happen('parcel-1', moved(2)), patience)).toBe(true);
    expect(await other.waitFor(store.happen('letter-1', moved(2)), patience)).toBe(true);
    await owner.stop();
    expect(await other.waitFor(store.happen('parcel-1', moved(3)), patience)).toBe(true);
    expect(await rows()).toEqual([{ id: 'parcel-1', weight: 3, moves: 3 }]);
  });
});
