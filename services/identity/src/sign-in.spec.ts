import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createLocalJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import {
  type IdentityCluster,
  issuer,
  openBrowser,
  type RunningIdentity,
  redirectUri,
  startIdentityCluster,
} from '../toys/provider-network.js';
import { beginSignIn, exchangeCode, requestToken, submitSignIn } from '../toys/sign-in.js';
import type { Identity } from './index.js';

const olena = { name: 'Olena.Kaseworker', password: 'a long pass phrase', displayName: 'Olena Canary' };

let cluster: IdentityCluster;
let running: RunningIdentity;
let subject: string;

beforeAll(async () => {
  cluster = await startIdentityCluster();
  running = await cluster.start();
  ({ subject } = await running.identity.createAccount(olena));
});
afterAll(async () => {
  await running.stop();
  await cluster.stop();
});

async function signIn(browser = openBrowser(), address = running.address) {
  const { verifier, location } = await beginSignIn(browser, address);
  const back = location.href.startsWith(redirectUri)
    ? location
    : await submitSignIn(browser, address, location, olena);
  return { back, verifier, tokens: await exchangeCode(address, back.searchParams.get('code'), verifier) };
}

const verify = (token: string, identity: Identity = running.identity) =>
  jwtVerify(token, createLocalJWKSet(identity.jwks()), { issuer, audience: 'stezhka', typ: 'at+jwt' });

