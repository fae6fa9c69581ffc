/** Signing in by a browser, over a real network: to the provider's page and back, and what is left in the browser. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type BrowserTables, browserMigrations } from '@stezhka/gateway';
import { type IdentityTables, identityMigrations } from '@stezhka/identity';
import { type TemporaryNetwork, temporaryNetwork } from '../../support/temporary-network.js';
import { openBrowser } from './browser.js';
import { type BuiltPortal, buildPortal, documentIds, page } from './built-portal.js';
import { enterPeople, type Person } from './people.js';

let portal: BuiltPortal;
let network: TemporaryNetwork;
let people: Record<'ann' | 'eve', Person>;

beforeAll(async () => {
  portal = await buildPortal();
  network = await temporaryNetwork({ portal });
  people = await enterPeople(network, 'ann', 'eve');
});
afterAll(async () => {
  await network?.stop();
  await portal?.remove();
});

describe('signing in', () => {
  it("ends at the page that was asked for, as the one whom the provider's page let in", async () => {
    const browser = openBrowser(network.address);
    expect(await browser.session()).toEqual({ signedIn: false });
    const arrived = await browser.signIn('ann', '?return=/referral/x%3Ftab%3D2&language=ro');
    expect([arrived.url, arrived.text]).toEqual([`${network.address}/referral/x?tab=2`, page]);
    expect(await browser.session()).toEqual({
      signedIn: true,
      displayName: people.ann.displayName,
      expiresAt: expect.stringMatching(/^\d{4}-.*Z$/),
    });
    const { status, json } = await browser.ask({ documentId: documentIds.me });
    expect([status, json]).toEqual([
      200,
      { data: { me: { staffId: people.ann.staffId, roles: ['caseworker'] } } },
    ]);
  });

  it.each([
    ['uk', 'Вхід'],
    ['en', 'Sign in'],
    ['ro', 'Autentificare'],
  ])('is asked for in %s', async (language, words) => {
    const { text } = await openBrowser(network.address).follow(`/auth/sign-in?language=${language}`);
    expect(text).toContain(words);
  });

  it.each(['//elsewhere.invalid/', 'https://elsewhere.invalid/', '/\\elsewhere.invalid', '/auth/sign-in'])(
    'does not lead to %s',
    async (away) => {
      const browser = openBrowser(network.address);
      const arrived = await browser.signIn('ann', `?${new URLSearchParams({ return: away })}`);
      expect(arrived.url).toBe(`${network.address}/`);
    },
  );

  it('is refused with a wrong password, in the words of the page, and leaves nobody signed in', async () => {
    const browser = openBrowser(network.address);
    const answer = await browser.submit(await browser.follow('/auth/sign-in'), 'ann', 'wrong');
    expect(answer.status).toBe(401);
    expect(await browser.session()).toEqual({ signedIn: false });
  });

  it('leaves one cookie that no script, no other site and no plain connection gets', async () => {
    const browser = openBrowser(network.address);
    await browser.signIn('ann');
    const lines = browser.seen.filter((line) => line.startsWith('__Host-stezhka='));
    expect(lines).toEqual([
      expect.stringMatching(/^__Host-stezhka=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Lax$/),
    ]);
    const sent = browser.cookies.filter(({ path }) => path === '/').map(({ name }) => name);
    expect(sent).toEqual(['__Host-stezhka']);
  });

  it('goes on in two browsers at once, each as its own person, on either name of this machine', async () => {
    const [one, two] = [
      openBrowser(network.address),
      openBrowser(network.address.replace('127.0.0.1', 'localhost')),
    ];
    const pages = await Promise.all([one, two].map((browser) => browser.follow('/auth/sign-in')));
    await Promise.all([one.submit(pages[0]!, 'ann'), two.submit(pages[1]!, 'eve')]);
    const asked = await Promise.all(
      [one, two, one, two].map((browser) => browser.ask({ documentId: documentIds.me })),
    );
    expect(asked.map(({ json }) => json.data.me.staffId)).toEqual(
      [people.ann, people.eve, people.ann, people.eve].map(({ staffId }) => staffId),
    );
  });

  it('goes on in two tabs of one browser', async () => {
    const browser = openBrowser(network.address);
    const first = await browser.go('/auth/sign-in?return=/first');
    const second = await browser.go('/auth/sign-in?return=/second');
    const arrived = await browser.submit(await browser.follow(second.headers.get('location') ?? ''), 'ann');
    expect(arrived.url).toBe(`${network.address}/second`);
    const also = await browser.follow(first.headers.get('location') ?? '');
    expect(also.url).toBe(`${network.address}/first`);
    expect((await browser.session()).signedIn).toBe(true);
  });
});

describe('what comes back from the provider', () => {
  const callbackOf = async () => {
    const browser = openBrowser(network.address);
    const { url } = await browser.follow('/auth/sign-in');
    const answer = await browser.go(url, {
      method: 'POST',
      body: new URLSearchParams({ name: 'ann', password: 'a long pass phrase' }),
    });
    const resumed = await browser.go(answer.headers.get('location') ?? '');
    return { browser, callback: resumed.headers.get('location') ?? '' };
  };

  it('signs in nobody but the browser that asked', async () => {
    const { browser, callback } = await callbackOf();
    const victim = openBrowser(network.address);
    const led = await victim.go(callback);
    expect([led.status, led.headers.get('location')]).toEqual([303, '/?sign-in=failed']);
    expect(await victim.session()).toEqual({ signedIn: false });
    expect((await browser.follow(callback)).url).toBe(`${network.address}/`);
    expect((await browser.session()).signedIn).toBe(true);
  });

  it('is taken once', async () => {
    const { browser, callback } = await callbackOf();
    await browser.follow(callback);
    expect((await browser.go(callback)).headers.get('location')).toBe('/?sign-in=failed');
    expect((await browser.session()).signedIn).toBe(true);
  });

  it.each(['', '?code=x', '?state=x', '?code=x&state=%00', '?error=access_denied&state=x', '?code=%'])(
    'is nothing with %j',
    async (query) => {
      const answer = await openBrowser(network.address).go(`/auth/callback${query}`);
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/?sign-in=failed']);
    },
  );

  it('is nothing with the issuer or the code of another', async () => {
    for (const change of [
      (url: URL) => url.searchParams.set('iss', 'https://elsewhere.invalid'),
      (url: URL) => url.searchParams.set('code', 'x'),
      (url: URL) => url.searchParams.append('error', 'access_denied'),
    ]) {
      const { browser, callback } = await callbackOf();
      const changed = new URL(callback);
      change(changed);
      expect((await browser.go(changed.href)).headers.get('location')).toBe('/?sign-in=failed');
      expect(await browser.session()).toEqual({ signedIn: false });
    }
  });
});

it('never shows a browser a token, nor the database what a browser holds', async () => {
  const browser = openBrowser(network.address);
  await browser.signIn('ann', '?return=/inbox');
  await browser.ask({ documentId: documentIds.me });
  await browser.session();
  const issued = await issuedTokens();
  await browser.signOut();
  const seen = browser.seen.join('\n');
  expect(issued.length).toBeGreaterThan(0);
  expect(issued.filter((token) => seen.includes(token))).toEqual([]);
  expect(seen).not.toMatch(/eyJ[\w-]+\.[\w-]+\.[\w-]+/);

  await browser.signIn('ann');
  const { value } = browser.cookies.find(({ name }) => name === '__Host-stezhka')!;
  const rows = await network.stores.readModel<BrowserTables>('gateway', browserMigrations);
  const kept = await rows.asRecorder((tx) => tx.selectFrom('browser_session').selectAll().execute());
  const text = JSON.stringify(kept.map((row) => ({ ...row, sealed: row.sealed.toString('latin1') })));
  expect(kept.length).toBeGreaterThan(0);
  for (const secret of [value, 'eyJ', 'Displayed', people.ann.subject, ...(await issuedTokens())])
    expect(text).not.toContain(secret);
});

/** Refresh tokens, as the provider keeps them: under themselves. */
async function issuedTokens(): Promise<readonly string[]> {
  const rows = await network.stores.readModel<IdentityTables>('identity', identityMigrations);
  const kept = await rows.asRecorder((tx) =>
    tx.selectFrom('oidc_record').select('id').where('model', '=', 'RefreshToken').execute(),
  );
  return kept.map(({ id }) => id);
}
