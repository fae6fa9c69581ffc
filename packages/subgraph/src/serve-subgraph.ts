/** A subgraph over HTTP, for a gateway in another process. */
import { expressMiddleware } from '@as-integrations/express5';
import { namesEvents, sendEvents } from '@stezhka/event-stream';
import { createHealth, type Health, type Logger, type ServedHttp, serveHttp } from '@stezhka/telemetry';
import express, { type ErrorRequestHandler, type Request, type RequestHandler } from 'express';
import { admit } from './admission.js';
import { type AnswerCode, messageOf } from './answer-code.js';
import { createInProcess, type InProcessSubgraph } from './in-process.js';
import type { ContextFactory, RequestHeaders } from './request-context.js';
import { createSubgraphServer, type SubgraphServerOptions } from './subgraph-server.js';

export interface ServeOptions extends SubgraphServerOptions {
  readonly contextFactory: ContextFactory;
  /** 0 for any free port. */
  readonly port: number;
  readonly host: string;
  /** What `/health/ready` reports; ready if absent. */
  readonly health?: Health;
  /** Whether operations are taken; always if absent. */
  readonly isOpen?: () => boolean;
}

export interface ServedSubgraph {
  /** The address of the GraphQL endpoint. */
  readonly url: string;
  readonly port: number;
  /** Takes no new requests, answers the ones it has, then closes. */
  stop(): Promise<void>;
}

const LARGEST_BODY = '100kb';

/**
 * `POST /graphql`, `/health/live` and `/health/ready`. GraphQL's answers have status 200, refusals included; 400 is a
 * request that could not be executed, 413 one that is too large. 503 means that nothing was begun: the same may be asked
 * of another instance.
 */
export async function serveSubgraph(options: ServeOptions): Promise<ServedSubgraph> {
  const { contextFactory, port, host, logger, health = createHealth(), isOpen = () => true } = options;
  const server = createSubgraphServer(options);
  await server.start();
  const inside = createInProcess(options);
  let served: ServedHttp | undefined;
  const app = express();
  app.disable('x-powered-by');
  // An answer that nobody may store needs no name to be asked for again by.
  app.disable('etag');
  app.use(notStored);
  app.use(
    '/graphql',
    onlyPosted,
    whileOpen(() => isOpen() && !served?.isDraining()),
    express.json({ limit: LARGEST_BODY }),
    asEvents(inside),
    expressMiddleware(server, {
      context: ({ req }) =>
        admit(contextFactory, headersOf(req), (req.body as { query?: unknown } | undefined)?.query, logger),
    }),
  );
  app.use(unanswered(logger));
  served = await serveHttp({ host, port, health, answer: app });
  const { port: bound, stop } = served;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}/graphql`,
    port: bound,
    async stop() {
      // No more is taken from here on; streams have no end of their own, and are given one.
      const stopping = stop();
      await inside.stop();
      await stopping;
      await server.stop();
    },
  };
}

const notStored: RequestHandler = (_request, response, next) => {
  response.set('cache-control', 'no-store');
  next();
};

/** A query in an address would stand in the logs of everything on its way. */
const onlyPosted: RequestHandler = (request, response, next) => {
  if (request.method === 'POST') return next();
  response.status(405).set('allow', 'POST').json(answered('BAD_REQUEST'));
};

const headersOf = (request: Request): RequestHeaders => ({
  authorization: request.get('authorization'),
  'x-stezhka-after': request.get('x-stezhka-after'),
  'x-request-id': request.get('x-request-id'),
});

/** For a caller that takes events: Apollo Server answers once and no more. */
function asEvents(inside: InProcessSubgraph): RequestHandler {
  return async (request, response, next) => {
    if (!namesEvents(request.get('accept'))) return next();
    const { query, variables, operationName } = (request.body ?? {}) as Record<string, unknown>;
    const isWellFormed =
      typeof query === 'string' &&
      (operationName == null || typeof operationName === 'string') &&
      (variables == null || (typeof variables === 'object' && !Array.isArray(variables)));
    if (!isWellFormed) return void response.status(400).json(answered('BAD_REQUEST'));
    const result = await inside.subscribe({
      query,
      headers: headersOf(request),
      ...(operationName == null ? {} : { operationName }),
      ...(variables == null ? {} : { variables: variables as Record<string, unknown> }),
    });
    if (!('next' in result)) return void response.json(result);
    await sendEvents(response, result);
  };
}

function whileOpen(isOpen: () => boolean): RequestHandler {
  return (_request, response, next) => {
    if (isOpen()) return next();
    response.status(503).set('connection', 'close').json(answered('UNAVAILABLE'));
  };
}

/** What never reached GraphQL is answered in GraphQL's shape all the same. */
function unanswered(logger: Logger): ErrorRequestHandler {
  return (error: { status?: unknown }, _request, response, next) => {
    if (response.headersSent) return next(error);
    const status = typeof error.status === 'number' && error.status < 500 ? error.status : 500;
    const code = status === 413 ? 'TOO_LARGE' : status < 500 ? 'BAD_REQUEST' : 'INTERNAL';
    if (code === 'INTERNAL') logger.error('graphql.http_failed', { error });
    response.status(status).json(answered(code));
  };
}

function answered(code: AnswerCode): object {
  return { errors: [{ message: messageOf(code), extensions: { code, possible: [] } }] };
}
