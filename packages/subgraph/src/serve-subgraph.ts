/** A subgraph over HTTP, for a gateway in another process. */
import { expressMiddleware } from '@as-integrations/express5';
import { createHealth, type Health, type Logger, type ServedHttp, serveHttp } from '@stezhka/telemetry';
import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import { admit } from './admission.js';
import { type AnswerCode, messageOf } from './answer-code.js';
import type { ContextFactory } from './request-context.js';
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
  let served: ServedHttp | undefined;
  const app = express();
  app.disable('x-powered-by');
  app.use(notStored);
  app.use(
    '/graphql',
    onlyPosted,
    whileOpen(() => isOpen() && !served?.isDraining()),
    express.json({ limit: LARGEST_BODY }),
    expressMiddleware(server, {
      context: ({ req }) =>
        admit(
          contextFactory,
          {
            authorization: req.get('authorization'),
            'x-stezhka-after': req.get('x-stezhka-after'),
            'x-request-id': req.get('x-request-id'),
          },
          (req.body as { query?: unknown } | undefined)?.query,
          logger,
        ),
    }),
  );
  app.use(unanswered(logger));
  served = await serveHttp({ host, port, health, answer: app });
  const { port: bound, stop } = served;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}/graphql`,
    port: bound,
    async stop() {
      await stop();
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
