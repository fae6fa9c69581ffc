/**
 * Hive's planners hand their fetches to this transport. It takes the caller's headers only from where Hive's header
 * propagation puts them, so a header cannot reach a subgraph in a way that Hive does not know of.
 */
import { defaultPrintFn, type Transport } from '@graphql-mesh/transport-common';
import type { ExecutionRequest, ExecutionResult } from '@graphql-tools/utils';
import type { Logger } from '@stezhka/telemetry';
import { codedError } from './refusals.js';
import { remoteSubgraph } from './subgraph.http.js';
import type { InProcessSubgraph, Subgraph, SubgraphHeaders, SubgraphResult } from './subgraph.js';
import { rebuildError } from './subgraph-errors.js';

export interface TransportOptions {
  /** By the names that the supergraph was composed with. */
  readonly subgraphs: Readonly<Record<string, Subgraph>>;
  readonly timeoutMs: number;
  readonly logger: Logger;
  /** Called when a subgraph says that its rows are older than what the caller has already seen. */
  onStale(context: object): void;
}

export function subgraphTransport(options: TransportOptions): Transport {
  const { timeoutMs, logger } = options;
  const reached = new Map(
    Object.entries(options.subgraphs).map(([name, configured]) => [
      name,
      'url' in configured ? remoteSubgraph(configured, timeoutMs) : configured,
    ]),
  );
  return {
    getSubgraphExecutor({ subgraphName }) {
      const subgraph = reached.get(subgraphName);
      if (subgraph === undefined)
        throw new Error(`The supergraph names ${subgraphName}, which has no address`);
      return async (request): Promise<ExecutionResult> => {
        const result = await ask(subgraph, request).catch((error: unknown) => {
          const { 'x-request-id': requestId } = headersOf(request);
          logger.error('gateway.subgraph_unavailable', { component: subgraphName, requestId, error });
          return unavailable(request);
        });
        if (result.extensions?.stale === true && isObject(request.context)) options.onStale(request.context);
        return {
          ...(result.data === undefined ? {} : { data: result.data }),
          ...(result.errors?.length ? { errors: result.errors.map(rebuildError) } : {}),
        };
      };
    },
  };
}

function ask(subgraph: InProcessSubgraph, request: ExecutionRequest): Promise<SubgraphResult> {
  const { document, variables, operationName } = request;
  return subgraph.execute({
    query: defaultPrintFn(document),
    headers: headersOf(request),
    ...(variables == null ? {} : { variables }),
    ...(operationName === undefined ? {} : { operationName }),
  });
}

function headersOf({ extensions }: ExecutionRequest): SubgraphHeaders {
  return (extensions as { headers?: SubgraphHeaders } | undefined)?.headers ?? {};
}

function unavailable({ operationType }: ExecutionRequest): SubgraphResult {
  const message =
    operationType === 'mutation'
      ? 'One of the services did not answer. It may have done what was asked: send the same command again with the same key.'
      : 'One of the services did not answer. Try again.';
  return { data: null, errors: [codedError('UNAVAILABLE', message)] };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
