/**
 * A subgraph behind HTTP. Written out instead of taken from Hive because Hive's executor merges identical requests in
 * flight and quotes addresses and answers in its errors; this one has nothing to merge with and quotes nothing.
 */
import type { InProcessSubgraph, SubgraphResult } from './subgraph.js';

/** `timeoutMs` is how long an answer may take; afterwards, and on any other fault of transport, `execute` rejects. */
export function remoteSubgraph(url: string, timeoutMs: number): InProcessSubgraph {
  return {
    async execute({ headers, query, variables, operationName }) {
      const response = await fetch(url, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ query, variables, operationName }),
        // A redirect would carry the caller's token to wherever it points.
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      });
      const result: unknown = await response.json();
      if (!isResult(result)) throw new UnreadableAnswer();
      return result;
    },
  };
}

class UnreadableAnswer extends Error {
  readonly code = 'UNREADABLE_ANSWER';
}

/** Refusals come with statuses of their own, so the shape decides and not the status. */
function isResult(value: unknown): value is SubgraphResult {
  if (typeof value !== 'object' || value === null) return false;
  const { data, errors } = value as Record<string, unknown>;
  const wellFormedErrors =
    Array.isArray(errors) &&
    errors.every((error) => typeof error === 'object' && error !== null && typeof error.message === 'string');
  return (errors === undefined && typeof data === 'object') || wellFormedErrors;
}
