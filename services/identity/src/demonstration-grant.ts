/**
 * A token for a name and a password, for the tour by command line and for tests. It exists only where the composition
 * root asks for a demonstration: see `decisions/0001-a-grant-for-the-demonstration.md`.
 */
import type { Logger } from '@stezhka/telemetry';
import type { ClientMetadata, KoaContextWithOIDC, Provider } from 'oidc-provider';
import type { Accounts } from './accounts.js';
import { remoteAddress } from './caller.js';
import { errors } from './oidc-provider.js';
import { apiResource, apiScope, apiServer } from './provider.js';

/** What is sent as `grant_type`, beside `client_id`, `username` and `password`. */
export const demonstrationGrantType = 'urn:stezhka:grant-type:demonstration-password';

/** The public client of the command line. */
export const commandLineClient: ClientMetadata = {
  client_id: 'stezhka-cli',
  redirect_uris: [],
  response_types: [],
  grant_types: [demonstrationGrantType],
  token_endpoint_auth_method: 'none',
};

export interface DemonstrationGrantDeps {
  readonly accounts: Accounts;
  readonly audience: string;
  readonly logger: Logger;
  readonly trustProxy: boolean;
  /** Remembers when the person behind this request proved who she is. */
  authenticatedNow(ctx: KoaContextWithOIDC): void;
}

export function addDemonstrationGrant(provider: Provider, deps: DemonstrationGrantDeps): void {
  provider.registerGrantType(
    demonstrationGrantType,
    async (ctx) => {
      const { client, params } = ctx.oidc;
      const { username, password } = params ?? {};
      if (client === undefined || typeof username !== 'string' || typeof password !== 'string') {
        throw new errors.InvalidRequest('username and password are required');
      }
      const outcome = await deps.accounts.authenticate(
        username,
        password,
        remoteAddress(ctx.req, deps.trustProxy),
      );
      if ('refused' in outcome) {
        deps.logger.info('identity.sign_in_refused', { reason: outcome.refused });
        if (outcome.refused === 'credentials') throw new errors.InvalidGrant(outcome.refused);
        throw new errors.CustomOIDCProviderError('slow_down', 'too many attempts, wait a few minutes');
      }
      const token = new provider.AccessToken({
        client,
        accountId: outcome.subject,
        gty: demonstrationGrantType,
        scope: apiScope,
      } as never);
      deps.authenticatedNow(ctx);
      token.resourceServer = new provider.ResourceServer(apiResource, apiServer(deps.audience));
      ctx.body = {
        access_token: await token.save(),
        expires_in: token.expiration,
        token_type: token.tokenType,
        scope: apiScope,
      };
    },
    ['username', 'password'],
  );
}
