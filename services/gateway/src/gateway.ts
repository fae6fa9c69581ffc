/**
 * One GraphQL endpoint over the subgraphs. It plans, forwards the caller's credentials and merges; it decides nothing
 * about who may see what, because every subgraph verifies the token and authorises for itself.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from '@stezhka/telemetry';
import { type Answer, answerFault, answerRefusal, answerResult, saysUnauthenticated } from './answer.js';
import type { BrowserBackend } from './browser/backend.js';
import { type Listening, type ListenOptions, listen } from './listen.js';
import { createOperationCheck } from './operation-check.js';
import { defaultLimits, type OperationLimits } from './operation-limits.js';
import { type Refusal, unauthenticated } from './refusals.js';
import { type IntakeOptions, type OperationParams, takeRequest } from './request-intake.js';
import { forwardedHeaders, type Subgraph } from './subgraph.js';
import { subgraphTransport } from './subgraph-transport.js';
import { subgraphNames } from './supergraph-names.js';
import { createSupergraphRuntime, type Planner } from './supergraph-runtime.js';

export interface GatewayOptions {
  /** SDL composed by `composeSupergraph`. */
  readonly supergraph: string;
  /** Every subgraph that the supergraph names, in this process or behind a URL. */
  readonly subgraphs: Readonly<Record<string, Subgraph>>;
  readonly logger: Logger;
  /** A new id for each request, sent to subgraphs and returned as `x-request-id`. */
  readonly newRequestId: () => string;
  /** `rust` if absent. */
  readonly planner?: Planner;
  /** Introspection is refused if absent. */
  readonly allowIntrospection?: boolean;
  readonly limits?: Partial<OperationLimits>;
  /** How long a remote subgraph may take to answer, in milliseconds; 15 000 if absent. */
  readonly subgraphTimeoutMs?: number;
  /**
   * Makes identical queries in flight share one answer whoever asks. Exists so that a test can show it would notice;
   * with it on, one user is given another's rows.
   */
  readonly mergeInFlight?: boolean;
}

/** What stands behind a request that brings a session instead of a bearer token. */
export interface SessionCall
  extends Required<Pick<IntakeOptions, 'documents'>>,
    Pick<IntakeOptions, 'refusal'> {
  /** The Authorization value to forward; a refusal if there is none. Asked once the request is known to be one. */
  authorization(): Promise<string | Refusal>;
  /** A subgraph knows nobody by it: before the answer is sent. */
  ended(): Promise<void>;
}

export interface Gateway {
  /** Answers a request on any path; for mounting beside other handlers on a `node:http` server. Never rejects. */
  handle(request: IncomingMessage, response: ServerResponse, session?: SessionCall): Promise<void>;
  /** Serves `/graphql` and health, and with a back end for browsers all the rest. Port 0 takes a free one. Ended by `stop`. */
  listen(options: ListenOptions, backend?: Pick<BrowserBackend, 'handle'>): Promise<Listening>;
  /** Lets operations in flight end, then releases everything. May be called twice. */
  stop(): Promise<void>;
}

/** Resolves when queries can be answered. Rejects if a subgraph that the supergraph names is not given. */
export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const absent = subgraphNames(options.supergraph).filter((name) => !Object.hasOwn(options.subgraphs, name));
  if (absent.length > 0) throw new Error(`No address is given for ${absent.join(', ')}`);
  const { logger, newRequestId, mergeInFlight = false, planner = 'rust' } = options;
  const stale = new WeakSet<object>();
  const runtime = createSupergraphRuntime({
    supergraph: options.supergraph,
    planner,
    mergeInFlight,
    transport: subgraphTransport({
      subgraphs: options.subgraphs,
      timeoutMs: options.subgraphTimeoutMs ?? 15_000,
      logger,
      onStale: (context) => stale.add((context as { request: Request }).request),
    }),
    check: createOperationCheck({
      limits: { ...defaultLimits, ...options.limits },
      allowIntrospection: options.allowIntrospection ?? false,
    }),
    onUnexpected: (error) => logger.error('gateway.unexpected_error', { error }),
  });
  await runtime.getSchema();

  const execute = async (params: OperationParams, headers: Headers, requestId: string): Promise<Answer> => {
    const request = new Request('http://gateway/graphql', { method: 'POST', headers });
    const result: unknown = await runtime.getResultForParams({ params: { ...params }, request }, { request });
    return answerResult(result, stale.has(request), requestId);
  };

  const answerSession = async (
    session: SessionCall,
    params: OperationParams,
    headers: Headers,
    requestId: string,
  ): Promise<Answer> => {
    const authorization = await session.authorization();
    if (typeof authorization !== 'string') return answerRefusal(authorization, requestId);
    headers.set('authorization', authorization);
    const given = await execute(params, headers, requestId);
    if (!saysUnauthenticated(given)) return given;
    await session.ended();
    return answerRefusal(unauthenticated, requestId);
  };

  const answer = async (
    incoming: IncomingMessage,
    requestId: string,
    session: SessionCall | undefined,
  ): Promise<Answer> => {
    try {
      const intake = await takeRequest(incoming, session);
      if ('refusal' in intake) return answerRefusal(intake.refusal, requestId);
      const headers = forwarded(incoming, requestId);
      return session === undefined
        ? await execute(intake.params, headers, requestId)
        : await answerSession(session, intake.params, headers, requestId);
    } catch (error) {
      logger.error('gateway.unexpected_error', { requestId, error });
      return answerFault(requestId);
    }
  };

  const inFlight = new Set<Promise<void>>();
  const servers = new Set<Listening>();
  let stopped: Promise<void> | undefined;
  const gateway: Gateway = {
    handle(incoming, response, session) {
      const requestId = newRequestId();
      const handled = answer(incoming, requestId, session).then((given) => send(response, given, requestId));
      inFlight.add(handled);
      return handled.finally(() => inFlight.delete(handled));
    },
    async listen(where, backend) {
      const listening = await listen(gateway.handle, where, backend?.handle);
      servers.add(listening);
      return listening;
    },
    stop() {
      stopped ??= (async () => {
        await Promise.all([...servers].map((server) => server.close()));
        await Promise.all(inFlight);
        await runtime[Symbol.asyncDispose]();
      })();
      return stopped;
    },
  };
  return gateway;
}

function forwarded({ headers }: IncomingMessage, requestId: string): Headers {
  const taken = new Headers();
  for (const name of forwardedHeaders) {
    const value = headers[name];
    if (typeof value === 'string') taken.set(name, value);
  }
  taken.set('x-request-id', requestId);
  return taken;
}

function send(response: ServerResponse, { status, body }: Answer, requestId: string): void {
  if (response.destroyed) return;
  const text = Buffer.from(JSON.stringify(body));
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': text.length,
    // An answer is one user's; no cache on the way may keep it.
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-request-id': requestId,
    ...(status === 405 ? { allow: 'POST' } : {}),
    ...(response.req.complete ? {} : { connection: 'close' }),
  });
  response.end(text);
}
