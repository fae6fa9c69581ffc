/**
 * A process's one port. Beside what it answers stand `/health/live` and `/health/ready`; and it ends without losing a
 * request: first it only says that it is not ready, so that whoever balances can look away, then it takes no more, and
 * what it has is answered.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { Health } from './health.js';
import { restingConnections } from './resting-connections.js';

export interface ServeHttpOptions {
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
  readonly health: Health;
  answer(request: IncomingMessage, response: ServerResponse): void;
  /** How long it still takes requests after it has said that it is not ready, in milliseconds; 0 if absent. */
  readonly drainMs?: number;
}

/** Longer than any answer takes. */
const ANSWERED_WITHIN_MS = 8_000;

export interface ServedHttp {
  readonly port: number;
  /** It was told to stop: what comes now came from a caller that has not noticed. */
  isDraining(): boolean;
  /** Resolves when everything is answered. May be called twice. */
  stop(): Promise<void>;
}

export async function serveHttp(options: ServeHttpOptions): Promise<ServedHttp> {
  const { host, port, health, answer, drainMs = 0 } = options;
  let draining = false;
  const server = createServer((request, response) => {
    // Nobody keeps a connection to a process that is about to go.
    if (draining) response.setHeader('connection', 'close');
    const path = request.url?.split('?', 1)[0];
    if (path === '/health/live') reply(response, 200, { live: true });
    else if (path === '/health/ready') void tell(health, response);
    else answer(request, response);
  });
  const resting = restingConnections(server);
  server.requestTimeout = 30_000;
  // Longer than a client or a proxy keeps its own: none is used again in the moment of being closed.
  server.keepAliveTimeout = 65_000;
  await listening(server, port, host);

  let stopped: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    draining = true;
    health.contribute('process', () => ({ ready: false, reason: 'draining' }));
    await delay(drainMs);
    const closed = new Promise((resolve) => server.close(resolve));
    resting.end();
    // What has no end of its own, a stream or a caller who has fallen silent, would hold the stop for ever.
    setTimeout(() => server.closeAllConnections(), ANSWERED_WITHIN_MS).unref();
    await closed;
  };
  return {
    port: (server.address() as AddressInfo).port,
    isDraining: () => draining,
    stop: () => (stopped ??= stop()),
  };
}

function listening(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

async function tell(health: Health, response: ServerResponse): Promise<void> {
  const report = await health.report();
  reply(response, report.ready ? 200 : 503, report);
}

function reply(response: ServerResponse, status: number, body: object): void {
  response
    .writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    .end(JSON.stringify(body));
}
