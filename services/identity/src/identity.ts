/**
 * The embedded OpenID provider, for trial and small installations. A larger one brings its own issuer and leaves this
 * service out; nothing else in the network can tell the difference.
 */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ReadModel } from '@stezhka/read-model';
import type { Logger } from '@stezhka/telemetry';
import type { JSONWebKeySet } from 'jose';
import type { ClientMetadata, KoaContextWithOIDC } from 'oidc-provider';
import { createAccounts, type NewAccount, type SharedPassword } from './accounts.js';
import { addDemonstrationGrant, commandLineClient } from './demonstration-grant.js';
import { IdentityError } from './errors.js';
import { createGuesses } from './guesses.js';
import { oidcRecords, sweepExpired } from './oidc-records.js';
import { createProvider, type IdentityClient } from './provider.js';
import { endSessionsWithTokens } from './revoked-session.js';
import { deriveSecrets } from './secrets.js';
import { answerSignIn } from './sign-in.js';
import { loadSigningKeys, publicKeys } from './signing-keys.js';
import type { IdentityTables } from './tables.js';

export interface IdentityOptions {
  /** Migrated with `identityMigrations`; closed by whoever made it, after `stop`. */
  readonly readModel: ReadModel<IdentityTables>;
  /**
   * The identifier that every token carries: an address whose path is where `handle` is mounted, such as
   * `http://127.0.0.1:4000/oidc`. Kept once chosen: services refuse the tokens of another issuer.
   */
  readonly issuer: string;
  /** At least 32 random bytes from the data directory, not from the database; the same at every start. */
  readonly secret: Uint8Array;
  readonly clients: readonly IdentityClient[];
  readonly logger: Logger;
  /** Of access tokens; `stezhka` if absent. */
  readonly audience?: string;
  /** Lets `stezhka-cli` trade a name and a password for a token. Never in an installation with real people in it. */
  readonly demonstration?: boolean;
  /** Behind a proxy that sets `X-Forwarded-*`. */
  readonly trustProxy?: boolean;
  readonly now?: () => Date;
  readonly newSubject?: () => string;
}

export interface Identity {
  readonly issuer: string;
  /** Answers everything below the issuer's path, as a handler of a `node:http` server; 404 for the rest. Never rejects. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** The subject of the account with this name, which is made if there is none and else left as it is. Throws `IdentityError`. */
  createAccount(account: NewAccount): Promise<{ readonly subject: string }>;
  /** The same for people whose common password everybody knows: checking it is quick. Throws `IdentityError` outside a demonstration. */
  createAccountsSharing(shared: SharedPassword): Promise<void>;
  /** The old one no longer fits, and her sessions and refreshed tokens end. Throws `IdentityError`. */
  changePassword(subject: string, password: string): Promise<void>;
  /** Of the account with this name, if there is one. */
  subjectOf(name: string): Promise<string | undefined>;
  /** No more sign-ins, sessions and refreshed tokens; access tokens already given end within ten minutes. */
  disable(subject: string): Promise<void>;
  /** She may sign in again, with the password that she had. */
  enable(subject: string): Promise<void>;
  /** By subject, of those that are known. */
  displayNames(subjects: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Public keys, for verifying tokens in this process. */
  jwks(): JSONWebKeySet;
  stop(): Promise<void>;
}

const sweepEveryMs = 15 * 60_000;

export async function createIdentity(options: IdentityOptions): Promise<Identity> {
  const {
    readModel,
    issuer,
    logger,
    audience = 'stezhka',
    demonstration = false,
    trustProxy = false,
  } = options;
  const { now = () => new Date(), newSubject = randomUUID } = options;
  const mountPath = new URL(issuer).pathname.replace(/\/$/, '');
  const secrets = deriveSecrets(options.secret);
  const keys = await loadSigningKeys({ readModel, secrets, now });
  const guesses = createGuesses({ readModel, secrets, now });
  const accounts = createAccounts({ readModel, guesses, secrets, newSubject, now });
  const authenticatedNow = new WeakMap<KoaContextWithOIDC, number>();
  const provider = createProvider({
    issuer,
    mountPath,
    audience,
    keys,
    accounts,
    cookieKey: secrets.cookieKey,
    adapter: oidcRecords(readModel, now),
    clients: [...options.clients.map(clientMetadata), ...(demonstration ? [commandLineClient] : [])],
    authTimeOf: (ctx) =>
      authenticatedNow.get(ctx) ??
      ctx.oidc.entities.AuthorizationCode?.authTime ??
      ctx.oidc.entities.RefreshToken?.authTime,
  });
  provider.proxy = trustProxy;
  endSessionsWithTokens(provider);
  provider.on('server_error', (_ctx, error) => logger.error('identity.server_error', { error }));
  if (demonstration) {
    addDemonstrationGrant(provider, {
      accounts,
      audience,
      logger,
      trustProxy,
      authenticatedNow: (ctx) => authenticatedNow.set(ctx, Math.floor(now().getTime() / 1000)),
    });
  }

  let sweeping = sweepExpired(readModel, now());
  await sweeping;
  const sweeper = setInterval(() => {
    sweeping = sweepExpired(readModel, now()).catch((error: unknown) => {
      logger.error('identity.sweep_failed', { error });
    });
  }, sweepEveryMs).unref();

  const answerProtocol = provider.callback();
  const signIn = { provider, accounts, logger, trustProxy };
  const interactions = `${mountPath}/interaction/`;

  return {
    issuer,
    async handle(request, response) {
      const path = request.url?.split('?', 1)[0] ?? '/';
      try {
        if (!path.startsWith(`${mountPath}/`)) response.writeHead(404).end();
        else if (path.startsWith(interactions)) await answerSignIn(signIn, request, response);
        else await answerProtocol(below(mountPath, request), response);
      } catch (error) {
        logger.error('identity.unexpected_error', { error });
        if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
        response.end();
      }
    },
    createAccount: (account) => accounts.create(account),
    changePassword: (subject, password) => accounts.changePassword(subject, password),
    subjectOf: (name) => accounts.subjectOf(name),
    async createAccountsSharing(shared) {
      if (!demonstration) throw new IdentityError('NO_DEMONSTRATION');
      await accounts.createSharing(shared);
    },
    disable: (subject) => accounts.disable(subject),
    enable: (subject) => accounts.enable(subject),
    displayNames: (subjects) => accounts.displayNames(subjects),
    jwks: () => publicKeys(keys),
    async stop() {
      clearInterval(sweeper);
      await sweeping;
    },
  };
}

/** The provider's own paths begin at its mount; it finds the mount again from the original address. */
function below(mountPath: string, request: IncomingMessage): IncomingMessage {
  const original = request.url ?? '/';
  return Object.assign(request, { originalUrl: original, url: original.slice(mountPath.length) });
}

function clientMetadata(client: IdentityClient): ClientMetadata {
  const { clientId, redirectUris, postLogoutRedirectUris = [], secret } = client;
  return {
    client_id: clientId,
    redirect_uris: [...redirectUris],
    post_logout_redirect_uris: [...postLogoutRedirectUris],
    response_types: ['code'],
    grant_types: ['authorization_code', 'refresh_token'],
    ...(secret === undefined
      ? { token_endpoint_auth_method: 'none' }
      : { token_endpoint_auth_method: 'client_secret_basic', client_secret: secret }),
  };
}
