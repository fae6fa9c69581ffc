/**
 * The last hands on an answer. Whatever the planners made of it, it leaves as the caller's own: coded errors with this
 * request's id, the note that rows may be old, nothing else. A fault of ours is an answer too, never a 5xx.
 */
import { GraphQLError } from 'graphql';
import { codedError, internalMessage, type Refusal } from './refusals.js';
import { passedExtensions } from './subgraph-errors.js';

export interface Answer {
  readonly status: number;
  readonly body: AnswerBody;
}

export interface AnswerBody {
  readonly data?: unknown;
  readonly errors?: readonly Record<string, unknown>[];
  readonly extensions?: { readonly stale: true };
}

export function answerRefusal({ status, code, message, possible }: Refusal, requestId: string): Answer {
  const error = codedError(code, message, possible === undefined ? {} : { possible });
  return { status, body: { errors: [present(error, requestId)] } };
}

/** `result` is what the planner returned. `stale`: some subgraph has not caught up with what the caller has seen. */
export function answerResult(result: unknown, stale: boolean, requestId: string): Answer {
  if (!isExecutionResult(result)) return answerFault(requestId);
  const errors = (result.errors ?? []).map((error) => present(error, requestId));
  // An operation that was refused has no data at all; one that failed has null.
  const executed = 'data' in result || errors.every(({ extensions }) => codeOf(extensions) === 'INTERNAL');
  return {
    status: executed ? 200 : 400,
    body: {
      ...(executed ? { data: result.data ?? null } : {}),
      ...(errors.length === 0 ? {} : { errors }),
      ...(stale ? { extensions: { stale: true } } : {}),
    },
  };
}

/** Some subgraph knows nobody behind the credentials that were forwarded. */
export function saysUnauthenticated({ body }: Answer): boolean {
  return (body.errors ?? []).some(({ extensions }) => codeOf(extensions) === 'UNAUTHENTICATED');
}

export function answerFault(requestId: string): Answer {
  return {
    status: 200,
    body: { data: null, errors: [present(codedError('INTERNAL', internalMessage), requestId)] },
  };
}

function present(error: GraphQLError, requestId: string): Record<string, unknown> {
  const { message, locations, path, extensions } = error instanceof GraphQLError ? error.toJSON() : error;
  return {
    message,
    ...(locations === undefined ? {} : { locations }),
    ...(path === undefined ? {} : { path }),
    extensions: {
      code: 'INTERNAL',
      possible: [],
      ...passedExtensions(extensions),
      ...(typeof extensions?.rule === 'string' ? { rule: extensions.rule } : {}),
      requestId,
    },
  };
}

function isExecutionResult(value: unknown): value is { data?: unknown; errors?: readonly GraphQLError[] } {
  return typeof value === 'object' && value !== null && !(Symbol.asyncIterator in value);
}

function codeOf(extensions: unknown): string {
  return String((extensions as { code?: unknown } | undefined)?.code);
}
