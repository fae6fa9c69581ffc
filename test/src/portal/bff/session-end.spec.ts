/** How long a session lasts: over a restart, and not a moment after somebody ended it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type BrowserTables, browserMigrations } from '@stezhka/gateway';
import { type Network, startNetwork } from '@stezhka/local';
import { setup } from '@stezhka/registry';
import { createLogger } from '@stezhka/telemetry';
import { isEar, listen } from '../../live/ear.js';
import { temporaryNetwork } from '../../support/temporary-network.js';
import { type Browser, openBrowser } from './browser.js';
import { type BuiltPortal, buildPortal, documentIds } from './built-portal.js';
import { enterPeople, type Person } from './people.js';

const logger = createLogger({ service: 'test', level: 'silent' });
let ahead = 0;
let dir: string;
let portal: BuiltPortal;
let network: Network;
let people: Record<'ann' | 'eve', Person>;
let browser: Browser;

const now = () => new Date(Date.now() + ahead);
const startAgain = () => startNetwork({ dir, portal, logger, now, port: 0, demonstration: true });

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'stezhka-test-'));
  portal = await buildPortal();
  network = await temporaryNetwork({ portal, now }, dir);
  people = await enterPeople(network, 'ann', 'eve');
});
afterAll(async () => {
  await network?.stop();
  await portal?.remove();
  await rm(dir, { recursive: true, force: true });
});
beforeEach(async () => {
  browser = openBrowser(network.address);
  await browser.signIn('ann');
});
afterEach(() => {
  ahead = 0;
});

const askMe = (who: Browser = browser) => who.ask({ documentId: documentIds.me });
const asAnn = () => ({ data: { me: { staffId: people.ann.staffId, roles: ['caseworker'] } } });

async function expectOver(who: Browser = browser): Promise<void> {
  const { status, json } = await askMe(who);
  expect([status, json.errors[0].extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
  expect(json.data).toBeUndefined();
  expect(await who.session()).toEqual({ signedIn: false });
}

describe('a session', () => {
  it('is there after a restart, on whichever port', async () => {
    await network.stop();
    network = await startAgain();
    const again = browser.at(network.address);
    expect((await again.session()).displayName).toBe(people.ann.displayName);
    expect((await askMe(again)).json).toEqual(asAnn());
  });

  it('goes on when its access token has to be exchanged, however many ask at once', async () => {
    // Forty seconds are left of ten minutes by the network's clock, which alone is put forward.
    ahead = 560_000;
    const answers = await Promise.all(Array.from({ length: 20 }, () => askMe()));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers[0]!.json).toEqual(asAnn());
    const rows = await network.stores.readModel<BrowserTables>('gateway', browserMigrations);
    const exchanged = await rows.asRecorder((tx) =>
      tx.selectFrom('browser_session').select('version').where('version', '>', 0).execute(),
    );
    expect(exchanged).toEqual([{ version: 1 }]);
  });

  it('is over after a working day', async () => {
    ahead = 12 * 60 * 60_000 + 1_000;
    await expectOver();
  });

  it('is over in every tab when one signs out, and the provider asks for the password again', async () => {
    const otherTab = browser.at(network.address);
    const copied = openBrowser(network.address, new Map(browser.cookies.map((one) => [one.name, one])));
    const left = await browser.signOut();
    expect([left.status, left.json]).toEqual([200, { signedIn: false }]);
    expect(left.headers.getSetCookie()).toEqual([expect.stringMatching(/^__Host-stezhka=; .*Max-Age=0$/)]);
    await expectOver(otherTab);
    await expectOver(copied);
    expect((await copied.follow('/auth/sign-in')).url).toContain('/oidc/interaction/');
  });

  it('takes along what was being told in its name', async () => {
    const { name, value } = browser.cookies.find(({ path }) => path === '/')!;
    const own = { 'x-stezhka-request': '1', origin: network.address, cookie: `${name}=${value}` };
    const ear = await listen(`${network.address}/graphql`, own, { documentId: documentIds.changes });
    isEar(ear);
    await ear.until(({ length }) => length > 0);
    await browser.signOut();
    expect(await ear.ended).toBe('over');
  });

  it('is over in this browser alone when one of two signs out', async () => {
    const other = openBrowser(network.address);
    await other.signIn('ann');
    await browser.signOut();
    await expectOver();
    expect((await askMe(other)).json).toEqual(asAnn());
  });

  it('is over when another person signs in at the same browser', async () => {
    const copied = openBrowser(network.address, new Map(browser.cookies.map((one) => [one.name, one])));
    const withoutProvider = new Map(
      browser.cookies.filter(({ path }) => path === '/').map((one) => [`${one.name} ${one.path}`, one]),
    );
    const next = openBrowser(network.address, withoutProvider);
    await next.signIn('eve');
    expect((await next.session()).displayName).toBe(people.eve.displayName);
    await expectOver(copied);
  });
});

describe('of a person who is no longer let in', () => {
  it('every session is over at once when her account is disabled, and there is no new one', async () => {
    const other = openBrowser(network.address);
    await other.signIn('ann');
    await network.identity.disable(people.ann.subject);
    await expectOver();
    await expectOver(other);
    const refused = await browser.submit(await browser.follow('/auth/sign-in'), 'ann');
    expect(refused.status).toBe(401);
    await network.identity.enable(people.ann.subject);
    await browser.signIn('ann');
    expect((await askMe()).json).toEqual(asAnn());
  });

  it('the session is over when she is disabled in the registry, in every tab and for good', async () => {
    const { staffId } = people.ann;
    const { commands } = network.registry;
    await commands.disableStaff(setup, { key: 'disable', staffId }, new Date());
    await network.settled();
    await expectOver();
    await commands.enableStaff(setup, { key: 'enable', staffId }, new Date());
    await network.settled();
    await expectOver();
    await browser.signIn('ann');
    expect((await askMe()).json).toEqual(asAnn());
  });
});

it('signs out whom nobody knows as well', async () => {
  const nobody = openBrowser(network.address);
  expect((await nobody.signOut()).json).toEqual({ signedIn: false });
});
