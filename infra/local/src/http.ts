/** The network's one address: the portal and its graph, the embedded provider, and whether all is well. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserBackend } from '@stezhka/gateway';
import type { Identity } from '@stezhka/identity';
import type { RunningService } from '@stezhka/subgraph';
import { readProxy } from './proxy.js';

export interface Listening {
  readonly port: number;
  /** From now on requests are answered; until then they are told to come again. */
  serve(parts: Served): void;
  stop(): Promise<void>;
}

export interface Served {
  readonly browser: BrowserBackend;
  readonly identity: Identity;
  readonly running: Readonly<Record<string, RunningService>>;
}

/** The port is held by another process. */
export class PortTaken extends Error {
  override readonly name = 'PortTaken';
  constructor(readonly port: number) {
    super(`port ${port} is taken`);
  }
}

/** Takes the port before anything is built on it: the provider must know the addresses that it sends browsers back to. */
export async function listenOn(port: number, publicOrigin?: string): Promise<Listening> {
  let served: Served | undefined;
  const server = createServer((request, response) => {
    if (served === undefined) return answer(response, 503, { ready: false });
    if (publicOrigin) readProxy(request, publicOrigin);
    const { browser, identity, running } = served;
    const path = (request.url ?? '/').split('?', 1)[0]!;
    if (path === '/oidc' || path.startsWith('/oidc/')) return void identity.handle(request, response);
    if (path === '/health/live') return answer(response, 200, { live: true });
    if (path === '/health/ready') return answer(response, ...readiness(running));
    return void browser.handle(request, response);
  });
  // Longer than a client or a proxy keeps its own: none is used again in the moment of being closed.
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortTaken(port) : error),
    );
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    serve(parts) {
      served = parts;
    },
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

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(JSON.stringify(body));
}
