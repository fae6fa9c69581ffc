/** The network's one address: the graph, the embedded provider, and whether all is well. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Gateway } from '@stezhka/gateway';
import type { Identity } from '@stezhka/identity';
import type { RunningService } from '@stezhka/subgraph';

export interface Listening {
  readonly port: number;
  stop(): Promise<void>;
}

/** The port is held by another process. */
export class PortTaken extends Error {
  override readonly name = 'PortTaken';
  constructor(readonly port: number) {
    super(`port ${port} is taken`);
  }
}

export async function listenOn(options: {
  readonly port: number;
  readonly gateway: Gateway;
  readonly identity: Identity;
  readonly running: Readonly<Record<string, RunningService>>;
}): Promise<Listening> {
  const { gateway, identity, running } = options;
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0]!;
    if (path === '/graphql') return void gateway.handle(request, response);
    if (path === '/oidc' || path.startsWith('/oidc/')) return void identity.handle(request, response);
    if (path === '/health/live') return answer(response, 200, { live: true });
    if (path === '/health/ready') return answer(response, ...readiness(running));
    return unknown(request, response);
  });
  // Longer than a client or a proxy keeps its own: none is used again in the moment of being closed.
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortTaken(options.port) : error),
    );
    server.listen(options.port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      // A connection that is kept open without a request would hold the stop for ever.
      setTimeout(() => server.closeAllConnections(), 2_000).unref();
      await closed;
    },
  };
}

function readiness(running: Readonly<Record<string, RunningService>>): [number, object] {
  const parts = Object.fromEntries(
    Object.entries(running).map(([name, { projections, workflows }]) => {
      const { ready, ...rest } = projections.health();
      const stalled = workflows.stalled();
      return [name, { ready: ready && stalled.length === 0, ...rest, stalled }];
    }),
  );
  const ready = Object.values(parts).every((part) => part.ready);
  return [ready ? 200 : 503, { ready, parts }];
}

function unknown(_request: IncomingMessage, response: ServerResponse): void {
  answer(response, 404, {
    errors: [
      {
        message: 'Not found.',
        extensions: { code: 'NOT_FOUND', possible: ['/graphql', '/oidc', '/health/ready'] },
      },
    ],
  });
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(JSON.stringify(body));
}