describe('signing in by authorization code', () => {
  it('ends with a token for the API that says who and when, and nothing personal', async () => {
    const { back, tokens } = await signIn();
    expect(`${back.origin}${back.pathname}`).toBe(redirectUri);
    expect(back.searchParams.get('state')).toBe('state-1');
    expect(back.searchParams.get('iss')).toBe(issuer);
    expect(tokens).toMatchObject({ status: 200, json: { token_type: 'Bearer', expires_in: 600 } });
    const { payload } = await verify(tokens.json.access_token);
    expect(Object.keys(payload).sort()).toEqual(
      ['aud', 'auth_time', 'client_id', 'exp', 'iat', 'iss', 'jti', 'scope', 'sub'].sort(),
    );
    expect(payload).toMatchObject({ sub: subject, scope: 'api', client_id: 'portal' });
    expect(decodeProtectedHeader(tokens.json.access_token)).toMatchObject({ alg: 'ES256' });
  });

  it('tells the portal, and only the portal, the name to greet', async () => {
    const { tokens } = await signIn();
    const { payload } = await jwtVerify(tokens.json.id_token, createLocalJWKSet(running.identity.jwks()), {
      issuer,
      audience: 'portal',
    });
    expect(payload).toMatchObject({ sub: subject, name: olena.displayName, auth_time: expect.any(Number) });
  });

  it('refreshes without asking again, keeps the time of sign-in, and takes a refresh token once', async () => {
    const { tokens } = await signIn();
    const refresh = {
      grant_type: 'refresh_token',
      client_id: 'portal',
      refresh_token: tokens.json.refresh_token,
    };
    const refreshed = await requestToken(running.address, refresh);
    const [before, after] = await Promise.all([
      verify(tokens.json.access_token),
      verify(refreshed.json.access_token),
    ]);
    expect(after.payload.auth_time).toBe(before.payload.auth_time);
    expect(await requestToken(running.address, refresh)).toMatchObject({
      status: 400,
      json: { error: 'invalid_grant' },
    });
  });

  it('gives the portal back whatever state it sent', async () => {
    const browser = openBrowser();
    const { location } = await beginSignIn(browser, running.address, { state: 'zero \0 and ї' });
    const back = await submitSignIn(browser, running.address, location, olena);
    expect(back.searchParams.get('state')).toBe('zero \0 and ї');
  });

  it('takes a code once, also when it is brought twice at the same moment', async () => {
    const browser = openBrowser();
    const { verifier, location } = await beginSignIn(browser, running.address);
    const back = await submitSignIn(browser, running.address, location, olena);
    const code = back.searchParams.get('code');
    const answers = await Promise.all([1, 2, 3].map(() => exchangeCode(running.address, code, verifier)));
    expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
    expect(answers.filter(({ json }) => json.error === 'invalid_grant').length).toBeGreaterThanOrEqual(2);
  });

  it('is refused without PKCE, with another verifier and for another address', async () => {
    const browser = openBrowser();
    const without = await beginSignIn(browser, running.address, {
      code_challenge: '',
      code_challenge_method: '',
    });
    expect(without.location.searchParams.get('error')).toBe('invalid_request');
    const { location } = await beginSignIn(browser, running.address);
    const back = await submitSignIn(browser, running.address, location, olena);
    const answer = await exchangeCode(running.address, back.searchParams.get('code'), 'x'.repeat(43));
    expect(answer).toMatchObject({ status: 400, json: { error: 'invalid_grant' } });
    const elsewhere = await beginSignIn(browser, running.address, {
      redirect_uri: 'http://evil.invalid/',
    }).catch((error: Error) => error.message);
    expect(elsewhere).toBe('no redirect but 400');
  });

  it('outlives a restart: the session, the keys and the issuer are the same', async () => {
    const browser = openBrowser();
    const { tokens } = await signIn(browser);
    const again = await cluster.start();
    expect(again.address).not.toBe(running.address);
    expect(again.identity.jwks()).toEqual(running.identity.jwks());
    await verify(tokens.json.access_token, again.identity);
    const { location } = await beginSignIn(browser, again.address);
    expect(location.href.startsWith(redirectUri)).toBe(true);
    expect(location.searchParams.get('code')).not.toBeNull();
    await again.stop();
  });

  it('ends for a disabled account: no code, no refreshed token, no session', async () => {
    const { subject: leaving } = await running.identity.createAccount({ ...olena, name: 'leaving' });
    const browser = openBrowser();
    const { verifier, location } = await beginSignIn(browser, running.address);
    const back = await submitSignIn(browser, running.address, location, { ...olena, name: 'leaving' });
    const { json } = await exchangeCode(running.address, back.searchParams.get('code'), verifier);
    await running.identity.disable(leaving);
    const refresh = { grant_type: 'refresh_token', client_id: 'portal', refresh_token: json.refresh_token };
    expect(await requestToken(running.address, refresh)).toMatchObject({ status: 400 });
    const next = await beginSignIn(browser, running.address);
    expect(next.location.pathname).toContain('/interaction/');
    const submitted = await browser.submit(next.location.href, { name: 'leaving', password: olena.password });
    expect(submitted.status).toBe(401);
    await expect(running.identity.disable('nobody')).rejects.toMatchObject({ code: 'UNKNOWN_ACCOUNT' });
  });

  it('ends for an account with a new password, with which it begins anew', async () => {
    const forgetful = { ...olena, name: 'forgetful' };
    const { subject: hers } = await running.identity.createAccount(forgetful);
    const browser = openBrowser();
    const { verifier, location } = await beginSignIn(browser, running.address);
    const back = await submitSignIn(browser, running.address, location, forgetful);
    const { json } = await exchangeCode(running.address, back.searchParams.get('code'), verifier);
    await running.identity.changePassword(hers, 'another long one');
    const refresh = { grant_type: 'refresh_token', client_id: 'portal', refresh_token: json.refresh_token };
    expect(await requestToken(running.address, refresh)).toMatchObject({ status: 400 });
    const next = await beginSignIn(browser, running.address);
    const old = await browser.submit(next.location.href, forgetful);
    expect(old.status).toBe(401);
    const renewed = { ...forgetful, password: 'another long one' };
    const again = await submitSignIn(browser, running.address, next.location, renewed);
    expect(again.searchParams.get('code')).not.toBeNull();
    await expect(running.identity.changePassword(hers, 'short')).rejects.toMatchObject({
      code: 'WEAK_PASSWORD',
    });
    await expect(running.identity.changePassword('nobody', renewed.password)).rejects.toMatchObject({
      code: 'UNKNOWN_ACCOUNT',
    });
  });

  it('ends with signing out', async () => {
    const browser = openBrowser();
    await signIn(browser);
    const page = await browser.get(`${running.address}/session/end?client_id=portal`, {
      'accept-language': 'en',
    });
    const html = await page.text();
    expect(html).toContain('Sign out of Stezhka?');
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
    await browser.submit(`${running.address}/session/end/confirm`, { xsrf, logout: 'yes' });
    const { location } = await beginSignIn(browser, running.address);
    expect(location.pathname).toContain('/interaction/');
  });
});

it('answers below its path only, and says nothing of a fault', async () => {
  const { origin } = new URL(running.address);
  expect((await fetch(`${origin}/elsewhere`)).status).toBe(404);
  const broken = await fetch(`${running.address}/auth?client_id=canary&redirect_uri=canary`, {
    headers: { accept: 'text/html' },
  });
  expect(broken.status).toBe(400);
  expect(await broken.text()).not.toContain('canary');
  const metadata = await (await fetch(`${running.address}/.well-known/openid-configuration`)).json();
  expect(metadata).toMatchObject({ issuer, jwks_uri: `${running.address}/jwks` });
  expect(await (await fetch(`${running.address}/jwks`)).json()).toEqual(running.identity.jwks());
});

it('logs nobody', () => {
  expect(cluster.logged()).toContain('identity.signed_in');
  expect(cluster.logged()).not.toMatch(/canary|olena|leaving|pass phrase/i);
});
