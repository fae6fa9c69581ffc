import { describe, expect, it } from '@jest/globals';
import { missingIn, type Room, roomOf, told } from './room.js';

const capacity = {
  ...({ state: 'capacity', available: 4, maximum: 18 } as const),
  ...{ updatedAt: '2026-03-01T08:00:00.000Z', stale: false },
};
const room: Room = { state: 'capacity', available: '4', maximum: '18' };
const faultsOf = (changed: Partial<Room>) =>
  missingIn({ ...room, ...changed }, 'a').map(({ field, message }) => [field, message]);

describe('a form begins with', () => {
  it('what was last said', () => expect(roomOf(capacity)).toEqual(room));
  it('what is left of it where it no longer holds', () =>
    expect(roomOf({ ...capacity, state: 'unknown', available: null, stale: true })).toEqual({
      ...{ state: undefined, available: '', maximum: '18' },
    }));
});

describe('what is said', () => {
  it('has a state', () =>
    expect(faultsOf({ state: undefined })).toEqual([['a-state', 'services.errors.state']]));
  it.each(['three', '-1', '1.5', '1e3', '100001'])('has %s for no number of places', (text) => {
    expect(faultsOf({ available: text })).toEqual([['a-available', 'services.errors.number']]);
    expect(faultsOf({ maximum: text })).toEqual([['a-maximum', 'services.errors.number']]);
  });
  it('does not contradict itself', () => {
    expect(faultsOf({ available: '19' })).toEqual([['a-available', 'services.errors.more']]);
    expect(faultsOf({ available: '0' })).toEqual([['a-available', 'services.errors.none']]);
  });
  it('may leave places uncounted', () => {
    expect(faultsOf({ available: '', maximum: ' ' })).toEqual([]);
    expect(told({ ...room, available: '', maximum: ' ' })).toEqual({ capacity: 'capacity' });
  });
  it('is numbers', () => expect(told(room)).toEqual({ capacity: 'capacity', available: 4, maximum: 18 }));
  it('has nothing free where there is no room, whatever was typed before', () => {
    const full: Room = { ...room, state: 'no-capacity', available: 'four' };
    expect(missingIn(full, 'a')).toEqual([]);
    expect(told(full)).toEqual({ capacity: 'no-capacity', available: 0, maximum: 18 });
  });
});
