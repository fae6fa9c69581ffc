/**
 * What somebody sees who types a command on a machine that is not ready for it. Each case runs the real door in a
 * copy of the bootstrap alone, with nothing installed and nobody to ask.
 */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { notFetched } from './cannot-prepare.mjs';
import { pinnedPnpm } from './fetch-pnpm.mjs';
import { installEnvironment, installStamp } from './install-dependencies.mjs';
import { oldestNode, tooOldMessage } from './node-version.mjs';

const root = new URL('../..', import.meta.url).pathname;
let copy: string;

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'stezhka-bootstrap-'));
  cpSync(join(root, 'infra/bootstrap'), join(copy, 'infra/bootstrap'), {
    recursive: true,
    filter: (source) => !source.endsWith('.pnpm'),
  });
  for (const file of ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml']) {
    cpSync(join(root, file), join(copy, file));
  }
});

afterEach(() => rmSync(copy, { recursive: true, force: true }));

describe('an old Node', () => {
  it.each(['12.22.12', '18.20.8', '20.18.3'])('%s is told what is needed', (version) => {
    expect(tooOldMessage(version)).toContain(`needs Node >= 20.19; this is Node ${version}`);
  });

  it.each(['20.19.0', '20.20.2', '22.12.0', '24.1.0'])('%s is new enough', (version) => {
    expect(tooOldMessage(version)).toBeUndefined();
  });

  it('is the same for npm as for us', () => {
    const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(`${engines.node}.0`).toBe(`>=${oldestNode}`);
  });
});

describe('a registry', () => {
  it('that nobody answers for is named, with what to do', async () => {
    const { code, output } = await run('start', { npm_config_registry: await closedAddress() });
    expect(code).toBe(1);
    expect(output).toMatch(
      /The npm registry \(http:\/\/127\.0\.0\.1:\d+\) cannot be reached; .*fetching pnpm/,
    );
    expect(output).toContain('run the same command again');
    expect(output).not.toMatch(/\n {4}at /);
  });

  it('that is gone when dependencies are fetched is named as well', () => {
    const output =
      'GET http://127.0.0.1:9/pino/-/pino-10.4.0.tgz error sending request: client error (Connect)';
    expect(notFetched('installing dependencies', output).message).toMatch(
      /\(http:\/\/127\.0\.0\.1:9\) cannot be/,
    );
  });

  it('is not blamed for another fault', () => {
    const { message } = notFetched(
      'installing dependencies',
      'ERR_PNPM_OUTDATED_LOCKFILE  the lockfile is behind',
    );
    expect(message).toContain('ERR_PNPM_OUTDATED_LOCKFILE');
    expect(message).not.toContain('cannot be reached');
  });

  it('given to npm for one command is given to pnpm too, which is kept from asking and from leaving tools out', () => {
    const env = installEnvironment({ npm_config_registry: 'http://127.0.0.1:9/', NODE_ENV: 'production' });
    expect(env).toMatchObject({ pnpm_config_registry: 'http://127.0.0.1:9/', CI: 'true' });
    expect(env).not.toHaveProperty('NODE_ENV');
  });
});

describe('a task', () => {
  it('that does not exist is answered with those that do', async () => {
    const { code, output } = await run('stat', {});
    expect(code).toBe(1);
    expect(output).toContain('start, network:split, enter, journey, build, generate, test, prove');
  });

  it('exists for every script of package.json', async () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    for (const [name, script] of Object.entries(scripts)) {
      expect(script).toBe(`exec node infra/bootstrap/run.mjs ${name}`);
    }
  });

  it('runs in the process that was started, with its arguments, and gets the signals itself', async () => {
    makeReady();
    const child = spawn(process.execPath, ['infra/bootstrap/run.mjs', 'start', '--empty'], { cwd: copy });
    const said = new Promise<string>((resolve) =>
      child.stdout.once('data', (chunk) => resolve(String(chunk))),
    );
    expect(JSON.parse(await said)).toEqual({ args: ['--empty'], pid: child.pid });
    child.kill('SIGTERM');
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(0);
  });
});

describe('an installation', () => {
  it('is done anew when the lockfile changes', () => {
    const before = installStamp(copy);
    expect(installStamp(copy)).toBe(before);
    writeFileSync(join(copy, 'pnpm-lock.yaml'), 'lockfileVersion: 1');
    expect(installStamp(copy)).not.toBe(before);
  });

  it('that was interrupted while pnpm was fetched is not taken for done', async () => {
    mkdirSync(join(copy, 'infra/bootstrap/.pnpm/node_modules/.bin'), { recursive: true });
    const { output } = await run('start', { npm_config_registry: await closedAddress() });
    expect(output).toContain(`Fetching pnpm ${pinnedPnpm(root)}`);
    expect(existsSync(join(copy, 'infra/bootstrap/.pnpm/node_modules/.fetched'))).toBe(false);
  });
});

/** Everything the door looks for: pnpm, an installation, a build with nothing left to do, and a program. */
function makeReady(): void {
  const place = (path: string, text: string): void => {
    mkdirSync(join(copy, path, '..'), { recursive: true });
    writeFileSync(join(copy, path), text);
  };
  place('infra/bootstrap/.pnpm/node_modules/.fetched', pinnedPnpm(copy));
  place('node_modules/.installed', installStamp(copy));
  place('node_modules/turbo/bin/turbo', '');
  place(
    'infra/programs/dist/network.js',
    `process.on('SIGTERM', () => process.exit(0));
    setInterval(() => {}, 1000);
    console.log(JSON.stringify({ args: process.argv.slice(2), pid: process.pid }));`,
  );
}

function run(task: string, env: NodeJS.ProcessEnv): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['infra/bootstrap/run.mjs', task], {
      cwd: copy,
      env: { ...process.env, NODE_OPTIONS: '', npm_config_cache: join(copy, 'npm-cache'), ...env },
    });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr.on('data', (chunk) => {
      output += chunk;
    });
    child.once('close', (code) => resolve({ code, output }));
  });
}

/** An address at which something listened a moment ago and nothing does now. */
async function closedAddress(): Promise<string> {
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}/`;
}
