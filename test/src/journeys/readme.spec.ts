/** The README's tour does what it says: its commands are run as they stand there, against a network of their own. */
import { execFile } from 'node:child_process';
import { readdir, readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { loadDemonstration } from '@stezhka/local';
import { readSettings } from '@stezhka/local/environment';
import { type TemporaryNetwork, temporaryNetwork } from '../support/temporary-network.js';

const readme = await readFile(new URL('../../../README.md', import.meta.url), 'utf8');
let network: TemporaryNetwork;

beforeAll(async () => {
  network = await temporaryNetwork();
  await loadDemonstration(network, new AbortController().signal, { only: 'story' });
});
afterAll(() => network?.stop());

it('tours the network', async () => {
  const blocks = [...readme.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, text]) => text!);
  const tour = blocks.find((text) => text.includes('discloseReferral'))!;
  const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', tour], {
    env: { ...process.env, STEZHKA_ADDRESS: network.address },
  });
  const [inbox, nothing, candidates, opened, refused] = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(inbox.data.inbox.items[0]).toMatchObject({ service: 'SHL.TRANSIT', state: 'in_progress' });
  expect(nothing.data).toEqual({ inbox: { items: [] }, sentBox: { items: [] } });
  expect(candidates.data.candidates).toHaveLength(2);
  expect(opened.data.discloseReferral.records[0].contact.name).toBe('Віра Приклад');
  expect(refused.errors[0].extensions).toMatchObject({ code: 'NOT_FOUND', possible: [] });
});

it('lists every setting, and no other', () => {
  const listed = [...readme.matchAll(/^\| `([A-Z_]+)` +\|/gm)].map(([, name]) => name);
  const read = new Set<string>();
  const env = new Proxy({}, { get: (_, name) => void read.add(String(name)) });
  readSettings(env, [], { cwd: '/', root: false });
  expect([...read].sort()).toEqual([...listed].sort());
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
