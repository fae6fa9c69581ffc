/** The story of `npm run journey` once more, told to services that are processes of their own. */
import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Cast, gather, tell } from '@stezhka/local';
import { placeStory } from '../support/temporary-network.js';
import { type Apart, startApart } from './apart.js';
import { startService } from './service-process.js';

interface Sight {
  readonly step: string;
  readonly by: string;
  readonly what: string;
  // biome-ignore lint/suspicious/noExplicitAny: what a query answers is as many-shaped as queries are
  readonly answer: any;
}

let dir: string;
let apart: Apart | undefined;
const sights: Sight[] = [];

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'stezhka-apart-'));
  await placeStory(dir);
  apart = await startApart(dir);
}, 300_000);
afterAll(async () => {
  await apart?.stop();
  await rm(dir, { recursive: true, force: true });
});

const seen = (by: keyof Cast, what: string, step: RegExp) =>
  sights
    .filter((one) => one.by === by && one.what === what && step.test(one.step))
    .map(({ answer }) => answer);

describe('registry, consent, referrals and insights, each a process of its own', () => {
  it('are ready, and say so', async () => {
    for (const { ready } of apart!.services) {
      const answer = await fetch(`http://127.0.0.1:${await ready}/health/ready`);
      expect(await answer.json()).toMatchObject({
        ready: true,
        parts: { projections: { ready: true }, workflows: { ready: true } },
      });
    }
  });

  it('tell the whole story', async () => {
    const cast = await gather(apart!.address);
    const roleOf = new Map(Object.entries(cast).map(([role, party]) => [party, role]));
    let step = '';
    const told = await tell(cast, {
      step: (sentence) => {
        step = sentence;
      },
      saw: (party, what, answer) => void sights.push({ step, by: roleOf.get(party)!, what, answer }),
    });
    expect(Object.keys(told)).toHaveLength(4);
  }, 300_000);

  it('keep what they promise to each other in events', () => {
    const [mine] = seen('firstShelter', 'the referral', /It declines/);
    expect(mine).toMatchObject({ state: 'declined', sender: null, person: { classes: [] } });
    const [accepted] = seen('secondShelter', 'what C1 opens', /accepts/);
    expect(accepted[0].contact).toMatchObject({ name: 'Марія Вигадана' });
    expect(seen('caseworker', 'whether all recipients know', /takes her agreement back/)).toEqual([true]);
    const [closed] = seen('secondShelter', 'what C1 opens', /takes her agreement back/);
    expect(closed[0]).toMatchObject({ code: 'NOT_FOUND', possible: [] });
    const outside = seen('outsider', 'the referral', /./);
    expect(outside.length).toBeGreaterThan(5);
    expect(outside.every((answer) => answer === null)).toBe(true);
  });

  it('write nothing of it into their logs', () => {
    for (const { printed } of apart!.services) {
      expect(printed()).toContain('service.ready');
      expect(printed()).not.toMatch(/Вигадана|\+380|Місце/);
    }
  });

  it('end in order when they are told to', async () => {
    for (const service of apart!.services) service.signal('SIGTERM');
    expect(await Promise.all(apart!.services.map(({ ended }) => ended))).toEqual([0, 0, 0, 0]);
  });
});

it('a service that is told nothing says everything that it misses, and repeats no value', async () => {
  const service = startService('consent', { DATABASE_URL: 'mysql://hush:hush@nowhere' });
  expect(await service.ended).toBe(1);
  for (const name of ['DATABASE_URL', 'EVENTSTORE_URL', 'OIDC_ISSUER', 'STEZHKA_SECRET', 'STEZHKA_KEYS_FILE'])
    expect(service.printed()).toContain(name);
  expect(service.printed()).not.toContain('hush');
});
