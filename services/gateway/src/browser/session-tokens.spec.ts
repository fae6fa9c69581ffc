/** Sessions in a real PostgreSQL, before a provider that takes each refresh token once; processes are two of a kind over the same rows. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ReadModel } from '@stezhka/read-model';
import { listeningLogger, startTemporaryCluster, type TemporaryCluster } from '@stezhka/read-model/testing';
import { startTokenEndpoint, type TokenEndpoint } from '../../toys/token-endpoint.js';
import { signInProvider } from './provider.js';
import { deriveSealing } from './sealing.js';
import { type SessionContent, sessionRows } from './session-rows.js';
import { type BrowserTables, browserMigrations } from './session-tables.js';
import { ProviderUnavailable, tokensOfSessions } from './session-tokens.js';

const lines = listeningLogger();
const id = 'i'.repeat(43);
const start = new Date('2026-03-01T09:00:00Z').getTime();
let time = start;
const now = () => new Date(time);
const minutes = (count: number) => count * 60_000;

let cluster: TemporaryCluster;
let readModel: ReadModel<BrowserTables>;
let endpoint: TokenEndpoint;

beforeAll(async () => {
  cluster = await startTemporaryCluster();
  readModel = await cluster.readModel<BrowserTables>('gateway', browserMigrations);
});
afterAll(() => cluster?.stop());
beforeEach(async () => {
  time = start;
  endpoint = await startTokenEndpoint();
  await rows().endAllOf('ann');
});
afterEach(() => endpoint.stop());

const rows = (secret = 1) =>
  sessionRows({ readModel, sealing: deriveSealing(Buffer.alloc(32, secret)), now });
const content: SessionContent = {
  access: 'access-0',
  accessExpiresAt: start + minutes(10),
  refresh: 'refresh-0',
  displayName: 'Ann Canary',
};
const open = (given: SessionContent = content) =>
  rows().create({ id, account: 'ann', content: given, expiresAt: new Date(start + minutes(720)) });
function aProcess() {
  const provider = signInProvider({
    issuer: 'https://issuer.invalid',
    clientId: 'portal',
    path: '/oidc',
    loopback: endpoint.address,
  });
  return tokensOfSessions({ provider, rows: rows(), logger: lines.logger, now });
}

describe("a session's token", () => {
  it('is used while it is good', async () => {
    await open();
    time += minutes(8);
    expect(await aProcess().accessToken(id)).toBe('access-0');
    expect(endpoint.exchanged).toEqual([]);
  });

  it('is exchanged before it ends, and again, each time with the newest', async () => {
    await open();
    const tokens = aProcess();
    time += minutes(9.5);
    expect(await tokens.accessToken(id)).toBe('access-1');
    expect(await tokens.accessToken(id)).toBe('access-1');
    time += minutes(9.5);
    expect(await aProcess().accessToken(id)).toBe('access-2');
    expect(endpoint.exchanged).toEqual(['refresh-0', 'refresh-1']);
  });

  it('is exchanged once, however many ask, in however many processes', async () => {
    await open();
    time += minutes(11);
    const { reached, open: release } = endpoint.hold();
    const asking = [aProcess(), aProcess()].flatMap((tokens) =>
      Array.from({ length: 20 }, () => tokens.accessToken(id)),
    );
    await reached;
    release();
    expect(new Set(await Promise.all(asking))).toEqual(new Set(['access-1']));
    expect(endpoint.exchanged).toEqual(['refresh-0']);
  });

  it('is used to its end by those who need not wait for the exchange', async () => {
    await open();
    time += minutes(9.5);
    const claimed = await rows().claim(id, 0, new Date(time + minutes(1)));
    expect(claimed).toBe(true);
    expect(await aProcess().accessToken(id)).toBe('access-0');
    expect(endpoint.exchanged).toEqual([]);
  });

  it('is exchanged by another when a process died over it', async () => {
    await open();
    time += minutes(9.5);
    await rows().claim(id, 0, new Date(time + minutes(0.5)));
    time += minutes(1);
    expect(await aProcess().accessToken(id)).toBe('access-1');
  });

  it('ends with the session when the provider says no', async () => {
    await open();
    time += minutes(9.5);
    endpoint.mode = 'refuse';
    expect(await aProcess().accessToken(id)).toBeUndefined();
    endpoint.mode = 'answer';
    expect(await aProcess().accessToken(id)).toBeUndefined();
    expect(endpoint.exchanged).toHaveLength(1);
  });

  it('is used to its end while the provider is away or busy, and then waited for, not given up', async () => {
    await open();
    endpoint.mode = 'away';
    time += minutes(9.5);
    expect(await aProcess().accessToken(id)).toBe('access-0');
    time += minutes(1);
    for (const mode of ['away', 'busy'] as const) {
      endpoint.mode = mode;
      await expect(aProcess().accessToken(id)).rejects.toBeInstanceOf(ProviderUnavailable);
    }
    endpoint.mode = 'answer';
    expect(await aProcess().accessToken(id)).toBe('access-4');
  });

  it('is all there is where the provider gives no refresh token', async () => {
    const { refresh: _none, ...without } = content;
    await open(without);
    time += minutes(9.5);
    expect(await aProcess().accessToken(id)).toBe('access-0');
    time += minutes(1);
    expect(await aProcess().accessToken(id)).toBeUndefined();
    expect(await rows().find(id)).toBeUndefined();
  });
});

describe('a session', () => {
  it('that is ended is known to nobody, and its refresh token is given back', async () => {
    await open();
    await aProcess().end(id);
    expect(await aProcess().accessToken(id)).toBeUndefined();
    expect(endpoint.revoked).toEqual(['refresh-0']);
    await aProcess().end(id);
    expect(endpoint.revoked).toHaveLength(1);
  });

  it('that is ended while its tokens are exchanged stays ended, and gives the new ones back', async () => {
    await open();
    time += minutes(11);
    const { reached, open: release } = endpoint.hold();
    const asking = aProcess().accessToken(id);
    await reached;
    await aProcess().end(id);
    release();
    expect(await asking).toBeUndefined();
    expect(endpoint.revoked).toEqual(['refresh-0', 'refresh-1']);
  });

  it('ends although the provider cannot be told', async () => {
    await open();
    const tokens = aProcess();
    await endpoint.stop();
    await tokens.end(id);
    expect(await rows().find(id)).toBeUndefined();
  });

  it('ends for all browsers of an account, and for no other', async () => {
    const other = 'o'.repeat(43);
    await open();
    const expiresAt = new Date(start + minutes(720));
    await rows().create({ id: other, account: 'eve', content, expiresAt });
    await rows().endAllOf('ann');
    expect(await rows().find(id)).toBeUndefined();
    expect(await rows().find(other)).toMatchObject({ content });
    await rows().end(other);
  });

  it('is over after its time, and swept', async () => {
    await open();
    time += minutes(720);
    expect(await rows().find(id)).toBeUndefined();
    expect(await kept()).toHaveLength(1);
    await rows().sweep();
    expect(await kept()).toHaveLength(0);
  });

  it('is worth nothing to whoever copies the row, or moves it under another id', async () => {
    await open();
    const [row] = await kept();
    expect(JSON.stringify({ ...row, sealed: row!.sealed.toString('latin1') })).not.toMatch(
      /access-0|refresh-0|Canary|iiii|ann/,
    );
    expect(await rows(2).find(id)).toBeUndefined();
    const other = 'o'.repeat(43);
    await readModel.asRecorder((tx) =>
      tx
        .insertInto('browser_session')
        .values({ ...row!, id_digest: deriveSealing(Buffer.alloc(32, 1)).digest(other) })
        .execute(),
    );
    expect(await rows().find(other)).toBeUndefined();
  });
});

it('logs nothing of anybody', () => {
  expect(lines.text()).toContain('browser.refresh_failed');
  expect(lines.text()).not.toMatch(/canary|access-|refresh-\d|iiii/i);
});

const kept = () => readModel.asRecorder((tx) => tx.selectFrom('browser_session').selectAll().execute());
