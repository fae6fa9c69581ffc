/** `npm run network:split` on this machine: however it ends, nothing of it is left. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { seed, someOf } from '../counts.js';
import { placeStory } from '../support/temporary-network.js';
import { until } from '../support/until.js';
import { alive, commandOf, familyOf } from './family.js';
import { endServices, startService } from './service-process.js';

const root = new URL('../../../', import.meta.url).pathname;
let dir: string;
const begun: ChildProcess[] = [];

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'stezhka-split-start-'));
  // How it starts from nothing is seen where its parts are killed.
  await placeStory(dir);
});
afterAll(async () => {
  for (const child of begun) child.kill('SIGKILL');
  await endServices();
  await rm(dir, { recursive: true, force: true });
});

/** Started as a person does it; everything of it, once it can be used. */
async function started(): Promise<{ npm: ChildProcess; family: number[]; ended: Promise<number | null> }> {
  const { NODE_OPTIONS: _, JEST_WORKER_ID: __, NODE_ENV: ___, ...env } = process.env;
  const npm = spawn('npm', ['run', 'network:split', '--', '--story'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...env, PORT: '0', STEZHKA_DATA: dir },
  });
  begun.push(npm);
  const ended = new Promise<number | null>((resolve) => npm.once('exit', (code) => resolve(code)));
  await new Promise<void>((resolve, reject) => {
    let text = '';
    for (const stream of [npm.stdout, npm.stderr])
      stream.on('data', (chunk) => {
        text += chunk;
        if (text.includes('Stezhka is running.')) resolve();
      });
    void ended.then((code) => reject(new Error(`it ended with ${code}:\n${text}`)));
  });
  return { npm, family: await familyOf(npm.pid!), ended };
}

const gone = (family: readonly number[]) => until(async () => (await alive(family)).length === 0);

const endsInOrder = async () => {
  const { npm, family, ended } = await started();
  // The node, twelve instances, PostgreSQL with its guard, and whoever looks after them.
  expect(family.length).toBeGreaterThan(15);
  npm.kill('SIGTERM');
  expect(await ended).toBe(0);
  await gone(family);
};

const leavesNothingBehind = async () => {
  const { family } = await started();
  for (const pid of family) {
    const isApplication = /node \S*infra\/bootstrap\/run\.mjs/.test(await commandOf(pid));
    if (isApplication) process.kill(pid, 'SIGKILL');
  }
  await gone(family);
};

it.each(
  someOf(
    [
      ['ends with everything by SIGTERM, in order', endsInOrder],
      ['leaves nothing behind when whoever looks after it all is killed', leavesNothingBehind],
    ] as const,
    seed(),
  ),
)('%s', (_what, ends) => ends());

it('a service that is told nothing says everything that it misses, and repeats no value', async () => {
  const service = startService('consent', { DATABASE_URL: 'mysql://hush:hush@nowhere' });
  expect(await service.ended).toBe(1);
  for (const name of ['DATABASE_URL', 'EVENTSTORE_URL', 'OIDC_ISSUER', 'STEZHKA_SECRET', 'STEZHKA_KEYS_FILE'])
    expect(service.printed()).toContain(name);
  expect(service.printed()).not.toContain('hush');
});
