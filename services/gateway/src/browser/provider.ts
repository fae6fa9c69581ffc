/**
 * The OpenID provider as this back end speaks to it. The embedded one has a name for an issuer, not an address: the
 * browser finds it on the origin it is on already, and tokens are fetched beside it. Any other is found by discovery.
 */
import {
  allowInsecureRequests,
  ClientSecretBasic,
  Configuration,
  discovery,
  enableNonRepudiationChecks,
  None,
} from 'openid-client';

export type ProviderOptions = EmbeddedProvider | DiscoveredProvider;

interface Client {
  readonly clientId: string;
  /** A public client, with PKCE alone, if absent. */
  readonly clientSecret?: string;
  /** What is asked for; `openid profile` if absent. */
  readonly scope?: string;
}

export interface EmbeddedProvider extends Client {
  /** The identifier in its tokens. */
  readonly issuer: string;
  /** Where it is mounted on every origin of this back end: `/oidc`. */
  readonly path: string;
  /** Where this process reaches it: `http://127.0.0.1:4600`. */
  readonly loopback: string;
}

export interface DiscoveredProvider extends Client {
  /** Where its metadata is: the issuer's identifier. */
  readonly discover: string;
}

export interface SignInProvider {
  readonly scope: string;
  readonly clientId: string;
  /** Rejects if the provider cannot be reached; asked again, it tries again. */
  configuration(): Promise<Configuration>;
  /** Where to send the browser: a path for a provider on the own origin, else the whole address. */
  location(url: URL): string;
}

export function signInProvider(options: ProviderOptions): SignInProvider {
  const { clientId, scope = 'openid profile' } = options;
  if ('loopback' in options) {
    const configuration = Promise.resolve(embedded(options));
    return {
      scope,
      clientId,
      configuration: () => configuration,
      location: (url) => url.pathname + url.search,
    };
  }
  let known: Promise<Configuration> | undefined;
  return {
    scope,
    clientId,
    configuration() {
      known ??= discovered(options).catch((error: unknown) => {
        known = undefined;
        throw error;
      });
      return known;
    },
    location: (url) => url.href,
  };
}

const timeoutSeconds = 10;

function embedded({ issuer, loopback, path, clientId, clientSecret }: EmbeddedProvider): Configuration {
  const at = (endpoint: string) => `${loopback}${path}/${endpoint}`;
  const configuration = new Configuration(
    {
      issuer,
      authorization_endpoint: at('auth'),
      token_endpoint: at('token'),
      revocation_endpoint: at('token/revocation'),
      jwks_uri: at('jwks'),
      id_token_signing_alg_values_supported: ['ES256'],
      authorization_response_iss_parameter_supported: true,
    },
    clientId,
    {},
    authentication(clientSecret),
  );
  configuration.timeout = timeoutSeconds;
  allowInsecureRequests(configuration);
  enableNonRepudiationChecks(configuration);
  return configuration;
}

/** Over http only where the operator wrote http. */
function discovered({ discover, clientId, clientSecret }: DiscoveredProvider): Promise<Configuration> {
  const issuer = new URL(discover);
  return discovery(issuer, clientId, {}, authentication(clientSecret), {
    timeout: timeoutSeconds,
    execute: [enableNonRepudiationChecks, ...(issuer.protocol === 'http:' ? [allowInsecureRequests] : [])],
  });
}

const authentication = (secret: string | undefined) =>
  secret === undefined ? None() : ClientSecretBasic(secret);
