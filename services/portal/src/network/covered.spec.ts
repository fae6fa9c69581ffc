import { describe, expect, it } from '@jest/globals';
import { type Cell, gapsOf, levelOf, matrixOf } from './covered.js';

const cell = (given: Partial<Cell>): Cell => ({
  ...{ oblast: 'UA-46', service: 'SHL.TRANSIT', operational: 0, open: 0, places: 0, stale: 0 },
  ...given,
});

describe('how well a place is covered', () => {
  it.each([
    ['open', { operational: 2, open: 1, stale: 1 }],
    ['unknown', { operational: 2, stale: 1 }],
    ['full', { operational: 1 }],
    ['nobody', {}],
  ])('is %s', (level, given) => {
    expect(levelOf(cell(given))).toBe(level);
  });

  it('is for a family of services as good as for its best', () => {
    const cells = [
      cell({ operational: 1, open: 1 }),
      cell({ service: 'SHL.HOUS', operational: 2, open: 2 }),
      cell({ service: 'LEG.AID' }),
      cell({ oblast: 'UA-63', operational: 1 }),
      cell({ oblast: 'UA-63', service: 'SHL.HOUS' }),
      cell({ oblast: 'UA-63', service: 'LEG.AID', operational: 1, stale: 1 }),
    ];
    expect(matrixOf(cells)).toEqual([
      {
        oblast: 'UA-46',
        groups: [
          { group: 'SHL', open: 3, level: 'open' },
          { group: 'LEG', open: 0, level: 'nobody' },
        ],
      },
      {
        oblast: 'UA-63',
        groups: [
          { group: 'SHL', open: 0, level: 'full' },
          { group: 'LEG', open: 0, level: 'unknown' },
        ],
      },
    ]);
    expect(gapsOf(cells)).toEqual([
      { service: 'LEG.AID', oblasts: { nobody: ['UA-46'], full: [], unknown: ['UA-63'] }, count: 2 },
      { service: 'SHL.TRANSIT', oblasts: { nobody: [], full: ['UA-63'], unknown: [] }, count: 1 },
      { service: 'SHL.HOUS', oblasts: { nobody: ['UA-63'], full: [], unknown: [] }, count: 1 },
    ]);
  });
});
