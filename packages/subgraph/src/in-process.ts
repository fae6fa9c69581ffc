/**
 * A subgraph for a caller in the same process: without HTTP, but with nothing that HTTP would not have carried. The
 * caller hands on header values, and the token in them is verified here as anywhere.
 */
import { createStreams } from '@stezhka/event-stream';
import { type DocumentNode, type FormattedExecutionResult, print } from 'graphql';
import { admit } from './admission.js';
import { formatError } from './answered-error.js';
import type { ContextFactory, RequestHeaders } from './request-context.js';
import { RequestRefused } from './request-refused.js';
import { createSubgraphServer, type SubgraphServerOptions } from './subgraph-server.js';
import type { Results } from './subscription.js';

export interface InProcessRequest {
  /** The document, as text or parsed. */
  readonly query?: string;
  readonly document?: DocumentNode;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
  readonly headers: RequestHeaders;
}

export interface InProcessSubgraph {
  readonly name: string;
  readonly sdl: string;
  /** Never rejects for anything that a client can send; errors are plain objects with code, path and request id. */
  execute(request: InProcessRequest): Promise<FormattedExecutionResult>;
  /** The same for a caller that takes more than one result: of a subscription all, as they come. */
  subscribe(request: InProcessRequest): Promise<FormattedExecutionResult | Results>;
  stop(): Promise<void>;
}

export function createInProcess(
  options: SubgraphServerOptions & { readonly contextFactory: ContextFactory },
): InProcessSubgraph {
  const { subgraph, contextFactory, logger } = options;
  const server = createSubgraphServer(options);
  const streams = createStreams();
  let started = false;

  const run = async (
    { query, document, variables, operationName, headers }: InProcessRequest,
    stream?: { results?: Results },
  ): Promise<FormattedExecutionResult> => {
    const text = query ?? (document ? print(document) : '');
    try {
      const context = await admit(contextFactory, headers, text, logger);
      started = true;
      const { body } = await server.executeOperation(
        {
          query: text,
          ...(variables ? { variables: { ...variables } } : {}),
          ...(operationName ? { operationName } : {}),
        },
        { contextValue: stream ? { ...context, stream } : context },
      );
      if (body.kind !== 'single') throw new Error('incremental delivery is not offered');
      return body.singleResult;
    } catch (error) {
      if (error instanceof RequestRefused) return { errors: [formatError(error.toJSON(), error)] };
      throw error;
    }
  };

  return {
    name: subgraph.name,
    sdl: subgraph.sdl,
    execute: (request) => run(request),
    async subscribe(request) {
      const stream: { results?: Results } = {};
      const result = await run(request, stream);
      return stream.results ? streams.keep(stream.results) : result;
    },
    // The server starts with its first operation, and refuses to stop before.
    async stop() {
      await streams.end();
      if (started) await server.stop();
    },
  };
}
