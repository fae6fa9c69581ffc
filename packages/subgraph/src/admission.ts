/** The door: a request gets its context here, or the answer that it is given instead of one. */
import { randomUUID } from 'node:crypto';
import type { Logger } from '@stezhka/telemetry';
import { answerTo } from './answered-error.js';
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
 * UNAUTHENTICATED, and a database that is away with UNAVAILABLE, so that a client reads refusals in one place only
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
    const answer = answerTo(error);
    if (answer.code === 'INTERNAL') logger.error('graphql.context_failed', { requestId, error });
    throw new RequestRefused(answer, 200, requestId);
  }
}
