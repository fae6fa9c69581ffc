/** The README's tour does what it says: its commands are run as they stand there, against a network of their own. */
import { execFile } from 'node:child_process';
import { readdir, readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readSettings } from '@stezhka/local/environment';
import { SettingsFaults } from '@stezhka/telemetry';
import { readEnvironment as readConsent } from '../../../services/consent/src/environment.js';
import { readEnvironment as readGateway } from '../../../services/gateway/src/environment.js';
import { readEnvironment as readIdentity } from '../../../services/identity/src/environment.js';
import { enterAuthority } from '../support/an-authority.js';
import { storyNetwork, type TemporaryNetwork } from '../support/temporary-network.js';

const readme = await readFile(new URL('../../../README.md', import.meta.url), 'utf8');
let network: TemporaryNetwork;

beforeAll(async () => {
  network = await storyNetwork();
  await enterAuthority(network);
});
afterAll(() => network?.stop());

it('tours the network', async () => {
  const blocks = [...readme.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, text]) => text!);
  const tour = blocks.find((text) => text.includes('discloseReferral'))!;
  const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', tour], {
    env: { ...process.env, STEZHKA_ADDRESS: network.address },
  });
  const [inbox, nothing, candidates, opened, refused, standing] = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(inbox.data.inbox.items[0]).toMatchObject({ service: 'SHL.TRANSIT', state: 'in_progress' });
  expect(nothing.data).toEqual({ inbox: { items: [] }, sentBox: { items: [] } });
  expect(candidates.data.candidates).toHaveLength(2);
  expect(opened.data.discloseReferral.records[0].contact.name).toBe('Віра Приклад');
  expect(refused.errors[0].extensions).toMatchObject({ code: 'NOT_FOUND', possible: [] });
  expect(standing.data.askReferralStatus).toEqual({
    status: 'accepted',
    month: expect.stringMatching(/^\d{4}-\d{2}$/),
  });
});

/** The settings that a table lists, the one that follows the given words; several may share a row. */
function listedAfter(words: string): string[] {
  const [table = ''] = /(?:^\|.*\n)+/m.exec(readme.split(words)[1]!) ?? [];
  const cells = [...table.matchAll(/^\| (`[^|]+) +\|/gm)].map(([, cell]) => cell!);
  return cells.flatMap((cell) => [...cell.matchAll(/`([A-Z_<>]+)`/g)].map(([, name]) => name!)).sort();
}

/** The names that a reader of the environment asks for. */
function askedBy(
  read: (env: Record<string, string | undefined>) => unknown,
  given: Readonly<Record<string, string>> = {},
): string[] {
  const asked = new Set<string>();
  const env = new Proxy(given as Record<string, string | undefined>, {
    get(_, name) {
      asked.add(String(name));
      return given[String(name)];
    },
  });
  try {
    read(env);
  } catch (error) {
    if (!(error instanceof SettingsFaults)) throw error;
  }
  return [...asked].sort();
}

it('lists every setting of the start, and no other', () => {
  expect(listedAfter('## Settings')).toEqual(
    askedBy((env) => readSettings(env, [], { cwd: '/', root: false })),
  );
});

it('lists every setting of a process alone, and no other', () => {
  const asked = [
    ...askedBy((env) => readConsent(env)),
    ...askedBy((env) => readIdentity(env)),
    // Without any address of browsers the gateway would not ask for what its back end needs.
    ...askedBy((env) => readGateway(env), { ORIGINS: 'https://stezhka.example' }),
    'SUBGRAPH_<NAME>_URL',
  ];
  expect(listedAfter('A process alone')).toEqual([...new Set(asked)].sort());
});

it('shows every picture that is kept, each told in words, all of them small', async () => {
  const root = new URL('../../../', import.meta.url);
  const shown = [...readme.matchAll(/<img src="([^"]+)" width="\d+" alt="([^"]+)"/g)].map(
    ([, path]) => path!,
  );
  expect(shown).toHaveLength(readme.match(/<img\b|!\[/g)?.length ?? 0);
  const kept = await readdir(new URL('test/pictures/', root));
  expect(shown).toEqual(kept.sort().map((name) => `test/pictures/${name}`));
  const sizes = await Promise.all(shown.map(async (path) => (await stat(new URL(path, root))).size));
  expect(sizes.reduce((all, size) => all + size, 0)).toBeLessThan(600_000);
});
