import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type IdentityCluster, startIdentityCluster } from '../toys/provider-network.js';
import { createGuesses } from './guesses.js';
import { deriveSecrets } from './secrets.js';

const minute = 60_000;
let cluster: IdentityCluster;
let clock: Date;
let names = 0;
let name: string;

beforeAll(async () => {
  cluster = await startIdentityCluster();
});
afterAll(() => cluster.stop());
beforeEach(() => {
  clock = new Date('2026-03-01T10:00:00Z');
  names += 1;
  name = `name ${names}`;
});

const guesses = () =>
  createGuesses({
    readModel: cluster.readModel,
    secrets: deriveSecrets(Buffer.alloc(32, 7)),
    now: () => clock,
  });
/** Addresses of this spec, new for each name. */
const at = (place: string) => `${place} ${names}`;
const wrong = async (place: string, of = name) => (await guesses().admit(of, at(place))) !== undefined;
const signIn = async (place: string) => (await guesses().admit(name, at(place)))?.right();
const after = (ms: number) => {
  clock = new Date(clock.getTime() + ms);
};

/** Guesses from outside, a while apart, and whether each was looked at; beside them somebody may sign in. */
async function guessed(beside: () => Promise<unknown>): Promise<boolean[]> {
  const seen: boolean[] = [];
  for (const pause of [0, 1_000, 1_000, 10 * minute, 1_000, 10_000, 20_000, 6 * minute, 14 * minute, 1_000]) {
    await beside();
    after(pause / 2);
    await beside();
    after(pause / 2);
    seen.push(await wrong('outside'));
  }
  return seen;
}

describe('a guess that was right', () => {
  it.each(['at home', 'outside'])('%s is seen in nobody’s wrong ones', async (place) => {
    const alone = await guessed(async () => undefined);
    expect(alone).toContain(false);
    names += 1;
    name = `name ${names}`;
    clock = new Date('2026-03-01T10:00:00Z');
    expect(await guessed(() => signIn(place))).toEqual(alone);
  });

  it('gives no further wrong ones', async () => {
    for (let n = 0; n < 4; n += 1) expect(await wrong('outside')).toBe(true);
    await signIn('at home');
    await signIn('outside');
    expect(await wrong('outside')).toBe(true);
    expect(await wrong('outside')).toBe(false);
  });

  it('keeps nobody waiting who signs in often', async () => {
    for (let n = 0; n < 120; n += 1) {
      const guess = await guesses().admit(name, at('at home'));
      expect(guess).toBeDefined();
      await guess?.right();
    }
  });
});

describe('wrong ones', () => {
  it('at one address keep nobody out who is at another', async () => {
    while (await wrong('outside'));
    expect(await wrong('at home')).toBe(true);
  });

  it('under one name from many addresses come to an end', async () => {
    let looked = 0;
    for (let n = 0; n < 60; n += 1) if (await wrong(`place ${n}`)) looked += 1;
    expect(looked).toBe(30);
    expect(await wrong('place 0', 'another name')).toBe(true);
  });

  it('from one address under many names come to an end', async () => {
    let looked = 0;
    for (let n = 0; n < 120; n += 1) if (await wrong('outside', `of many ${n}`)) looked += 1;
    expect(looked).toBe(100);
  });

  it('made at once count one by one, and one right among them does not undo the others', async () => {
    const made = await Promise.all(Array.from({ length: 12 }, () => guesses().admit(name, at('outside'))));
    const looked = made.filter((guess) => guess !== undefined);
    expect(looked).toHaveLength(5);
    await looked[0]?.right();
    after(15 * minute - 1);
    expect(await wrong('outside')).toBe(true);
    expect(await wrong('outside')).toBe(false);
  });
});
