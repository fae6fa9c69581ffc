/** The node as a process: it says when it is ready, stops when asked, and says why when it cannot start. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { NodeProcess } from './node-process.js';

const running: NodeProcess[] = [];
const dirs: string[] = [];

function newDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'stezhka-process-'));
  dirs.push(dir);
  return dir;
}

function start(...args: string[]): NodeProcess {
  const node = new NodeProcess(args);
  running.push(node);
  return node;
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((node) => node.kill('SIGKILL')));
  for (const dir of dirs.splice(0)) rmSync(dir, { recursive: true, force: true });
});

test.each(['SIGTERM', 'SIGINT'] as const)('it is ready, and %s ends it well', async (signal) => {
  const node = start('--port', '0', '--dir', newDir());
  expect(await node.ready()).toBeGreaterThan(0);
  expect(await node.kill(signal)).toEqual({ code: 0, signal: null, errors: '' });
});

test('two nodes never open one directory', async () => {
  const dir = newDir();
  await start('--dir', dir).ready();
  const { code, errors } = await start('--dir', dir).ended;
  expect(code).toBe(1);
  expect(errors).toMatch(/^DIRECTORY_IN_USE: /);
});

test('a killed node leaves no lock behind', async () => {
  const dir = newDir();
  const first = start('--dir', dir);
  await first.ready();
  await first.kill('SIGKILL');
  expect(await start('--dir', dir).ready()).toBeGreaterThan(0);
});

test('a port that is taken', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const { code, errors } = await start('--dir', newDir(), '--port', String(port)).ended;
  await new Promise((resolve) => server.close(resolve));
  expect(code).toBe(1);
  expect(errors).toMatch(/^PORT_TAKEN: /m);
});

test('a directory that cannot be one', async () => {
  const file = join(newDir(), 'file');
  writeFileSync(file, '');
  const { code, errors } = await start('--dir', file).ended;
  expect(code).toBe(1);
  expect(errors).toMatch(/^DIRECTORY_UNUSABLE: /);
});

test.each([
  [[], '--dir is missing'],
  [['--dir', 'x', '--port', 'high'], '--port must be'],
  [['--dir', 'x', '--host', '0.0.0.0'], "Unknown option '--host'"],
])('arguments %j are refused with the usage', async (args, reason) => {
  const { code, errors } = await start(...args).ended;
  expect(code).toBe(2);
  expect(errors).toContain(reason);
  expect(errors).toContain('usage: ');
});
