/**
 * The back end for the front end: the browser holds one opaque cookie, this process everything that it stands for. It
 * decides nothing about who may see what; it turns a session into the same bearer token that any client brings.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ReadModel } from '@stezhka/read-model';
import type { Logger } from '@stezhka/telemetry';
import type { Gateway } from '../gateway.js';
import { answerText } from './answers.js';
import { type ProviderOptions, signInProvider } from './provider.js';
import { ownOrigin } from './same-origin-rule.js';
import { deriveSealing } from './sealing.js';
import { sessionCall } from './session-call.js';
import { accountName, sessionRows } from './session-rows.js';
import type { BrowserTables } from './session-tables.js';
import { tokensOfSessions } from './session-tokens.js';
import { beginSignIn, callbackPath, completeSignIn } from './sign-in.js';
import { signOut } from './sign-out.js';
import type { StaticFiles } from './static-files.js';
import { tellSession } from './tell-session.js';
import type { TrustedDocuments } from './trusted-documents.js';

export interface BrowserBackendOptions {
  readonly gateway: Pick<Gateway, 'handle'>;
  /** Migrated with `browserMigrations`; closed by whoever made it, after `stop`. */
  readonly readModel: ReadModel<BrowserTables>;
  /** At least 32 random bytes from outside the database; the same at every start. */
  readonly secret: Uint8Array;
  /** Every origin that browsers reach this back end by: `http://127.0.0.1:4600`. */
  readonly origins: readonly string[];
  readonly provider: ProviderOptions;
  readonly documents: TrustedDocuments;
  readonly files: StaticFiles;
  readonly logger: Logger;
  readonly now: () => Date;
  readonly random: (bytes: number) => Buffer;
}

export interface BrowserBackend {
  /** Answers `/graphql`, `/auth/*`, and every other path with the portal. Never rejects. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Ends every session of an account; its tokens stay good for their few minutes. */
  endSessionsOf(issuer: string, subject: string): Promise<void>;
  stop(): Promise<void>;
}

const sweepEveryMs = 15 * 60_000;

export async function createBrowserBackend(options: BrowserBackendOptions): Promise<BrowserBackend> {
  const { gateway, origins, logger, now, random, documents, files } = options;
  const sealing = deriveSealing(options.secret);
  const rows = sessionRows({ readModel: options.readModel, sealing, now });
  const provider = signInProvider(options.provider);
  const tokens = tokensOfSessions({ provider, rows, logger, now });
  const signingIn = { provider, rows, sealing, logger, now, random };

  let sweeping = rows.sweep();
  await sweeping;
  const sweeper = setInterval(() => {
    sweeping = rows.sweep().catch((error: unknown) => {
      logger.error('browser.sweep_failed', { error });
    });
  }, sweepEveryMs).unref();

  type Answering = (own: string, request: IncomingMessage, response: ServerResponse) => Promise<void>;
  const authRoutes: Readonly<Record<string, { readonly method: string; readonly answer: Answering }>> = {
    '/auth/sign-in': { method: 'GET', answer: (...on) => beginSignIn(signingIn, ...on) },
    [callbackPath]: { method: 'GET', answer: (...on) => completeSignIn(signingIn, ...on) },
    '/auth/session': { method: 'GET', answer: (_own, ...on) => tellSession({ tokens, rows }, ...on) },
    '/auth/sign-out': {
      method: 'POST',
      answer: (...on) => signOut({ tokens, provider, origins }, ...on),
    },
  };

  async function auth(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const route = Object.hasOwn(authRoutes, path) ? authRoutes[path] : undefined;
    if (route === undefined) return answerText(response, 404, 'Nothing is here.');
    if (route.method !== request.method)
      return answerText(response, 405, 'Not by this method.', { allow: route.method });
    const own = ownOrigin(request.headers, origins);
    if (own === undefined) return answerText(response, 421, `Open Stezhka at ${origins[0]}`);
    return route.answer(own, request, response);
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '/').split(/[?#]/, 1)[0] ?? '/';
    if (path === '/graphql')
      return gateway.handle(request, response, sessionCall({ tokens, origins, documents }, request));
    if (path === '/auth' || path.startsWith('/auth/')) return auth(path, request, response);
    if (request.method === 'GET' || request.method === 'HEAD') return files.answer(request, response);
    answerText(response, 405, 'Pages are only read.', { allow: 'GET, HEAD' });
  }

  return {
    async handle(request, response) {
      try {
        await answer(request, response);
      } catch (error) {
        logger.error('browser.unexpected_error', { error });
        if (response.headersSent) response.end();
        else answerText(response, 503, 'Not available now, try again later.');
      }
    },
    endSessionsOf: (issuer, subject) => rows.endAllOf(accountName(issuer, subject)),
    async stop() {
      clearInterval(sweeper);
      await sweeping;
    },
  };
}
