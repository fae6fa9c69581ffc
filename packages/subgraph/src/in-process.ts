/**
 * A subgraph for a caller in the same process: without HTTP, but with nothing that HTTP would not have carried. The
 * caller hands on header values, and the token in them is verified here as anywhere.
 */
import { type DocumentNode, type FormattedExecutionResult, print } from 'graphql';
import { admit } from './admission.js';
import { formatError } from './answered-error.js';
import type { ContextFactory, RequestHeaders } from './request-context.js';
import { RequestRefused } from './request-refused.js';
import { createSubgraphServer, type SubgraphServerOptions } from './subgraph-server.js';

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
  stop(): Promise<void>;
}

export function createInProcess(
  options: SubgraphServerOptions & { readonly contextFactory: ContextFactory },
): InProcessSubgraph {
  const { subgraph, contextFactory, logger } = options;
  const server = createSubgraphServer(options);
  let started = false;
  return {
    name: subgraph.name,
    sdl: subgraph.sdl,
    async execute({ query, document, variables, operationName, headers }) {
      const text = query ?? (document ? print(document) : '');
      try {
        const contextValue = await admit(contextFactory, headers, text, logger);
        started = true;
        const { body } = await server.executeOperation(
          {
            query: text,
            ...(variables ? { variables: { ...variables } } : {}),
            ...(operationName ? { operationName } : {}),
          },
          { contextValue },
        );
        if (body.kind !== 'single') throw new Error('incremental delivery is not offered');
        return body.singleResult;
      } catch (error) {
        if (error instanceof RequestRefused) return { errors: [formatError(error.toJSON(), error)] };
        throw error;
      }
    },
    // The server starts with its first operation, and refuses to stop before.
    stop: async () => (started ? server.stop() : undefined),
  };
}
