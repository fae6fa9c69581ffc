/**
 * The one place where an error becomes an answer. Parsers, validators and databases quote what they were given, so
 * nothing of an error's own text leaves: the answer is a code, fixed words, and what would have been possible.
 */
import { Refusal } from '@stezhka/vocabulary';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { ArgumentValidationError } from 'type-graphql';
import { type Answer, isProtocolFault, messageOf } from './answer-code.js';
import { codesKnownAt } from './document-rules.js';
import { faultsOf } from './input-faults.js';
import { isAway } from './is-away.js';
import { RequestRefused } from './request-refused.js';

/** What is answered for an error, whatever it is. */
export function answerTo(error: unknown): Answer {
  const cause = causeOf(error);
  if (cause instanceof RequestRefused) return cause.answer;
  if (cause instanceof Refusal) return { code: cause.code, possible: cause.possible };
  if (cause instanceof ArgumentValidationError)
    return { code: 'INVALID_INPUT', fields: faultsOf(cause.extensions.validationErrors) };
  if (isAway(cause)) return { code: 'UNAVAILABLE' };
  if (!(error instanceof GraphQLError)) return { code: 'INTERNAL' };
  // The parser's own complaints are GraphQLErrors; anything else is a document that it could not bear.
  if (error.extensions.code === 'GRAPHQL_PARSE_FAILED' && isBeyondParser(cause)) return { code: 'TOO_LARGE' };
  if (!(cause instanceof GraphQLError)) return { code: 'INTERNAL' };
  // What has a path was thrown while executing: GraphQL's own complaint about an argument names its nodes.
  if (error.path) return { code: cause.nodes?.length ? 'INVALID_INPUT' : 'INTERNAL' };
  const possible = codesKnownAt(cause.nodes?.[0]);
  if (possible) return { code: 'UNKNOWN_CODE', possible };
  const { code } = error.extensions;
  if (code === 'BAD_USER_INPUT') return { code: 'INVALID_INPUT' };
  return { code: isProtocolFault(code) ? code : 'INTERNAL' };
}

/** Apollo Server's `formatError`. The request's id is added where it is known. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const { code, possible = [], fields } = answerTo(error);
  const cause = causeOf(error);
  const requestId = cause instanceof RequestRefused ? cause.requestId : undefined;
  return {
    message: messageOf(code),
    ...(formatted.locations ? { locations: formatted.locations } : {}),
    ...(formatted.path ? { path: formatted.path } : {}),
    extensions: { code, possible, ...(fields ? { fields } : {}), ...(requestId ? { requestId } : {}) },
  };
}

/** The error below GraphQL's and Apollo Server's wrappings. */
export function causeOf(error: unknown): unknown {
  let cause = error;
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  return cause;
}

function isBeyondParser(cause: unknown): boolean {
  return (
    !(cause instanceof GraphQLError) || cause.message.startsWith('Syntax Error: Document contains more that')
  );
}
