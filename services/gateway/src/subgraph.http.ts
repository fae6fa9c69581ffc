/**
 * A subgraph behind HTTP. Written out instead of taken from Hive because Hive's executor merges identical requests in
 * flight and quotes addresses and answers in its errors; this one has nothing to merge with and quotes nothing.
 */
import { endable, eventStreamType, namesEvents, readEvents, type Stream } from '@stezhka/event-stream';
import { instancesAt } from './instances.js';
import type { InProcessSubgraph, RemoteSubgraph, SubgraphRequest, SubgraphResult } from './subgraph.js';

/**
 * `timeoutMs` is how long an answer may take to begin, and to end unless it is a stream; afterwards, and on any other
 * fault of transport, `execute`, `subscribe` and the stream reject.
 */
export function remoteSubgraph({ url }: RemoteSubgraph, timeoutMs: number): Required<InProcessSubgraph> {
  const instances = instancesAt(typeof url === 'string' ? [url] : url);
  const isFinal = (error: unknown) => error instanceof UnreadableAnswer;
  return {
    // Sent once more to another, a query asks the same and a mutation takes effect once: it carries its key.
    execute(request) {
      const signal = AbortSignal.timeout(timeoutMs);
      const asked = async (address: string) =>
        resultIn(await (await ask(address, request, 'application/json', signal)).json());
      return instances.ask(asked, { signal, isFinal });
    },
    async subscribe(request) {
      const ending = new AbortController();
      const { signal } = ending;
      const beginning = setTimeout(() => ending.abort(), timeoutMs);
      const asked = async (address: string) => {
        const response = await ask(address, request, `${eventStreamType}, application/json`, signal);
        const type = response.headers.get('content-type') ?? '';
        if (!namesEvents(type) || !response.body) return resultIn(await response.json());
        return results(response.body, ending);
      };
      try {
        return await instances.ask(asked, { signal, isFinal });
      } finally {
        clearTimeout(beginning);
      }
    },
  };
}

async function ask(
  address: string,
  { headers, query, variables, operationName }: SubgraphRequest,
  accept: string,
  signal: AbortSignal,
): Promise<Response> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json', accept },
    body: JSON.stringify({ query, variables, operationName }),
    // A redirect would carry the caller's token to wherever it points.
    redirect: 'error',
    signal,
  });
  if (response.status === 503) {
    await response.body?.cancel();
    throw new NotTaken();
  }
  return response;
}

/** Ended from here, the connection is let go: the other side ends what it tells. */
function results(body: ReadableStream<Uint8Array>, ending: AbortController): Stream<SubgraphResult> {
  async function* read(ended: AbortSignal): AsyncGenerator<SubgraphResult, void> {
    try {
      for await (const result of readEvents(body)) yield resultIn(result);
    } catch (error) {
      if (!ended.aborted) throw error;
    }
  }
  return endable(read, () => ending.abort());
}

/** It is starting or ending, and has begun nothing. */
class NotTaken extends Error {
  readonly code = 'NOT_TAKEN';
}

class UnreadableAnswer extends Error {
  readonly code = 'UNREADABLE_ANSWER';
}

function resultIn(value: unknown): SubgraphResult {
  if (!isResult(value)) throw new UnreadableAnswer();
  return value;
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
