/**
 * The network as it runs when it has grown: each service a process of its own beside stores that it did not start,
 * behind a gateway that knows addresses and nothing else. Begins with what an embedded installation has left.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { startNode } from '@stezhka/event-store-node';
import { createGateway, type Gateway } from '@stezhka/gateway';
import { createIdentity, type Identity, type IdentityTables, identityMigrations } from '@stezhka/identity';
import { openInstallation } from '@stezhka/local';
import { createReadModel, provisionDatabase } from '@stezhka/read-model';
import { startEmbeddedPostgres } from '@stezhka/read-model/embedded';
import { createLogger } from '@stezhka/telemetry';
import { endServices, type ServiceProcess, startService } from './service-process.js';

export interface Apart {
  /** The gateway and the provider. */
  readonly address: string;
  readonly services: readonly ServiceProcess[];
  /** Ends everything that is left, the services by force. */
  stop(): Promise<void>;
}

const names = ['registry', 'consent', 'referrals', 'insights'] as const;
const supergraph = new URL('../../../schema/sdl/supergraph.graphql', import.meta.url);
const logger = createLogger({ service: 'test', level: 'silent' });

export async function startApart(dir: string): Promise<Apart> {
  const opened: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    await endServices();
    for (const close of opened.splice(0).reverse()) await close();
  };
  try {
    const node = await startNode({ dir: join(dir, 'events') });
    opened.push(() => node.stop());
    const postgres = await startEmbeddedPostgres({ dir: join(dir, 'postgres'), logger });
    opened.push(() => postgres.stop());
    const adminUrl = postgres.adminUrl();
    const installation = await openInstallation(dir, () => new Date());
    const { identity, close } = await openIdentity(adminUrl, installation);
    opened.push(close);
    const front = await openFront(identity);
    opened.push(front.close);

    const settings = {
      ...{ PORT: '0', LOG_LEVEL: 'info', EVENTSTORE_URL: node.connectionString },
      ...{ DATABASE_URL: adminUrl, DATABASE_MIGRATION_URL: adminUrl },
      ...{ OIDC_ISSUER: identity.issuer, OIDC_JWKS_URL: `${front.address}/oidc/jwks` },
      ...{ STEZHKA_SECRET: installation.secret, STEZHKA_KEYS_FILE: await keysFile(dir, installation) },
    };
    const services = names.map((name) => startService(name, settings));
    const subgraphs = await Promise.all(
      services.map(async ({ name, ready }) => [name, { url: `http://127.0.0.1:${await ready}/graphql` }]),
    );
    const gateway = await createGateway({
      supergraph: await readFile(supergraph, 'utf8'),
      subgraphs: Object.fromEntries(subgraphs),
      logger,
      newRequestId: () => crypto.randomUUID(),
    });
    opened.push(() => gateway.stop());
    front.serve(gateway);
    return { address: front.address, services, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

type Installation = Awaited<ReturnType<typeof openInstallation>>;

async function openIdentity(adminUrl: string, { issuer, identitySecret }: Installation) {
  const urls = await provisionDatabase({ adminUrl, service: 'identity' });
  const options = { ...urls, service: 'identity', migrations: identityMigrations, logger };
  const readModel = createReadModel<IdentityTables>(options);
  await readModel.migrate();
  const secret = identitySecret;
  const identity = await createIdentity({
    readModel,
    issuer,
    secret,
    clients: [],
    demonstration: true,
    logger,
  });
  const close = async () => {
    await identity.stop();
    await readModel.close();
  };
  return { identity, close };
}

/** One address for the provider and, as soon as there is one, the gateway. */
async function openFront(identity: Identity) {
  let gateway: Gateway | undefined;
  const server: Server = createServer((request, response) => {
    if (request.url !== '/graphql') return void identity.handle(request, response);
    if (gateway) return void gateway.handle(request, response);
    response.writeHead(503).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    serve: (given: Gateway) => {
      gateway = given;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function keysFile(dir: string, { keyRing }: Installation): Promise<string> {
  const { current } = keyRing;
  const path = join(dir, 'keys.json');
  const keys = { [current]: Buffer.from(keyRing.key(current)!).toString('base64url') };
  await writeFile(path, JSON.stringify({ current, keys }), { mode: 0o600 });
  return path;
}
