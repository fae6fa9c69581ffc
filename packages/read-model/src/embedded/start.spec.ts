import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdir, mkdtemp, readdir, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { placeCluster } from '../testing/temporary-cluster.js';
import { type EmbeddedPostgres, type EmbeddedPostgresOptions, startEmbeddedPostgres } from './start.js';

let dir: string;
const servers: EmbeddedPostgres[] = [];

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'stezhka-embedded-'));
  // As after the first start, which makes everything anew.
  await placeCluster(dir);
});
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
  await rm(dir, { recursive: true, force: true });
});

async function start(options: Partial<EmbeddedPostgresOptions> = {}): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dir, ...options });
  servers.push(server);
  return server;
}

async function ask(server: { adminUrl(): string }, ...statements: string[]): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: server.adminUrl() });
  await client.connect();
  try {
    let rows: unknown[] = [];
    for (const statement of statements) ({ rows } = await client.query(statement));
    return rows;
  } finally {
    await client.end();
  }
}

const isThere = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

async function postmasterPid(of: string): Promise<number> {
  return Number((await readFile(join(of, 'data', 'postmaster.pid'), 'utf8')).split('\n')[0]);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Its end cannot be awaited by who is not its parent. */
async function untilGone(pid: number): Promise<void> {
  while (isAlive(pid)) await pause(5);
}

describe('the embedded server', () => {
  it('keeps its data over a restart and leaves no process or socket', async () => {
    const first = await start();
    await ask(first, 'create table kept (i int)', 'insert into kept values (7)');
    const pid = await postmasterPid(dir);
    await first.stop();
    await first.exited;
    expect(isAlive(pid)).toBe(false);
    expect(await isThere(first.socketDir)).toBe(false);
    await first.stop();
    expect(await ask(await start(), 'select i from kept')).toEqual([{ i: 7 }]);
  });

  it('is durable, has no network address and says nothing of what it stores', async () => {
    const server = await start();
    const [settings] = await ask(
      server,
      `select current_setting('fsync') as fsync, current_setting('full_page_writes') as pages,
        current_setting('listen_addresses') as addresses, current_setting('shared_buffers') as buffers`,
    );
    expect(settings).toEqual({ fsync: 'on', pages: 'on', addresses: '', buffers: '32MB' });
    await expect(ask(server, `select 'Олена Коваленко'::int`)).rejects.toThrow();
    await expect(
      ask(server, `do $$ begin raise warning 'Олена Коваленко'; end $$; select 1/0`),
    ).rejects.toThrow();
    await server.stop();
    expect(await readFile(join(dir, 'server.log'), 'utf8')).not.toMatch(/Олена|select/);
  });

  it('lets in nobody else', async () => {
    const server = await start();
    expect((await stat(server.socketDir)).mode & 0o777).toBe(0o700);
    expect((await stat(join(dir, 'data'))).mode & 0o777).toBe(0o700);
    expect(await ask(server, 'select distinct type, auth_method from pg_hba_file_rules')).toEqual([
      { type: 'local', auth_method: 'peer' },
    ]);
  });

  it('runs under a closed directory', async () => {
    const home = join(dir, 'home');
    await mkdir(home, { mode: 0o700 });
    const server = await start({ dir: join(home, 'deep', 'postgres') });
    expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect((await stat(home)).mode & 0o777).toBe(0o700);
  });

  it('is refused on a directory that another start has', async () => {
    const server = await start();
    await expect(start()).rejects.toMatchObject({ code: 'DATA_IN_USE' });
    expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('lets one of two that start at once have the directory', async () => {
    const outcomes = await Promise.allSettled([start(), start()]);
    const refused = outcomes.filter(({ status }) => status === 'rejected');
    expect(refused).toEqual([
      expect.objectContaining({ reason: expect.objectContaining({ code: 'DATA_IN_USE' }) }),
    ]);
    expect((await readdir(dir)).filter((name) => name.startsWith('unfinished-'))).toEqual([]);
  });

  it('is refused on data of another major version', async () => {
    await (await start()).stop();
    await writeFile(join(dir, 'data', 'PG_VERSION'), '15\n');
    await expect(start()).rejects.toMatchObject({ code: 'DATA_VERSION' });
  });

  it('is refused where its socket would have too long a name', async () => {
    const long = join(dir, 'x'.repeat(90));
    await mkdir(long);
    await expect(start({ socketRoot: long })).rejects.toMatchObject({ code: 'SOCKET_PATH_TOO_LONG' });
    expect(await readdir(long)).toEqual([]);
  });

  it('starts over a lock that something unrelated seems to hold', async () => {
    await (await start()).stop();
    await writeFile(
      join(dir, 'data', 'postmaster.pid'),
      `${process.ppid}\n/nowhere\n1\n5432\n/nowhere\n\n0 0\nready\n`,
    );
    expect(await ask(await start(), 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});

it('is started anew under the same address after it was killed', async () => {
  const socketDir = join(await realpath(tmpdir()), 'stezhka-anew');
  const killed = await start({ socketDir });
  await ask(killed, 'create table kept (i int)');
  process.kill(await postmasterPid(dir), 'SIGKILL');
  await killed.exited;
  const again = await start({ socketDir });
  expect(again.adminUrl()).toBe(killed.adminUrl());
  expect(await ask(again, 'select count(*)::int as kept from kept')).toEqual([{ kept: 0 }]);
});

describe('the first start', () => {
  const told = async (server: EmbeddedPostgres) =>
    (await ask(
      server,
      `select system_identifier as made, getdatabaseencoding() as encoding, datcollate as collation,
          datlocprovider as from, current_user as who
        from pg_control_system(), pg_database where datname = current_database()`,
    )) as [{ made: string }];

  it('unpacks what the build has made, and makes the same itself where that is absent or no archive', async () => {
    const broken = join(dir, 'broken.tar');
    await writeFile(broken, 'no archive');
    const ways = [{}, {}, { readyMade: join(dir, 'absent.tar') }, { readyMade: broken }];
    const started = ways.map((options, n) => start({ dir: join(dir, `first-${n}`), ...options }));
    const all = (await Promise.all((await Promise.all(started)).map(told))).flat();
    const makings = all.map(({ made }) => made);
    expect(makings[0]).toBe(makings[1]);
    expect(new Set(makings).size).toBe(3);
    for (const { made: _, ...like } of all)
      expect(like).toEqual({ encoding: 'UTF8', collation: 'C', from: 'b', who: 'stezhka_admin' });
    const left = await Promise.all(ways.map((_, n) => readdir(join(dir, `first-${n}`))));
    expect(left.flat().filter((name) => name.startsWith('unfinished-'))).toEqual([]);
  });
});

describe('after a SIGKILL of its parent', () => {
  const hooks = new URL('../testing/typescript-hooks.mjs', import.meta.url).pathname;
  const program = new URL('../testing/embedded-parent.ts', import.meta.url).pathname;

  async function parent(): Promise<{ child: ChildProcess; url: string; socketDir: string }> {
    const child = spawn(process.execPath, ['--conditions=development', '--import', hooks, program, dir], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(createInterface(child.stdout!), 'line')) as [string];
    return { child, ...(JSON.parse(line) as { url: string; socketDir: string }) };
  }

  it('the server ends, and the next start has everything that was committed', async () => {
    const { child, url, socketDir } = await parent();
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    await client.connect();
    await client.query('create table kept (i int)');
    await client.query('insert into kept values (7)');
    const lost = new Promise((resolve) => client.once('end', resolve));
    const pid = await postmasterPid(dir);
    child.kill('SIGKILL');
    await lost;
    await untilGone(pid);
    expect(await ask(await start(), 'select i from kept')).toEqual([{ i: 7 }]);
    expect(await isThere(socketDir)).toBe(false);
  });

  it('a start that comes at once waits for the orphan to end, and does not join it', async () => {
    const { child } = await parent();
    const pid = await postmasterPid(dir);
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
    const next = await start();
    expect(isAlive(pid)).toBe(false);
    expect(await ask(next, 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});
