/**
 * `npm start` on this machine, from nothing: the demonstration is entered to its end although it was stopped half-way;
 * however it is told to stop it stops with everything it brought about, and what was acknowledged is there at the next
 * start, also after the application was killed.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { seed, someOf } from '../counts.js';
import { holdsTheDemonstration, signedIn } from './demonstration.js';
import { commandOf } from './family.js';
import { endAll, gone, proportionalSet, type Started, start } from './started.js';
import { endOfStore, rowsOfSenders } from './stores-of-start.js';

let dir: string;
const figures: string[] = [];
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'stezhka-start-'));
});
afterAll(async () => {
  await endAll();
  await rm(dir, { recursive: true, force: true });
  console.info(figures.join('\n'));
});

async function sentBox({ address }: Started): Promise<{ id: string; state: string }[]> {
  const answer = await (await signedIn(address, 'oksana')).ask('{ sentBox { items { id state } } }');
  expect(answer.errors).toBeUndefined();
  return answer.data.sentBox.items;
}

describe('npm start', () => {
  let before: { id: string; state: string }[];
  let half: bigint;
  let head: bigint;

  it('prints the address and the sign-ins, and stops in the middle of what it enters', async () => {
    const started = await start(dir, 'the sign-ins');
    expect(started.printed()).toContain(`${started.address}/graphql`);
    expect(started.printed()).toContain('oksana');
    before = await sentBox(started);
    expect(before.length).toBeGreaterThan(3);
    figures.push(
      `first start: listening after ${seconds(started.listeningMs)}, sign-ins after ${seconds(started.waitedMs)}`,
    );
    await stopsBy(started, () => started.npm.kill('SIGTERM'), 'SIGTERM to npm alone');
    half = await endOfStore(dir);
    expect(half).toBeGreaterThan(0n);
  });

  describe('once more', () => {
    let started: Started;
    beforeAll(async () => {
      started = await start(dir);
    });

    holdsTheDemonstration(() => ({ address: started.address, referrals: () => rowsOfSenders(dir) }));

    it('stays small', async () => {
      expect(await sentBox(started)).toEqual(before);
      const processes = await started.processes();
      expect((await Promise.all(processes.map(commandOf))).join()).toContain('/bin/postgres');
      const bytes = await proportionalSet(processes);
      figures.push(
        `once more: demonstration complete after ${seconds(started.waitedMs)}, ${Math.round(bytes / 2 ** 20)} MB proportional set`,
      );
      expect(bytes).toBeLessThanOrEqual(700 * 2 ** 20);
    });

    it('leaves no PostgreSQL behind when the application is killed', async () => {
      process.kill(await started.application(), 'SIGKILL');
      const since = performance.now();
      await gone(started.processes);
      figures.push(`SIGKILL of the application: everything gone after ${seconds(performance.now() - since)}`);
      head = await endOfStore(dir);
      expect(head).toBeGreaterThan(half);
    });
  });

  it.each(
    someOf(
      [
        ['with its group', 'SIGTERM'],
        ['by Ctrl-C', 'SIGINT'],
      ] as const,
      seed(),
    ),
  )('keeps everything over a crash, enters nothing twice, and ends %s', async (how, signal) => {
    const started = await start(dir);
    expect(await sentBox(started)).toEqual(before);
    await stopsBy(started, () => process.kill(-started.npm.pid!, signal), how);
    expect(await endOfStore(dir)).toBe(head);
  });
});

async function stopsBy(started: Started, signal: () => void, how: string): Promise<void> {
  const since = performance.now();
  signal();
  const code = await started.ended;
  await gone(started.processes);
  figures.push(`${how}: exit ${code}, everything gone after ${seconds(performance.now() - since)}`);
  expect(code).toBe(0);
}

const seconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`;
