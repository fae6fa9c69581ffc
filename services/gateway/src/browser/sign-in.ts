/**
 * Signing in: to the provider and back. The browser carries a code that is worth nothing without what is sealed in its
 * cookie; tokens pass between the provider and this process alone.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from '@stezhka/telemetry';
import {
  AuthorizationResponseError,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
} from 'openid-client';
import { redirect } from './answers.js';
import { forgetCookie, sessionCookieName, sessionIdIn, setCookie } from './cookie.js';
import { forgetPending, keepPending, type PendingSignIn, takePending } from './pending-sign-in.js';
import type { SignInProvider } from './provider.js';
import { tokensIn } from './provider-answer.js';
import { returnPath } from './return-path.js';
import type { Sealing } from './sealing.js';
import { accountName, type SessionRows } from './session-rows.js';

export interface SignInDeps {
  readonly provider: SignInProvider;
  readonly rows: SessionRows;
  readonly sealing: Sealing;
  readonly logger: Logger;
  readonly now: () => Date;
  readonly random: (bytes: number) => Buffer;
}

/** However often its tokens are exchanged, after a working day one proves again who one is. */
export const sessionMs = 12 * 60 * 60_000;

export const callbackPath = '/auth/callback';

/** `own`: the origin that the browser is on. */
export async function beginSignIn(
  deps: SignInDeps,
  own: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { provider, sealing, logger, now } = deps;
  const asked = new URL(request.url ?? '/', own).searchParams;
  const unguessable = () => deps.random(32).toString('base64url');
  const pending: PendingSignIn = {
    state: unguessable(),
    nonce: unguessable(),
    verifier: unguessable(),
    returnTo: returnPath(asked.get('return')),
    begunAt: now().getTime(),
  };
  const language = asked.get('language') ?? '';
  try {
    const url = buildAuthorizationUrl(await provider.configuration(), {
      redirect_uri: `${own}${callbackPath}`,
      scope: provider.scope,
      state: pending.state,
      nonce: pending.nonce,
      code_challenge: await calculatePKCECodeChallenge(pending.verifier),
      code_challenge_method: 'S256',
      ...(/^(uk|en|ro)$/.test(language) ? { ui_locales: language } : {}),
    });
    redirect(response, provider.location(url), keepPending(pending, request, sealing));
  } catch (error) {
    logger.warn('browser.provider_unavailable', { error });
    redirect(response, '/?sign-in=unavailable');
  }
}

/** A sign-in that did not work ends on the portal's first page, which says so; nothing of why is in the address. */
export async function completeSignIn(
  deps: SignInDeps,
  own: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { rows, sealing, logger, now } = deps;
  const back = new URL(request.url ?? '/', own);
  const state = back.searchParams.get('state') ?? '';
  const pending = takePending(state, request, sealing, now());
  if (pending === undefined) {
    logger.info('browser.sign_in_failed', { reason: 'not-begun-here' });
    return redirect(response, '/?sign-in=failed');
  }
  try {
    const { account, content } = await fetchTokens(deps, back, pending);
    const id = deps.random(32).toString('base64url');
    const before = sessionIdIn(request.headers.cookie);
    if (before !== undefined) await rows.end(before);
    await rows.create({ id, account, content, expiresAt: new Date(now().getTime() + sessionMs) });
    logger.info('browser.signed_in');
    redirect(response, pending.returnTo, [setCookie(sessionCookieName, id), forgetPending(state, sealing)]);
  } catch (error) {
    const refused = error instanceof AuthorizationResponseError;
    logger.warn('browser.sign_in_failed', refused ? { reason: 'refused' } : { error });
    redirect(response, '/?sign-in=failed', [forgetPending(state, sealing)]);
  }
}

async function fetchTokens({ provider, now }: SignInDeps, back: URL, pending: PendingSignIn) {
  const answer = await authorizationCodeGrant(await provider.configuration(), back, {
    pkceCodeVerifier: pending.verifier,
    expectedState: pending.state,
    expectedNonce: pending.nonce,
    idTokenExpected: true,
  });
  const claims = answer.claims();
  const name = claims?.name;
  return {
    account: accountName(claims?.iss ?? '', claims?.sub ?? ''),
    content: {
      ...tokensIn(answer, now()),
      ...(typeof name === 'string' ? { displayName: name } : {}),
    },
  };
}

export const forgetSession: string = forgetCookie(sessionCookieName);
