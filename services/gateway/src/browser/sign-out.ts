/** Signing out ends the session for every tab, and at the provider as well: the next person on this machine must not be let in as the last. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { buildEndSessionUrl } from 'openid-client';
import { answerJson, answerRefused } from './answers.js';
import { sessionIdIn } from './cookie.js';
import type { SignInProvider } from './provider.js';
import { refuseForeign } from './same-origin-rule.js';
import type { TokensOfSessions } from './session-tokens.js';
import { forgetSession } from './sign-in.js';

/**
 * Answers `{ signedIn: false }`. A provider elsewhere keeps a session of its own in the browser: then `next` is where
 * the browser has to go so that it ends as well.
 */
export async function signOut(
  deps: {
    readonly tokens: TokensOfSessions;
    readonly provider: SignInProvider;
    readonly origins: readonly string[];
  },
  own: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const refusal = refuseForeign(request.headers, deps.origins);
  if (refusal !== undefined) return answerRefused(response, refusal);
  const id = sessionIdIn(request.headers.cookie);
  if (id !== undefined) await deps.tokens.end(id);
  const next = await endSessionAddress(deps.provider, own);
  answerJson(response, 200, { signedIn: false, ...(next === undefined ? {} : { next }) }, [forgetSession]);
}

/** Without an ID token as a hint: no token is ever in an address. */
async function endSessionAddress(provider: SignInProvider, own: string): Promise<string | undefined> {
  const configuration = await provider.configuration().catch(() => undefined);
  if (configuration?.serverMetadata().end_session_endpoint === undefined) return undefined;
  return buildEndSessionUrl(configuration, { post_logout_redirect_uri: `${own}/` }).href;
}
