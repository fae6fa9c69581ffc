import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type IdentityCluster,
  openBrowser,
  type RunningIdentity,
  redirectUri,
  startIdentityCluster,
} from '../toys/provider-network.js';
import { beginSignIn, exchangeCode, requestToken, submitSignIn } from '../toys/sign-in.js';

const olena = { name: 'olena', password: 'a long pass phrase', displayName: 'Olena Canary' };

let cluster: IdentityCluster;
let running: RunningIdentity;
let subject: string;

beforeAll(async () => {
  cluster = await startIdentityCluster();
  running = await cluster.start({
    clients: ['portal', 'other'].map((clientId) => ({ clientId, redirectUris: [redirectUri] })),
  });
  ({ subject } = await running.identity.createAccount(olena));
});
afterAll(async () => {
  await running?.stop();
  await cluster?.stop();
});

async function signIn(browser = openBrowser()) {
  const { verifier, location } = await beginSignIn(browser, running.address);
  const back = await submitSignIn(browser, running.address, location, olena);
  const { json } = await exchangeCode(running.address, back.searchParams.get('code'), verifier);
  return { browser, token: json.refresh_token as string };
}

const revoke = (token: string, clientId: string) =>
  fetch(`${running.address}/token/revocation`, {
    method: 'POST',
    body: new URLSearchParams({ token, client_id: clientId }),
  });

const asksAgain = async (browser = openBrowser()) =>
  (await beginSignIn(browser, running.address)).location.pathname.includes('/interaction/');

describe('a refresh token that is given back', () => {
  it('takes the session of its browser with it, and of no other', async () => {
    const [here, there] = [await signIn(), await signIn()];
    expect((await revoke(here.token, 'portal')).status).toBe(200);
    expect(await asksAgain(here.browser)).toBe(true);
    expect(await asksAgain(there.browser)).toBe(false);
    const refresh = { grant_type: 'refresh_token', client_id: 'portal' };
    const answers = await Promise.all(
      [here, there].map(({ token }) => requestToken(running.address, { ...refresh, refresh_token: token })),
    );
    expect(answers.map(({ status }) => status)).toEqual([400, 200]);
  });

  it('changes nothing when it is brought by another application, or is none', async () => {
    const { browser, token } = await signIn();
    await revoke(token, 'other');
    await revoke('nonsense', 'portal');
    expect(await asksAgain(browser)).toBe(false);
  });
});

it('lets somebody in again who was disabled, and asks her for her password', async () => {
  const { browser } = await signIn();
  await running.identity.disable(subject);
  expect(await asksAgain(browser)).toBe(true);
  await running.identity.enable(subject);
  expect(await asksAgain(browser)).toBe(true);
  await signIn(browser);
  expect(await asksAgain(browser)).toBe(false);
  await expect(running.identity.enable('nobody')).rejects.toMatchObject({ code: 'UNKNOWN_ACCOUNT' });
});
