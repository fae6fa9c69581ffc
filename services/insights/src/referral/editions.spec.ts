import { describe, expect, it } from '@jest/globals';
import { editionBefore, editionPolicies, newestEdition } from './editions.js';

const at = (moment: string) => new Date(moment);

describe('the newest edition', () => {
  it('is the one whose two moments have passed', () => {
    expect(newestEdition(at('2026-04-18T00:00:00Z'), at('2026-04-18T00:00:00Z'))?.month).toBe('2026-03');
    expect(newestEdition(at('2026-04-17T23:59:59Z'), at('2026-04-17T23:59:59Z'))?.month).toBe('2026-02');
    expect(newestEdition(at('2026-01-02T00:00:00Z'), at('2030-01-01T00:00:00Z'))?.month).toBe('2025-11');
  });

  it('follows the one of the month before, over the turn of a year', () => {
    const january = newestEdition(at('2026-02-20T00:00:00Z'), at('2026-02-20T00:00:00Z'))!;
    expect([january.month, editionBefore(january).month]).toEqual(['2026-01', '2025-12']);
    expect(editionBefore(january)).toEqual(
      newestEdition(at('2026-01-20T00:00:00Z'), at('2026-01-20T00:00:00Z')),
    );
  });

  it('is none before the first policy', () => {
    for (const moment of ['2021-12-31T00:00:00Z', '0001-01-01T00:00:00Z'])
      expect(newestEdition(at(moment), at('2026-01-01T00:00:00Z'))).toBeUndefined();
  });
});

it('each policy follows the one before', () => {
  expect(editionPolicies.map(({ version }) => version)).toEqual(editionPolicies.map((_, n) => n + 1));
});
