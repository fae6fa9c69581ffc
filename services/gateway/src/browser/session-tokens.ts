/**
 * A session's access token, exchanged in good time. A refresh token is taken once, and a provider that sees one twice
 * ends everything: so one request exchanges it, here and in every other process, and the others wait for what it gets.
 */
import { setTimeout as later } from 'node:timers/promises';
import type { Logger } from '@stezhka/telemetry';
import { ResponseBodyError, refreshTokenGrant, tokenRevocation } from 'openid-client';
import type { SignInProvider } from './provider.js';
import { tokensIn } from './provider-answer.js';
import type { Session, SessionRows } from './session-rows.js';

export interface SessionTokensDeps {
  readonly provider: SignInProvider;
  readonly rows: SessionRows;
  readonly logger: Logger;
  readonly now: () => Date;
}

export interface TokensOfSessions {
  /**
   * A token that is good for a while yet; nothing if there is no such session, or no longer.
   * Rejects with `ProviderUnavailable` if the token has ended and the provider cannot be reached.
   */
  accessToken(id: string): Promise<string | undefined>;
  /** Whether there is such a session, without a thought of its tokens. */
  lives(id: string): Promise<boolean>;
  /** The session is over, here and at the provider, whether the provider can be told of it or not. */
  end(id: string): Promise<void>;
}

export class ProviderUnavailable extends Error {
  override readonly name = 'ProviderUnavailable';
}

/** A token with less than this left may end on its way. */
const renewBeforeMs = 60_000;
const claimMs = 30_000;
const lookAgainMs = 50;

export function tokensOfSessions({ provider, rows, logger, now }: SessionTokensDeps): TokensOfSessions {
  const exchanging = new Map<string, Promise<string | undefined>>();

  const leftOf = ({ content }: Session) => content.accessExpiresAt - now().getTime();

  async function revoke(token: string | undefined): Promise<void> {
    if (token === undefined) return;
    try {
      const configuration = await provider.configuration();
      if (configuration.serverMetadata().revocation_endpoint === undefined) return;
      await tokenRevocation(configuration, token);
    } catch (error) {
      logger.warn('browser.revocation_failed', { error });
    }
  }

  async function exchange(id: string, session: Session, refresh: string): Promise<string | undefined> {
    const { version, content } = session;
    try {
      const answer = await refreshTokenGrant(await provider.configuration(), refresh);
      const renewed = { ...content, ...tokensIn(answer, now(), refresh) };
      if (await rows.renew(id, version, renewed)) return renewed.access;
      await revoke(renewed.refresh);
      return undefined;
    } catch (error) {
      if (error instanceof ResponseBodyError && error.error === 'invalid_grant') {
        logger.info('browser.session_refused');
        await rows.end(id);
        return undefined;
      }
      await rows.release(id, version);
      logger.warn('browser.refresh_failed', { error });
      if (leftOf(session) > 0) return content.access;
      throw new ProviderUnavailable();
    }
  }

  async function renewed(id: string): Promise<string | undefined> {
    const givenUpAt = now().getTime() + claimMs;
    for (;;) {
      const session = await rows.find(id);
      if (session === undefined) return undefined;
      const { content, version } = session;
      const left = leftOf(session);
      if (left > renewBeforeMs) return content.access;
      if (content.refresh === undefined) {
        if (left > 0) return content.access;
        await rows.end(id);
        return undefined;
      }
      const until = new Date(now().getTime() + claimMs);
      if (await rows.claim(id, version, until)) return exchange(id, session, content.refresh);
      // Another process is at it.
      if (left > 0) return content.access;
      if (now().getTime() > givenUpAt) throw new ProviderUnavailable();
      await later(lookAgainMs);
    }
  }

  return {
    async accessToken(id) {
      const session = await rows.find(id);
      if (session === undefined) return undefined;
      if (leftOf(session) > renewBeforeMs) return session.content.access;
      const already = exchanging.get(id);
      if (already !== undefined) return already;
      const started = renewed(id).finally(() => exchanging.delete(id));
      exchanging.set(id, started);
      return started;
    },
    lives: async (id) => (await rows.find(id)) !== undefined,
    async end(id) {
      const session = await rows.find(id);
      await rows.end(id);
      await revoke(session?.content.refresh);
    },
  };
}
