import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type IdentityCluster,
  openBrowser,
  type RunningIdentity,
  redirectUri,
  startIdentityCluster,
} from '../toys/provider-network.js';
import { beginSignIn } from '../toys/sign-in.js';
import { demonstrationGrantType } from './index.js';

const olena = { name: 'Olena.Kaseworker', password: 'a long pass phrase', displayName: 'Olena Canary' };

let cluster: IdentityCluster;
let running: RunningIdentity;

beforeAll(async () => {
  cluster = await startIdentityCluster();
  running = await cluster.start();
  await running.identity.createAccount(olena);
});
afterAll(async () => {
  expect(cluster.logged()).not.toMatch(/canary|olena|guessed|pass phrase/i);
  await running.stop();
  await cluster.stop();
});

describe('the sign-in page', () => {
  const open = async (extra: Record<string, string> = {}, headers: Record<string, string> = {}) => {
    const browser = openBrowser();
    const { location } = await beginSignIn(browser, running.address, extra);
    const response = await browser.get(location.href, headers);
    return { browser, location, response, html: await response.text() };
  };

  it('is Ukrainian unless a language is asked for', async () => {
    expect((await open()).html).toContain('<html lang="uk">');
    expect((await open({}, { 'accept-language': 'de-DE, ro;q=0.8, en;q=0.5' })).html).toContain(
      '<html lang="ro">',
    );
    expect((await open({ ui_locales: 'en' }, { 'accept-language': 'ro' })).html).toContain(
      '<html lang="en">',
    );
  });

  it('may load nothing, run nothing and be framed by nobody', async () => {
    const { response, html } = await open();
    const policy = response.headers.get('content-security-policy');
    expect(policy).toMatch(
      /default-src 'none'; style-src 'sha256-[^']+'; form-action 'self' http:\/\/127\.0\.0\.1:4000;/,
    );
    expect(policy).toContain("frame-ancestors 'none'");
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(html).not.toMatch(/<script|src=|href=|@import|url\(/);
  });

  it('answers an unknown name, a wrong password and no password alike, and repeats none', async () => {
    const { browser, location } = await open({ ui_locales: 'en' });
    const pages = new Set<string>();
    for (const fields of [
      { name: 'nobody-canary', password: 'wrong-canary' },
      { name: olena.name, password: 'wrong-canary' },
      { name: 'nobody-canary', password: '' },
    ]) {
      const response = await browser.submit(location.href, fields, { 'accept-language': 'en' });
      expect(response.status).toBe(401);
      pages.add(await response.text());
    }
    expect(pages.size).toBe(1);
    expect([...pages][0]).toContain('The name or the password is wrong.');
    expect([...pages][0]).not.toContain('canary');
  });

  it('takes no form of another site and none without the browser that opened it', async () => {
    const { browser, location } = await open();
    const { name, password } = olena;
    const foreign = await browser.submit(
      location.href,
      { name, password },
      { origin: 'http://evil.invalid' },
    );
    expect(foreign.status).toBe(400);
    expect((await openBrowser().submit(location.href, { name, password })).status).toBe(400);
    expect((await browser.submit(location.href, { name, password, more: 'x'.repeat(9000) })).status).toBe(
      401,
    );
  });

  it('asks for patience after too many wrong passwords, whether or not the name exists', async () => {
    await running.identity.createAccount({ ...olena, name: 'guessed' });
    for (const name of ['guessed', 'not-there']) {
      const { browser, location } = await open({ ui_locales: 'en' });
      const statuses: number[] = [];
      for (let guess = 0; guess < 7; guess += 1) {
        statuses.push((await browser.submit(location.href, { name, password: `wrong ${guess}` })).status);
      }
      expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429]);
      const right = await browser.submit(location.href, { name, password: olena.password });
      expect(right.status).toBe(429);
    }
  });
});

const form = (fields: Record<string, string>): RequestInit => ({
  method: 'POST',
  body: new URLSearchParams(fields),
});
const badRequests: readonly (readonly [string, RequestInit])[] = [
  ['/canary', {}],
  ['/auth/canary', {}],
  ['/interaction/canary', {}],
  ['/auth?client_id=portal&client_id=canary', {}],
  ['/auth?client_id=portal%00canary', {}],
  [
    `/auth?client_id=portal&redirect_uri=${encodeURIComponent(redirectUri)}&scope=canary&response_type=canary`,
    {},
  ],
  ['/session/end?client_id=canary&id_token_hint=canary&post_logout_redirect_uri=canary', {}],
  ['/token', { method: 'PUT', body: 'canary' }],
  ['/token', { method: 'POST', body: 'canary' }],
  ['/token', form({ grant_type: 'canary', client_id: 'canary' })],
  ['/token', form({ grant_type: 'canary', client_id: 'portal' })],
  [
    '/token',
    form({ grant_type: 'refresh_token', client_id: 'portal', refresh_token: 'canary\0', scope: 'canary' }),
  ],
  [
    '/token',
    form({
      grant_type: demonstrationGrantType,
      client_id: 'stezhka-cli',
      username: 'canary\0',
      password: '\0',
    }),
  ],
  ['/token', form({ grant_type: 'canary', client_id: 'portal', more: 'x'.repeat(200_000) })],
];

it.each(badRequests)('refuses %s without a fault of its own and without repeating it', async (path, init) => {
  const response = await fetch(`${running.address}${path}`, { redirect: 'manual', ...init });
  expect(response.status).toBeGreaterThanOrEqual(300);
  expect(response.status).toBeLessThan(500);
  expect(`${response.headers.get('location')} ${await response.text()}`).not.toMatch(
    /canary|stack|node_modules/,
  );
});
