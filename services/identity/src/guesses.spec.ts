import { describe, expect, it } from '@jest/globals';
import { countGuess, type GuessState } from './guesses.js';

const start = new Date('2026-03-01T10:00:00Z');
const later = (ms: number) => new Date(start.getTime() + ms);

function guessTimes(times: number, state?: GuessState): GuessState | undefined {
  let counted = state;
  for (let time = 0; time < times; time += 1) counted = countGuess(counted, start, 5);
  return counted;
}

describe('guessing', () => {
  it('is free at first and then waits, each time twice as long', () => {
    expect(guessTimes(4)).toMatchObject({ failures: 4, blockedUntil: null });
    const fifth = guessTimes(5);
    expect(fifth).toMatchObject({ failures: 5, blockedUntil: later(30_000) });
    expect(countGuess(fifth, later(29_999), 5)).toBeUndefined();
    const sixth = countGuess(fifth, later(30_000), 5);
    expect(sixth).toMatchObject({ failures: 6, blockedUntil: later(90_000) });
  });

  it('never waits longer than a quarter of an hour', () => {
    const state = { failures: 500, lastAt: start, blockedUntil: null };
    expect(countGuess(state, start, 5)?.blockedUntil).toEqual(later(15 * 60_000));
  });

  it('is forgotten after a quarter of an hour', () => {
    const state = { failures: 4, lastAt: start, blockedUntil: null };
    expect(countGuess(state, later(15 * 60_000), 5)).toMatchObject({ failures: 1, blockedUntil: null });
  });
});
