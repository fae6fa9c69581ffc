/**
 * An application that gives its refresh token back is being signed out of. The provider would remember the browser all
 * the same and let the next person at it in as the last one, without a question; so the session goes with the token.
 */
import type { Provider } from 'oidc-provider';

export function endSessionsWithTokens(provider: Provider): void {
  provider.use(async (ctx, next) => {
    await next();
    if (ctx.oidc?.route !== 'revocation') return;
    const { RefreshToken: token, Client: client } = ctx.oidc.entities;
    if (token?.sessionUid === undefined || token.clientId !== client?.clientId) return;
    const session = await provider.Session.findByUid(token.sessionUid);
    await session?.destroy();
  });
}
