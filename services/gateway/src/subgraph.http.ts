/**
 * A subgraph behind HTTP. Written out instead of taken from Hive because Hive's executor merges identical requests in
 * flight and quotes addresses and answers in its errors; this one has nothing to merge with and quotes nothing.
 */
import { instancesAt } from './instances.js';
import type { InProcessSubgraph, RemoteSubgraph, SubgraphRequest, SubgraphResult } from './subgraph.js';

/** `timeoutMs` is how long an answer may take; afterwards, and on any other fault of transport, `execute` rejects. */
export function remoteSubgraph({ url }: RemoteSubgraph, timeoutMs: number): InProcessSubgraph {
  const instances = instancesAt(typeof url === 'string' ? [url] : url);
  const isFinal = (error: unknown) => error instanceof UnreadableAnswer;
  return {
    // Sent once more to another, a query asks the same and a mutation takes effect once: it carries its key.
    execute(request) {
      const signal = AbortSignal.timeout(timeoutMs);
      return instances.ask((address) => ask(address, request, signal), { signal, isFinal });
    },
  };
}

async function ask(
  address: string,
  { headers, query, variables, operationName }: SubgraphRequest,
  signal: AbortSignal,
): Promise<SubgraphResult> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query, variables, operationName }),
    // A redirect would carry the caller's token to wherever it points.
    redirect: 'error',
    signal,
  });
  if (response.status === 503) {
    await response.body?.cancel();
    throw new NotTaken();
  }
  const result: unknown = await response.json();
  if (!isResult(result)) throw new UnreadableAnswer();
  return result;
}

/** It is starting or ending, and has begun nothing. */
class NotTaken extends Error {
  readonly code = 'NOT_TAKEN';
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
