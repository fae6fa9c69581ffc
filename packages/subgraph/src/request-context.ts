/**
 * What a resolver may know of a request: who asks, when, and how fresh the rows must be. Made from header values
 * alone, so that a caller inside the process has no shorter way than one outside.
 */
import { randomUUID } from 'node:crypto';
import type { Authenticate, Viewer } from '@stezhka/auth';
import type { PositionTokens } from '@stezhka/event-store';
import type { Results } from './subscription.js';
import type { Leave } from './turns.js';

export interface RequestContext {
  /** Who asks; undefined for nobody. */
  readonly viewer: Viewer | undefined;
  /** A random id for logs and for the person who reports a fault. */
  readonly requestId: string;
  /**
   * Who asks by the same credentials at this moment: a stream outlives what was true when it began.
   * @throws Refusal as the request itself would be refused now
   */
  again(): Promise<Viewer | undefined>;
  /** The newest position that the client has seen a receipt for. */
  readonly after?: bigint;
  /** When the request arrived. */
  readonly now: Date;
  /** Whether the rows that are answered may be older than `after`. */
  readonly stale: { value: boolean };
  /** A mutation that has done what it does, and only waits for others to answer, leaves its turn to the next one. */
  readonly turn: { leave: Leave };
  /**
   * Where a subscription puts what it will tell. Absent: the caller takes one answer and no more.
   */
  readonly stream?: { results?: Results };
  /** For receipts: how this installation writes a position. */
  readonly tokens: PositionTokens;
}

/** Header values by lower-case name; the only thing that a request's context is made of. */
export interface RequestHeaders {
  readonly authorization?: string | undefined;
  readonly 'x-stezhka-after'?: string | undefined;
  readonly 'x-request-id'?: string | undefined;
}

/**
 * @throws Refusal UNAUTHENTICATED for a bad token
 */
export type ContextFactory = (headers: RequestHeaders) => Promise<RequestContext>;

export interface ContextFactoryDeps {
  readonly authenticate: Authenticate;
  readonly tokens: PositionTokens;
  /** Resolves to true as soon as all projections that this subgraph reads have passed the position, to false if they have not in that many milliseconds. */
  readonly waitFor: (position: bigint, withinMs: number) => Promise<boolean>;
  readonly now?: () => Date;
  readonly newRequestId?: () => string;
}

/** How long a reader waits for her own write, in milliseconds, before she is told that the answer is stale. */
const LONGEST_WAIT_MS = 1_000;

export function createContextFactory(deps: ContextFactoryDeps): ContextFactory {
  const { authenticate, tokens, waitFor, now = () => new Date(), newRequestId = randomUUID } = deps;
  return async (headers) => {
    const arrived = now();
    const again = () => authenticate(headers.authorization, now(), 'anew');
    const asking = await authenticate(headers.authorization, arrived);
    const token = headers['x-stezhka-after'];
    const after = token === undefined ? undefined : tokens.open(token);
    const fresh = after === undefined || (await waitFor(after, LONGEST_WAIT_MS));
    return {
      // What was waited for may be that she is nobody any more.
      viewer: after === undefined ? asking : await again(),
      again,
      requestId: requestIdOf(headers) ?? newRequestId(),
      ...(after === undefined ? {} : { after }),
      now: arrived,
      stale: { value: !fresh },
      turn: { leave: () => undefined },
      tokens,
    };
  };
}

/** The caller's request id, if it is a UUID: anything else could be a message to whoever reads the log. */
export function requestIdOf(headers: RequestHeaders): string | undefined {
  const id = headers['x-request-id'];
  return id !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? id : undefined;
}
