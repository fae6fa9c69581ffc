/**
 * `npm start` on this machine: however it is told to stop it stops with everything it brought about, and what was
 * acknowledged is there at the next start, also after the application was killed.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { demonstrationPassword, partyWith, tokenFor } from '@stezhka/local';
import { seed, someOf } from '../counts.js';
import { commandOf } from './family.js';
import { endAll, gone, proportionalSet, type Started, start } from './started.js';

let dir: string;
const figures: string[] = [];
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'stezhka-start-'));
});
afterEach(endAll);
afterAll(async () => {
  await rm(dir, { recursive: true, force: true });
  console.info(figures.join('\n'));
});

async function sentBox({ address }: Started): Promise<{ id: string; state: string }[]> {
  const token = await tokenFor(address, 'oksana', demonstrationPassword);
  const answer = await partyWith(address, 'oksana', token, {}).ask('{ sentBox { items { id state } } }');
  expect(answer.errors).toBeUndefined();
  return answer.data.sentBox.items;
}

describe('npm start', () => {
  let before: { id: string; state: string }[];

  it('prints the address and the sign-ins, and stays small', async () => {
    const started = await start(dir);
    expect(started.printed()).toContain(`${started.address}/graphql`);
    expect(started.printed()).toContain('oksana');
    before = await sentBox(started);
    expect(before.length).toBeGreaterThan(3);
    const processes = await started.processes();
    expect((await Promise.all(processes.map(commandOf))).join()).toContain('/bin/postgres');
    const bytes = await proportionalSet(processes);
    figures.push(
      `first start: listening after ${seconds(started.listeningMs)}, demonstration complete after ${seconds(started.demonstrationMs)}, ${Math.round(bytes / 2 ** 20)} MB proportional set`,
    );
    expect(bytes).toBeLessThanOrEqual(700 * 2 ** 20);
    await stopsBy(started, () => started.npm.kill('SIGTERM'), 'SIGTERM to npm alone');
  });

  it('keeps everything over a stop, and leaves no PostgreSQL behind when the application is killed', async () => {
    const started = await start(dir);
    expect(await sentBox(started)).toEqual(before);
    process.kill(await started.application(), 'SIGKILL');
    const since = performance.now();
    await gone(started.processes);
    figures.push(`SIGKILL of the application: everything gone after ${seconds(performance.now() - since)}`);
  });

  it.each(
    someOf(
      [
        ['with its group', 'SIGTERM'],
        ['by Ctrl-C', 'SIGINT'],
      ] as const,
      seed(),
    ),
  )('keeps everything over a crash and whatever came after it, and ends %s', async (how, signal) => {
    const started = await start(dir);
    expect(await sentBox(started)).toEqual(before);
    await stopsBy(started, () => process.kill(-started.npm.pid!, signal), how);
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
