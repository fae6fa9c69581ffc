/**
 * oidc-provider, reduced to what the network uses: authorization code with PKCE for applications of its own, access
 * tokens as signed JWTs for one API. Nobody is asked to consent to her own employer's software.
 */
import type { JWK } from 'jose';
import type {
  AdapterFactory,
  ClientMetadata,
  KoaContextWithOIDC,
  Provider as OidcProvider,
  ResourceServer,
} from 'oidc-provider';
import type { Accounts } from './accounts.js';
import { errors, Provider } from './oidc-provider.js';
import { pageHeaders, renderPage } from './page.js';
import { languageOf } from './sign-in.js';
import { signingAlgorithm } from './signing-keys.js';
import { texts } from './texts.js';

/** An application that people sign in to. */
export interface IdentityClient {
  readonly clientId: string;
  readonly redirectUris: readonly string[];
  readonly postLogoutRedirectUris?: readonly string[];
  /** Of a server that can keep it; an application without one is public and has PKCE alone. */
  readonly secret?: string;
}

/** The API that access tokens are for, as a resource indicator, and its only scope. */
export const apiResource = 'urn:stezhka:api';
export const apiScope = 'api';

export const accessTokenSeconds = 10 * 60;
const workdaySeconds = 12 * 60 * 60;

export interface ProviderOptions {
  readonly issuer: string;
  readonly mountPath: string;
  readonly audience: string;
  readonly clients: readonly ClientMetadata[];
  readonly keys: readonly JWK[];
  readonly cookieKey: string;
  readonly adapter: AdapterFactory;
  readonly accounts: Accounts;
  /** When the person behind the token being issued proved who she is, in seconds since 1970. */
  authTimeOf(ctx: KoaContextWithOIDC): number | undefined;
}

export function createProvider(options: ProviderOptions): OidcProvider {
  const { audience, accounts, mountPath } = options;
  return new Provider(options.issuer, {
    adapter: options.adapter,
    clients: [...options.clients],
    jwks: { keys: [...options.keys] as never },
    cookies: {
      keys: [options.cookieKey],
      names: { session: 'stezhka_session', interaction: 'stezhka_sign_in', resume: 'stezhka_resume' },
      long: { httpOnly: true, sameSite: 'lax', signed: true, path: mountPath },
      short: { httpOnly: true, sameSite: 'lax', signed: true },
    },
    scopes: ['openid', 'profile'],
    claims: { openid: ['sub', 'auth_time'], profile: ['name'] },
    responseTypes: ['code'],
    clientAuthMethods: ['none', 'client_secret_basic'],
    clientDefaults: { id_token_signed_response_alg: signingAlgorithm, require_auth_time: true },
    enabledJWA: { idTokenSigningAlgValues: [signingAlgorithm] },
    clientBasedCORS: () => false,
    pkce: { required: () => true },
    allowOmittingSingleRegisteredRedirectUri: false,
    // Without a userinfo endpoint every access token is for the API, and claims come in the ID token.
    conformIdTokenClaims: false,
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      revocation: {
        enabled: true,
        allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId,
      },
      rpInitiatedLogout: { enabled: true, logoutSource, postLogoutSuccessSource },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => apiResource,
        useGrantedResource: () => true,
        getResourceServerInfo(_ctx, resource) {
          if (resource !== apiResource) throw new errors.InvalidTarget();
          return apiServer(audience);
        },
      },
    },
    ttl: {
      AccessToken: accessTokenSeconds,
      IdToken: accessTokenSeconds,
      AuthorizationCode: 60,
      Interaction: 15 * 60,
      RefreshToken: workdaySeconds,
      Session: workdaySeconds,
      Grant: 2 * workdaySeconds,
    },
    issueRefreshToken: (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    interactions: { url: (_ctx, interaction) => `${mountPath}/interaction/${interaction.uid}` },
    extraTokenClaims(ctx, token) {
      const authTime = token.kind === 'AccessToken' ? options.authTimeOf(ctx) : undefined;
      return authTime === undefined ? undefined : { auth_time: authTime };
    },
    async findAccount(_ctx, subject) {
      const account = await accounts.find(subject);
      return (
        account && {
          accountId: account.subject,
          claims: () => ({ sub: account.subject, name: account.displayName }),
        }
      );
    },
    loadExistingGrant: grantEverythingAsked,
    renderError,
  });
}

/** How access tokens for the API are made. */
export function apiServer(audience: string): ResourceServer {
  return {
    scope: apiScope,
    audience,
    accessTokenTTL: accessTokenSeconds,
    accessTokenFormat: 'jwt',
    jwt: { sign: { alg: signingAlgorithm } },
  };
}

/** The clients are the network's own: signing in to one is agreeing to it. */
async function grantEverythingAsked(ctx: KoaContextWithOIDC) {
  const { client, session, provider } = ctx.oidc;
  const accountId = session?.accountId;
  if (client === undefined || accountId === undefined) return undefined;
  const known = session?.grantIdFor(client.clientId);
  const existing = known === undefined ? undefined : await provider.Grant.find(known);
  const grant = existing ?? new provider.Grant({ clientId: client.clientId, accountId });
  grant.addOIDCScope('openid profile');
  grant.addResourceScope(apiResource, apiScope);
  await grant.save();
  return grant;
}

function logoutSource(ctx: KoaContextWithOIDC, form: string): void {
  const words = texts[languageOf(ctx.req, ctx.oidc.params?.ui_locales)];
  const buttons = `<button form="op.logoutForm" name="logout" value="yes" autofocus>${words.signOut}</button>
<button form="op.logoutForm">${words.stay}</button>`;
  const target = ctx.oidc.params?.post_logout_redirect_uri;
  const targets = typeof target === 'string' && URL.canParse(target) ? [new URL(target).origin] : [];
  sendPageIn(ctx, words.signOutAsk, `${form}${buttons}`, targets);
}

function postLogoutSuccessSource(ctx: KoaContextWithOIDC): void {
  sendPageIn(ctx, texts[languageOf(ctx.req, undefined)].signedOut, '');
}

/** The error's own description may repeat what was sent; the page says what to do instead. */
function renderError(ctx: KoaContextWithOIDC): void {
  const words = texts[languageOf(ctx.req, undefined)];
  sendPageIn(ctx, words.failed, `<p>${words.failedWhat}</p>`);
}

function sendPageIn(
  ctx: KoaContextWithOIDC,
  title: string,
  body: string,
  formTargets: readonly string[] = [],
): void {
  ctx.set(pageHeaders(formTargets));
  ctx.body = renderPage({ language: languageOf(ctx.req, undefined), title, body });
}
