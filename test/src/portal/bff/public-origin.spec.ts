/** The network under a public name: signing in stays on it from the first address to the last. */
import { request as ask, createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readSettings } from '@stezhka/local/environment';
import { type TemporaryNetwork, temporaryNetwork } from '../../support/temporary-network.js';
import { openBrowser } from './browser.js';
import { type BuiltPortal, buildPortal, documentIds } from './built-portal.js';
import { enterPeople, type Person } from './people.js';

const publicOrigin = 'https://stezhka.example';

let portal: BuiltPortal;
let network: TemporaryNetwork;
let people: Record<'ann', Person>;
let proxy: { readonly server: Server; readonly at: string };

beforeAll(async () => {
  portal = await buildPortal();
  network = await temporaryNetwork({ portal, publicOrigin });
  people = await enterPeople(network, 'ann');
  proxy = await startProxy(network.port, 'stezhka.example');
});
afterAll(async () => {
  proxy?.server.close();
  proxy?.server.closeAllConnections();
  await network?.stop();
  await portal?.remove();
});

const openPublic = () => openBrowser(publicOrigin, undefined, proxy.at);

describe('behind a proxy with TLS', () => {
  it('one signs in, asks and signs out without a step beside the public name', async () => {
    const browser = openPublic();
    const arrived = await browser.signIn('ann', '?return=/sent');
    expect(arrived.url).toBe(`${publicOrigin}/sent`);
    const { json } = await browser.ask({ documentId: documentIds.me });
    expect(json.data.me.staffId).toBe(people.ann.staffId);
    const seen = browser.seen.join('\n');
    expect(seen).not.toMatch(/http:\/\/|127\.0\.0\.1|localhost/);
    const cookies = browser.seen.filter((line) => /^[\w-]+=.*; ?path=/i.test(line));
    expect(cookies.length).toBeGreaterThan(3);
    expect(cookies.filter((line) => !/; ?secure/i.test(line))).toEqual([]);
    expect((await browser.signOut()).json).toEqual({ signedIn: false });
    expect(await browser.session()).toEqual({ signedIn: false });
  });

  it('a page of another origin still acts for nobody, nor one of this machine', async () => {
    const browser = openPublic();
    await browser.signIn('ann');
    for (const origin of ['https://elsewhere.invalid', network.address, 'http://stezhka.example'])
      expect((await browser.ask({ documentId: documentIds.me }, { origin })).status).toBe(403);
  });

  it('under another name one is told the public one', async () => {
    const other = await startProxy(network.port, 'other.example');
    const { status, text } = await openBrowser('https://other.example', undefined, other.at).go(
      '/auth/sign-in',
    );
    other.server.close();
    expect([status, text]).toEqual([421, `Open Stezhka at ${publicOrigin}\n`]);
  });
});

it('on this machine it goes on as before, whatever is claimed of a proxy', async () => {
  const browser = openBrowser(network.address);
  const headers = { 'x-forwarded-host': 'elsewhere.invalid', 'x-forwarded-proto': 'https' };
  const first = await browser.go('/auth/sign-in', { headers });
  const page = await browser.go(first.headers.get('location') ?? '', { headers });
  expect([page.status, page.headers.get('location')]).toEqual([303, expect.stringMatching(/^\/oidc\//)]);
  await browser.signIn('ann');
  expect((await browser.session()).signedIn).toBe(true);
  expect(browser.seen.join('\n')).not.toMatch(/elsewhere\.invalid|stezhka\.example/);
});

it.each([
  ['https://stezhka.example', 'https://stezhka.example'],
  ['https://Stezhka.example:8443/', 'https://stezhka.example:8443'],
])('%s is taken as a public origin', (PUBLIC_ORIGIN, origin) => {
  expect(readSettings({ PUBLIC_ORIGIN }, [], { cwd: '/', root: false }).publicOrigin).toBe(origin);
});

it.each(['http://stezhka.example', 'https://stezhka.example/portal', 'stezhka.example', 'https://'])(
  '%s is not',
  (PUBLIC_ORIGIN) => {
    expect(() => readSettings({ PUBLIC_ORIGIN }, [], { cwd: '/', root: false })).toThrow('PUBLIC_ORIGIN');
  },
);

/** As a proxy is set up by the README: the name that was asked for, and where from. Without the TLS. */
async function startProxy(to: number, host: string): Promise<typeof proxy> {
  const server = createServer((request, response) => {
    const forwarded = { host, 'x-forwarded-for': `198.51.100.7, ${request.socket.remoteAddress}` };
    const headers = { ...request.headers, ...forwarded };
    const { method, url: path } = request;
    request.pipe(
      ask({ host: '127.0.0.1', port: to, method, path, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
        answer.pipe(response);
      }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, at: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
