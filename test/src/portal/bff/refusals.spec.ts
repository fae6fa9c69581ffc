/** What is refused to a request that acts by cookie, and never with a 5xx. Bearer requests are as they were. */
import { request } from 'node:http';
import { text as textOf } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tokenFor } from '@stezhka/local';
import { type TemporaryNetwork, temporaryNetwork } from '../../support/temporary-network.js';
import { type Browser, openBrowser } from './browser.js';
import { type BuiltPortal, buildPortal, documentIds, page } from './built-portal.js';
import { enterPeople, type Person, password } from './people.js';

let portal: BuiltPortal;
let network: TemporaryNetwork;
let browser: Browser;
let people: Record<'ann', Person>;

beforeAll(async () => {
  portal = await buildPortal();
  network = await temporaryNetwork({ portal });
  people = await enterPeople(network, 'ann');
  browser = openBrowser(network.address);
  await browser.signIn('ann');
});
afterAll(async () => {
  await network?.stop();
  await portal?.remove();
});

const me = { documentId: documentIds.me };
const codeOf = ({ json }: { readonly json: { errors: { extensions: { code: string } }[] } }) =>
  json.errors[0]!.extensions.code;

describe('a request by cookie', () => {
  const post = (headers: Record<string, string>, body: unknown = me, path = '/graphql') =>
    browser.go(path, { method: 'POST', body: JSON.stringify(body), headers });
  const own = () => ({
    'content-type': 'application/json',
    'x-stezhka-request': '1',
    origin: network.address,
  });

  it.each([
    ['without the header', { 'x-stezhka-request': '' }],
    ['from another origin', { origin: 'https://elsewhere.invalid' }],
    ['from an origin that is hidden', { origin: 'null' }],
    ['from our other name', { origin: 'http://localhost:1' }],
    ['that a browser knows to be from elsewhere', { 'sec-fetch-site': 'cross-site' }],
  ])('is refused %s, on signing out too', async (_what, headers) => {
    const refused = await post({ ...own(), ...headers });
    expect([refused.status, codeOf(refused)]).toEqual([403, 'FORBIDDEN_ORIGIN']);
    const signOut = await post({ ...own(), ...headers }, {}, '/auth/sign-out');
    expect([signOut.status, codeOf(signOut)]).toEqual([403, 'FORBIDDEN_ORIGIN']);
    expect((await browser.session()).signedIn).toBe(true);
  });

  it('is refused when it says nothing of where it comes from', async () => {
    const { origin: _unsaid, ...headers } = own();
    expect((await post(headers)).status).toBe(403);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'is refused as %s, which a form could send',
    async (type) => {
      expect((await post({ ...own(), 'content-type': type })).status).toBe(415);
    },
  );

  it('is refused by GET', async () => {
    const query = new URLSearchParams({ documentId: documentIds.me });
    expect((await browser.go(`/graphql?${query}`, { headers: own() })).status).toBe(405);
  });

  it.each([
    ['an unknown document', { documentId: 'f'.repeat(64) }],
    ['a document of its own', { query: '{ me { staffId } }' }],
    ['a document beside a known one', { ...me, query: '{ me { staffId } }' }],
    ['no document', {}],
    ['a document that is a number', { documentId: 7 }],
    ['a document of another kind', { extensions: { persistedQuery: { sha256Hash: documentIds.me } } }],
    ['the name of a property', { documentId: '__proto__' }],
  ])('is refused with %s', async (_what, body) => {
    const refused = await post(own(), body);
    expect([refused.status, codeOf(refused)]).toEqual([400, 'UNKNOWN_DOCUMENT']);
  });

  it.each([
    ['variables that do not fit', { documentId: documentIds.actors, variables: { first: 'many' } }],
    ['variables that are a list', { ...me, variables: [] }],
    ['an operation that is not there', { ...me, operationName: 'Other' }],
    ['a list of requests', [me, me]],
    ['nothing', null],
  ])('is told of %s', async (_what, body) => {
    const { status, json } = await post(own(), body);
    expect(status).toBe(400);
    expect(json.errors).toHaveLength(1);
  });

  it('is told to sign in when the cookie is made up, unless it brings a token of its own', async () => {
    const cookies = new Map([['x', { name: '__Host-stezhka', value: 'A'.repeat(43), path: '/' }]]);
    const forger = openBrowser(network.address, cookies);
    expect(await forger.session()).toEqual({ signedIn: false });
    const refused = await forger.ask(me);
    expect([refused.status, codeOf(refused)]).toEqual([401, 'UNAUTHENTICATED']);
    const signedOut = await openBrowser(network.address).ask(me);
    expect([signedOut.status, codeOf(signedOut)]).toEqual([401, 'UNAUTHENTICATED']);
  });
});

describe('a request by bearer token', () => {
  it('needs no header, asks what it likes, and is never mixed with a cookie', async () => {
    const token = await tokenFor(network.address, 'ann', password);
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const body = JSON.stringify({ query: '{ me { staffId } }' });
    const answer = { data: { me: { staffId: people.ann.staffId } } };
    const alone = await openBrowser(network.address).go('/graphql', { method: 'POST', headers, body });
    expect(alone.json).toEqual(answer);
    const beside = await browser.go('/graphql', { method: 'POST', headers, body });
    expect(beside.json).toEqual(answer);
    const wrong = { ...headers, authorization: 'Bearer nonsense' };
    const refused = await browser.go('/graphql', { method: 'POST', headers: wrong, body });
    expect(codeOf(refused)).toBe('UNAUTHENTICATED');
    expect((await browser.session()).signedIn).toBe(true);
  });

  it('may be no request of a browser at all', async () => {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ query: '{ me { staffId } }' });
    const { json } = await openBrowser(network.address).go('/graphql', { method: 'POST', headers, body });
    expect(json.errors[0].extensions.code).toBe('UNAUTHENTICATED');
  });
});

describe('every other address', () => {
  it.each([
    ['POST', '/auth/sign-in', 405],
    ['HEAD', '/auth/callback', 405],
    ['GET', '/auth/sign-out', 405],
    ['DELETE', '/auth/session', 405],
    ['GET', '/auth', 404],
    ['GET', '/auth/', 404],
    ['GET', '/auth/__proto__', 404],
    ['GET', '/auth/sign-in/', 404],
    ['POST', '/inbox', 405],
    ['PUT', '/', 405],
    ['GET', '/assets/gone.js', 404],
    ['GET', '/%ff', 404],
  ])('%s %s is answered %d', async (method, path, status) => {
    expect((await browser.go(path, { method })).status).toBe(status);
  });

  it('shows the portal on its own paths, and tells other sites nothing of who is signed in', async () => {
    expect((await browser.go('/sent?page=2')).text).toBe(page);
    const asked = await browser.go('/auth/session', { headers: { 'sec-fetch-site': 'cross-site' } });
    expect([asked.status, asked.text.includes('Displayed')]).toEqual([403, false]);
    expect(asked.headers.get('access-control-allow-origin')).toBeNull();
    expect((await browser.go('/auth/session')).headers.get('cache-control')).toBe('no-store');
  });

  it('signs nobody in under a name that is not ours', async () => {
    const { port } = network;
    const { status, text } = await askAs('evil.invalid', port);
    expect([status, text]).toEqual([421, `Open Stezhka at ${network.address}\n`]);
  });
});

/** `fetch` sets the Host by itself. */
function askAs(host: string, port: number): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', path: '/auth/sign-in', headers: { host }, agent: false }, (response) =>
      textOf(response).then((body) => resolve({ status: response.statusCode ?? 0, text: body }), reject),
    )
      .on('error', reject)
      .end();
  });
}
