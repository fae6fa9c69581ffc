/** How a request by cookie becomes one by bearer token, without the token coming near the browser. */
import type { IncomingMessage } from 'node:http';
import type { SessionCall } from '../gateway.js';
import { unauthenticated, unavailable } from '../refusals.js';
import { carriesSessionCookie, sessionIdIn } from './cookie.js';
import { refuseForeign, requestHeader } from './same-origin-rule.js';
import { ProviderUnavailable, type TokensOfSessions } from './session-tokens.js';
import type { TrustedDocuments } from './trusted-documents.js';

/** Nothing for a request that is not a browser's: it brings its own token, or none. */
export function sessionCall(
  deps: {
    readonly tokens: TokensOfSessions;
    readonly origins: readonly string[];
    readonly documents: TrustedDocuments;
  },
  { headers }: IncomingMessage,
): SessionCall | undefined {
  const { tokens, origins, documents } = deps;
  if (headers.authorization !== undefined) return undefined;
  // The portal's own header without a cookie: a page that was signed out in another tab, and has to hear of it.
  if (!carriesSessionCookie(headers.cookie) && headers[requestHeader] === undefined) return undefined;
  const id = sessionIdIn(headers.cookie);
  return {
    refusal: refuseForeign(headers, origins),
    documents,
    async authorization() {
      try {
        const token = id === undefined ? undefined : await tokens.accessToken(id);
        // The cookie is left: another tab may have signed in again while this answer was on its way.
        return token === undefined ? unauthenticated : `Bearer ${token}`;
      } catch (error) {
        if (error instanceof ProviderUnavailable) return unavailable;
        throw error;
      }
    },
    lives: async () => id !== undefined && (await tokens.lives(id)),
    async ended() {
      if (id !== undefined) await tokens.end(id);
    },
  };
}
