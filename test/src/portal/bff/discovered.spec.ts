/**
 * A provider elsewhere, found by discovery, as a larger installation brings its own. Here it is another instance of the
 * embedded one, on an address of its own that is its issuer too.
 */
import { randomBytes } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  type BrowserTables,
  browserMigrations,
  callbackPath,
  createBrowserBackend,
  type Gateway,
  staticFiles,
  trustedDocuments,
} from '@stezhka/gateway';
import { createIdentity, type Identity, type IdentityTables, identityMigrations } from '@stezhka/identity';
import { startTemporaryCluster, type TemporaryCluster } from '@stezhka/read-model/testing';
import { createLogger } from '@stezhka/telemetry';
import { openBrowser } from './browser.js';
import { type BuiltPortal, buildPortal } from './built-portal.js';
import { password } from './people.js';

const logger = createLogger({ service: 'test', level: 'silent' });
const now = () => new Date();
const secret = randomBytes(32);
const clientSecret = randomBytes(32).toString('base64url');

let cluster: TemporaryCluster;
let portal: BuiltPortal;
let identity: Identity | undefined;
let provider: { readonly server: Server; readonly origin: string };
let own: { readonly server: Server; readonly origin: string };
let backend: Awaited<ReturnType<typeof createBrowserBackend>>;

beforeAll(async () => {
  cluster = await startTemporaryCluster();
  portal = await buildPortal();
  provider = await listen((request, response) => {
    if (identity === undefined) response.writeHead(503).end();
    else void identity.handle(request, response);
  });
  own = await listen((request, response) => void backend.handle(request, response));
  const gateway: Pick<Gateway, 'handle'> = {
    async handle(_request, response, session) {
      response.end(JSON.stringify({ forwarded: typeof (await session?.authorization()) === 'string' }));
    },
  };
  backend = await createBrowserBackend({
    gateway,
    readModel: await cluster.readModel<BrowserTables>('gateway', browserMigrations),
    secret,
    origins: [own.origin],
    provider: {
      discover: `${provider.origin}/realm`,
      clientId: 'portal',
      clientSecret,
      scope: 'openid profile api',
    },
    documents: trustedDocuments('{}'),
    files: await staticFiles(portal.files),
    logger,
    now,
    random: randomBytes,
  });
});
afterAll(async () => {
  await backend?.stop();
  await Promise.all([own, provider].map((one) => one && closed(one.server)));
  await identity?.stop();
  await cluster?.stop();
  await portal?.remove();
});

it('is waited for while it is away, without a fault', async () => {
  const answer = await openBrowser(own.origin).go('/auth/sign-in');
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/?sign-in=unavailable']);
});

it('signs in once it is there, and is where signing out has to end', async () => {
  identity = await createIdentity({
    readModel: await cluster.readModel<IdentityTables>('identity', identityMigrations),
    issuer: `${provider.origin}/realm`,
    secret,
    clients: [
      {
        clientId: 'portal',
        secret: clientSecret,
        redirectUris: [`${own.origin}${callbackPath}`],
        postLogoutRedirectUris: [`${own.origin}/`],
      },
    ],
    logger,
    now,
  });
  await identity.createAccount({ name: 'ann', password, displayName: 'Displayed ann' });
  const browser = openBrowser(own.origin);
  const arrived = await browser.signIn('ann', '?return=/inbox');
  expect(arrived.url).toBe(`${own.origin}/inbox`);
  expect(await browser.session()).toMatchObject({ signedIn: true, displayName: 'Displayed ann' });
  expect(JSON.parse((await browser.ask({})).text)).toEqual({ forwarded: true });

  const { json } = await browser.signOut();
  const next = new URL(json.next);
  expect([json.signedIn, next.origin, next.searchParams.get('post_logout_redirect_uri')]).toEqual([
    false,
    provider.origin,
    `${own.origin}/`,
  ]);
  expect(next.searchParams.has('id_token_hint')).toBe(false);
  expect(await browser.session()).toEqual({ signedIn: false });
  expect(browser.seen.join('\n')).not.toMatch(/eyJ[\w-]+\.[\w-]+\.[\w-]+/);
});

it('forgets an account everywhere when it is told to', async () => {
  const { subject } = await identity!.createAccount({ name: 'eve', password, displayName: 'Displayed eve' });
  const browser = openBrowser(own.origin);
  await browser.signIn('eve');
  await backend.endSessionsOf(identity!.issuer, subject);
  expect(await browser.session()).toEqual({ signedIn: false });
});

async function listen(handler: RequestListener) {
  const server = createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
