/** Whether somebody is signed in here, and which name to greet: all that the portal may know of a session. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerJson, answerRefused } from './answers.js';
import { sessionIdIn } from './cookie.js';
import { foreignRequest } from './same-origin-rule.js';
import type { Session, SessionRows } from './session-rows.js';
import { ProviderUnavailable, type TokensOfSessions } from './session-tokens.js';

interface Deps {
  readonly tokens: TokensOfSessions;
  readonly rows: SessionRows;
}

export async function tellSession(
  deps: Deps,
  { headers }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const site = headers['sec-fetch-site'];
  if (site === 'cross-site' || site === 'same-site') return answerRefused(response, foreignRequest);
  const id = sessionIdIn(headers.cookie);
  const session = id === undefined ? undefined : await livingSession(deps, id);
  if (session === undefined) return answerJson(response, 200, { signedIn: false });
  const { displayName } = session.content;
  answerJson(response, 200, {
    signedIn: true,
    ...(displayName === undefined ? {} : { displayName }),
    expiresAt: session.expiresAt.toISOString(),
  });
}

/** Asked for its token, a session that the provider has ended comes to its end; one that it cannot be asked about lives. */
async function livingSession({ tokens, rows }: Deps, id: string): Promise<Session | undefined> {
  try {
    if ((await tokens.accessToken(id)) === undefined) return undefined;
  } catch (error) {
    if (!(error instanceof ProviderUnavailable)) throw error;
  }
  return rows.find(id);
}
