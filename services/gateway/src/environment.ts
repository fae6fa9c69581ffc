/** The only reader of the process's environment: where the graph and its subgraphs are, and what a browser needs. */
import { type Environment, type LogLevel, SettingsReader } from '@stezhka/telemetry';
import type { ProviderOptions } from './browser/provider.js';

export interface GatewaySettings {
  readonly host: string;
  readonly port: number;
  readonly logLevel: LogLevel;
  /** How long requests are still taken after it was told to stop. */
  readonly drainMs: number;
  /** SDL, read from the file that `SUPERGRAPH` names. */
  readonly supergraph: string;
  readonly subgraphs: Readonly<Record<string, { readonly url: readonly string[] }>>;
  /** Absent: there is no portal here, only the graph for those who bring a token. */
  readonly browser?: BrowserSettings;
}

export interface BrowserSettings {
  readonly origins: readonly string[];
  readonly databaseUrl: string;
  readonly databaseMigrationUrl?: string;
  /** The installation's. */
  readonly secret: string;
  readonly provider: ProviderOptions;
  /** Directory of the portal's built files. */
  readonly files: string;
  /** The operations that it was built with. */
  readonly operations: string;
}

/**
 * `SUPERGRAPH`: path of the supergraph's SDL. `SUBGRAPH_<NAME>_URL`: where each subgraph is, with commas between
 * several instances. `ORIGINS`: under which addresses browsers come; with it `DATABASE_URL`, `DATABASE_MIGRATION_URL`,
 * `STEZHKA_SECRET`, `OIDC_ISSUER`, `OIDC_INTERNAL_URL`, `OIDC_CLIENT_ID`, `OIDC_CLIENT_SECRET`, `PORTAL_FILES`,
 * `PORTAL_OPERATIONS`. `PORT` (4000), `HOST` (127.0.0.1), `LOG_LEVEL` (info), `DRAIN_MS` (1000).
 * @throws SettingsFaults
 */
export function readEnvironment(env: Environment): GatewaySettings {
  const from = new SettingsReader(env);
  const settings: GatewaySettings = {
    ...from.process({ port: 4000 }),
    drainMs: from.duration('DRAIN_MS', 1_000),
    supergraph: from.file('SUPERGRAPH'),
    subgraphs: readSubgraphs(from),
    ...(env.ORIGINS ? { browser: readBrowser(from) } : {}),
  };
  from.end();
  return settings;
}

function readSubgraphs(from: SettingsReader): GatewaySettings['subgraphs'] {
  const named = Object.keys(from.env).flatMap((variable) => {
    const name = /^SUBGRAPH_([A-Z0-9_]+)_URL$/.exec(variable)?.[1]?.toLowerCase();
    return name === undefined ? [] : [[name, { url: from.addresses(variable, 'http', 'https') }] as const];
  });
  if (named.length === 0) from.fault('SUBGRAPH_<NAME>_URL is set for no subgraph');
  return Object.fromEntries(named);
}

function readBrowser(from: SettingsReader): BrowserSettings {
  const { env } = from;
  const postgres = ['postgres', 'postgresql'];
  return {
    origins: from.addresses('ORIGINS', 'https', 'http'),
    databaseUrl: from.address('DATABASE_URL', ...postgres),
    ...(env.DATABASE_MIGRATION_URL
      ? { databaseMigrationUrl: from.address('DATABASE_MIGRATION_URL', ...postgres) }
      : {}),
    secret: from.secret('STEZHKA_SECRET'),
    provider: readProvider(from),
    files: env.PORTAL_FILES || 'services/portal/dist',
    operations: from.file('PORTAL_OPERATIONS'),
  };
}

/** An issuer with an internal address is the embedded one, mounted at `/oidc` of every origin; others are discovered. */
function readProvider(from: SettingsReader): ProviderOptions {
  const { OIDC_CLIENT_ID: clientId = 'stezhka-portal', OIDC_CLIENT_SECRET, OIDC_INTERNAL_URL } = from.env;
  const issuer = from.address('OIDC_ISSUER', 'https', 'http');
  const client = {
    clientId,
    scope: 'openid profile api',
    ...(OIDC_CLIENT_SECRET ? { clientSecret: OIDC_CLIENT_SECRET } : {}),
  };
  return OIDC_INTERNAL_URL
    ? { ...client, issuer, path: '/oidc', loopback: from.address('OIDC_INTERNAL_URL', 'http', 'https') }
    : { ...client, discover: issuer };
}
