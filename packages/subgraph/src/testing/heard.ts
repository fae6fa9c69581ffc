/** A toy subgraph in the process, with everything that was logged and answered kept as text to search in. */

import { createPositionTokens } from '@stezhka/event-store';
import { createLogger } from '@stezhka/telemetry';
import { Refusal } from '@stezhka/vocabulary';
import type { FormattedExecutionResult } from 'graphql';
import { createInProcess, type InProcessRequest } from '../in-process.js';
import { type ContextFactoryDeps, createContextFactory } from '../request-context.js';
import type { Subgraph } from '../subgraph.js';
import { caseworker } from './toy-subgraphs.js';

/** Knows one token. */
export const authenticate: ContextFactoryDeps['authenticate'] = async (authorization) => {
  if (authorization === undefined) return undefined;
  if (authorization !== 'Bearer known') throw new Refusal('UNAUTHENTICATED');
  return caseworker;
};

export function hearing(subgraph: Subgraph, deps: Partial<ContextFactoryDeps> = {}) {
  const heard: string[] = [];
  const logger = createLogger({ service: 'toy', destination: { write: (line) => void heard.push(line) } });
  const contextFactory = createContextFactory({
    authenticate,
    tokens: createPositionTokens('toy'),
    waitFor: async () => true,
    ...deps,
  });
  const inside = createInProcess({ subgraph, contextFactory, logger });
  return {
    logger,
    contextFactory,
    /** Everything that left the subgraph, by answer or by log. */
    said: () => heard.join(''),
    async ask(
      query: string,
      variables?: Record<string, unknown>,
      rest: Partial<InProcessRequest> = {},
    ): Promise<FormattedExecutionResult> {
      const headers = { authorization: 'Bearer known' };
      const result = await inside.execute({ query, headers, ...(variables ? { variables } : {}), ...rest });
      heard.push(JSON.stringify(result));
      return result;
    },
  };
}
