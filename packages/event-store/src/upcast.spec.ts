import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type StoreAtWork, startStore } from './testing/store-at-work.js';
import { type Upcasters, upcast } from './upcast.js';

interface First {
  readonly kilos: number;
}
interface Second {
  readonly grams: number;
}

const upcasters: Upcasters = {
  'ParcelWeighed.v1': (data) => ({
    type: 'ParcelWeighed.v2',
    data: { grams: (data as First).kilos * 1000 },
  }),
  'ParcelWeighed.v2': (data) => ({
    type: 'ParcelMeasured.v1',
    data: { grams: (data as Second).grams, litres: null },
  }),
};
const newest = { type: 'ParcelMeasured.v1', data: { grams: 2000, litres: null } };

describe('an old event', () => {
  it('is read as the newest one, step by step', () => {
    expect(upcast(upcasters, { type: 'ParcelWeighed.v1', data: { kilos: 2 } })).toEqual(newest);
    expect(upcast(upcasters, { type: 'ParcelWeighed.v2', data: { grams: 2000 } })).toEqual(newest);
  });

  it('is left as it is where nobody knows it as old', () => {
    const event = { type: 'ParcelSent.v1', data: { to: 'lviv' } };
    expect(upcast(upcasters, event)).toBe(event);
  });
});

describe('in a store', () => {
  let at: StoreAtWork;
  beforeAll(async () => {
    at = await startStore({ upcasters });
    await at.happen('parcel-1', 'ParcelWeighed.v1', { kilos: 2 });
  });
  afterAll(() => at.stop());

  it('is the newest one however it is read, and stays what it was', async () => {
    expect(await at.store.read('parcel-1')).toMatchObject([newest]);
    const { signal } = new AbortController();
    for await (const event of at.store.follow('parcel-1', { signal })) {
      expect(event).toMatchObject(newest);
      break;
    }
    for await (const heard of at.store.subscribe({ prefixes: ['parcel-'], signal })) {
      if (heard.kind !== 'event') continue;
      expect(heard.event).toMatchObject(newest);
      break;
    }
    for await (const { event } of at.client.readStream('parcel-1'))
      expect(event).toMatchObject({ type: 'ParcelWeighed.v1', data: { kilos: 2 } });
  });
});
