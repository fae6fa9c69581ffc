/** The door: a request gets its context here, or the answer that it is given instead of one. */
import { randomUUID } from 'node:crypto';
import type { Logger } from '@stezhka/telemetry';
import { Refusal } from '@stezhka/vocabulary';
import { isNestedTooDeep } from './nesting.js';
import {
  type ContextFactory,
  type RequestContext,
  type RequestHeaders,
  requestIdOf,
} from './request-context.js';
import { RequestRefused } from './request-refused.js';

/**
 * @throws RequestRefused with HTTP status 200: a bad token is answered in GraphQL's terms, with the code
 * UNAUTHENTICATED, so that a client reads refusals in one place only
 */
export async function admit(
  contextFactory: ContextFactory,
  headers: RequestHeaders,
  document: unknown,
  logger: Logger,
): Promise<RequestContext> {
  const requestId = requestIdOf(headers) ?? randomUUID();
  if (typeof document === 'string' && isNestedTooDeep(document))
    throw new RequestRefused({ code: 'TOO_LARGE' }, 400, requestId);
  try {
    return await contextFactory({ ...headers, 'x-request-id': requestId });
  } catch (error) {
    if (error instanceof Refusal)
      throw new RequestRefused({ code: error.code, possible: error.possible }, 200, requestId);
    logger.error('graphql.context_failed', { requestId, error });
    throw new RequestRefused({ code: 'INTERNAL' }, 200, requestId);
  }
}
