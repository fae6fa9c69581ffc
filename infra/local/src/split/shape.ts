/** What the split shape consists of: each process with its address, and all that it is told. */
import type { Installation } from '../installation.js';
import type { Program } from './keep-alive.js';

/** Two of each. */
const services = ['registry', 'consent', 'referrals', 'insights'] as const;
const instances = [1, 2] as const;

export interface Instance extends Program {
  /** What it is one of. */
  readonly of: (typeof services)[number] | 'gateway' | 'identity';
  readonly port: number;
}

export interface Told {
  readonly installation: Installation;
  /** Where browsers come: the public origin, and this machine. */
  readonly origins: readonly string[];
  /** `http://127.0.0.1:<port>` of the one address before all of them. */
  readonly front: string;
  readonly eventStoreUrl: string;
  readonly databaseUrl: string;
  readonly databaseMigrationUrl: string;
  /** The vault's keys. */
  readonly keysFile: string;
  readonly demonstration: boolean;
  readonly logLevel: string;
  /** A free port each time. */
  readonly takePort: () => number;
}

export function shapeOf(told: Told): readonly Instance[] {
  const { installation, front, demonstration, takePort } = told;
  const common = { HOST: '127.0.0.1', LOG_LEVEL: told.logLevel };
  const database = { DATABASE_URL: told.databaseUrl, DATABASE_MIGRATION_URL: told.databaseMigrationUrl };
  const issuer = { OIDC_ISSUER: installation.issuer };
  const origins = { ORIGINS: told.origins.join(',') };
  const secret = { STEZHKA_SECRET: installation.secret };

  const instance = (of: Instance['of'], n: number, env: Program['env']): Instance => {
    const port = takePort();
    const script = `infra/programs/dist/${of}.js`;
    return { of, name: `${of}-${n}`, script, port, env: { ...common, ...env, PORT: String(port) } };
  };
  const each = (of: Instance['of'], env: Program['env']) => instances.map((n) => instance(of, n, env));

  const behind = services.flatMap((of) =>
    each(of, {
      ...{ ...database, ...issuer, ...secret, EVENTSTORE_URL: told.eventStoreUrl },
      OIDC_JWKS_URL: `${front}/oidc/jwks`,
      ...(of === 'consent' ? { STEZHKA_KEYS_FILE: told.keysFile } : {}),
    }),
  );
  const identity = each('identity', {
    ...{ ...database, ...issuer, ...origins },
    IDENTITY_SECRET: Buffer.from(installation.identitySecret).toString('base64url'),
    DEMONSTRATION: demonstration ? 'yes' : 'no',
    TRUST_PROXY: 'yes',
  });
  const subgraphs = Object.fromEntries(
    services.map((of) => [`SUBGRAPH_${of.toUpperCase()}_URL`, addressesOf(behind, of)]),
  );
  const gateways = each('gateway', {
    ...{ ...database, ...issuer, ...origins, ...secret, ...subgraphs },
    SUPERGRAPH: 'schema/sdl/supergraph.graphql',
    PORTAL_FILES: 'services/portal/dist',
    PORTAL_OPERATIONS: 'schema/operations/portal.json',
    OIDC_INTERNAL_URL: front,
  });
  return [...behind, ...identity, ...gateways];
}

/** How many instances there are. */
export const instanceCount = (services.length + 2) * instances.length;

function addressesOf(all: readonly Instance[], of: Instance['of']): string {
  return all
    .filter((one) => one.of === of)
    .map(({ port }) => `http://127.0.0.1:${port}/graphql`)
    .join(',');
}
