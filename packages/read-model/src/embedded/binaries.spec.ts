import {
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { placeBinaries } from './binaries.js';

let root: string;
let native: string;
const version = '18.4.0';

beforeEach(async () => {
  // Below a directory that everyone may enter, whatever TMPDIR is.
  root = await mkdtemp('/tmp/stezhka-binaries-');
  await chmod(root, 0o755);
  native = join(root, 'home', 'native');
  await mkdir(join(native, 'bin'), { recursive: true });
  await mkdir(join(native, 'lib'));
  await writeFile(join(native, 'bin', 'postgres'), 'program', { mode: 0o755 });
  await writeFile(join(native, 'lib', 'libpq.so.5.18'), 'library');
  await symlink('libpq.so.5.18', join(native, 'lib', 'libpq.so'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const closed = (path: string) => chmod(path, 0o700);

async function openDirectory(name: string): Promise<string> {
  await mkdir(join(root, name));
  return join(root, name);
}

it('runs programs where they are if everyone may reach them', async () => {
  expect(await placeBinaries({ native, version, dir: await openDirectory('data') })).toBe(native);
});

it('copies programs out of a closed home, once, links as links', async () => {
  await closed(join(root, 'home'));
  const dir = await openDirectory('data');
  const placed = await placeBinaries({ native, version, dir });
  expect(placed).toBe(join(dir, 'postgresql-18.4.0'));
  expect(await readlink(join(placed, 'lib', 'libpq.so'))).toBe('libpq.so.5.18');
  expect((await lstat(join(placed, 'bin', 'postgres'))).mode & 0o777).toBe(0o755);
  await writeFile(join(placed, 'bin', 'postgres'), 'kept');
  expect(await placeBinaries({ native, version, dir })).toBe(placed);
  expect(await readFile(join(placed, 'bin', 'postgres'), 'utf8')).toBe('kept');
  expect(await readdir(dir)).toEqual(['postgresql-18.4.0']);
});

it('copies them to the shared place if the data is closed off as well, however many start at once', async () => {
  await closed(join(root, 'home'));
  const shared = join(root, 'shared');
  const dirs = [join(root, 'home', 'a'), join(root, 'home', 'b')];
  for (const dir of dirs) await mkdir(dir);
  const placed = await Promise.all(dirs.map((dir) => placeBinaries({ native, version, dir, shared })));
  expect(new Set(placed)).toEqual(new Set([join(shared, 'postgresql-18.4.0')]));
  expect(await readdir(shared)).toEqual(['postgresql-18.4.0']);
});

it('says that there is no place', async () => {
  await closed(join(root, 'home'));
  const dir = join(root, 'home', 'data');
  await mkdir(dir);
  const place = placeBinaries({ native, version, dir, shared: join(root, 'home', 'shared') });
  await expect(place).rejects.toMatchObject({ code: 'NOT_ENTERABLE' });
});
