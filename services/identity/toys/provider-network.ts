/** An identity provider on a real PostgreSQL and a free port, and a browser's part: cookies kept, redirects followed by hand. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ReadModel } from '@stezhka/read-model';
import { listeningLogger, startTemporaryCluster } from '@stezhka/read-model/testing';
import {
  createIdentity,
  type Identity,
  type IdentityOptions,
  type IdentityTables,
  identityMigrations,
} from '../src/index.js';

/** Chosen once; the port that a spec listens on is another. */
export const issuer = 'http://127.0.0.1:4000/oidc';
export const redirectUri = 'http://127.0.0.1:4000/signed-in';

export interface RunningIdentity {
  readonly identity: Identity;
  /** Where the provider really listens, with its path. */
  readonly address: string;
  stop(): Promise<void>;
}

export interface IdentityCluster {
  readonly readModel: ReadModel<IdentityTables>;
  readonly logged: () => string;
  asAdministrator(statement: string): Promise<void>;
  /** As often as wanted, one after another or beside each other, over the same rows. */
  start(options?: Partial<IdentityOptions>): Promise<RunningIdentity>;
  stop(): Promise<void>;
}

export async function startIdentityCluster(): Promise<IdentityCluster> {
  const cluster = await startTemporaryCluster();
  const lines = listeningLogger();
  const readModel = await cluster.readModel<IdentityTables>('identity', identityMigrations);
  return {
    readModel,
    logged: lines.text,
    asAdministrator: cluster.asAdministrator,
    async start(options = {}) {
      const identity = await createIdentity({
        readModel,
        issuer,
        secret: Buffer.alloc(32, 7),
        clients: [
          {
            clientId: 'portal',
            redirectUris: [redirectUri],
            postLogoutRedirectUris: ['http://127.0.0.1:4000/'],
          },
        ],
        logger: lines.logger,
        demonstration: true,
        ...options,
      });
      const server = createServer((request, response) => void identity.handle(request, response));
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      return {
        identity,
        address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/oidc`,
        async stop() {
          await closed(server);
          await identity.stop();
        },
      };
    },
    stop: () => cluster.stop(),
  };
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

export interface Browser {
  readonly cookies: Map<string, string>;
  get(url: string, headers?: Record<string, string>): Promise<Response>;
  submit(url: string, fields: Record<string, string>, headers?: Record<string, string>): Promise<Response>;
}

/** Keeps cookies and follows nothing by itself. */
export function openBrowser(cookies = new Map<string, string>()): Browser {
  const send = async (url: string, init: RequestInit): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { ...(init.headers as Record<string, string>), cookie },
    });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';', 1)[0]?.split(/=(.*)/s) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
  return {
    cookies,
    get: (url, headers = {}) => send(url, { headers }),
    submit: (url, fields, headers = {}) =>
      send(url, { method: 'POST', body: new URLSearchParams(fields), headers }),
  };
}
