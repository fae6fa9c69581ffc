import { describe, expect, it } from '@jest/globals';
import { type Candidate, choicesOf } from './choices.js';

const candidate = (actorId: string, unsuitable: readonly string[] = []) =>
  ({ actor: { id: actorId }, unsuitable }) as Candidate;
const all = [candidate('kalyna'), candidate('dzherelo'), candidate('beacon', ['own_actor'])];

const chosen = (became: 'waits' | 'declined') => {
  const asked = { actorId: 'kalyna', became, reason: undefined };
  const { possible, others } = choicesOf(all, { continued: { asked } as never });
  const shown = (list: readonly Candidate[]) =>
    list.map(({ actor, unsuitable }) => [actor.id, ...unsuitable]);
  return { possible: shown(possible), others: shown(others) };
};

describe('whom one can ask', () => {
  it('is everybody whom nothing speaks against', () => {
    const { possible, others } = choicesOf(all, { continued: undefined });
    expect(possible).toEqual([all[0], all[1]]);
    expect(others).toEqual([all[2]]);
  });

  it('is not who is being asked', () => {
    expect(chosen('waits')).toEqual({
      possible: [['dzherelo']],
      others: [
        ['kalyna', 'being_asked'],
        ['beacon', 'own_actor'],
      ],
    });
  });

  it('is again who declined: things change', () => {
    expect(chosen('declined').possible).toEqual([['kalyna'], ['dzherelo']]);
  });
});
