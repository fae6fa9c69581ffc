/** What of a provider's answer is kept. */
import type { TokenEndpointResponse, TokenEndpointResponseHelpers } from 'openid-client';
import type { SessionTokens } from './session-rows.js';

/** Of a provider that does not say how long its tokens last. */
const assumedSeconds = 5 * 60;

/** `kept`: the refresh token to keep if the provider gives no new one. */
export function tokensIn(
  answer: TokenEndpointResponse & TokenEndpointResponseHelpers,
  now: Date,
  kept?: string,
): SessionTokens {
  const refresh = answer.refresh_token ?? kept;
  return {
    access: answer.access_token,
    accessExpiresAt: now.getTime() + (answer.expiresIn() ?? assumedSeconds) * 1000,
    ...(refresh === undefined ? {} : { refresh }),
  };
}
