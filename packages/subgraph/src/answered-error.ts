/**
 * The one place where an error becomes an answer. Parsers, validators and databases quote what they were given, so
 * nothing of an error's own text leaves: the answer is a code, fixed words, and what would have been possible.
 */
import { Refusal, type RefusalCode, refusalCodes } from '@stezhka/vocabulary';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { ArgumentValidationError } from 'type-graphql';
import { codesKnownAt } from './document-rules.js';
import { faultsOf, type InputFault } from './input-faults.js';
import { RequestRefused } from './request-refused.js';

/** Every code that a client can meet: the network's refusals, and what GraphQL itself refuses. */
export type AnswerCode = RefusalCode | keyof typeof protocolFaults;

/** Faults of the request as a request, by Apollo Server's names for them. */
const protocolFaults = {
  GRAPHQL_PARSE_FAILED: 'The document is not GraphQL.',
  GRAPHQL_VALIDATION_FAILED: 'The document does not fit the schema.',
  OPERATION_RESOLUTION_FAILURE: 'The document has no such operation.',
  PERSISTED_QUERY_NOT_SUPPORTED: 'Persisted queries are not supported.',
  BAD_REQUEST: 'The request is not a GraphQL request.',
  INTERNAL: 'Something went wrong here.',
} as const;

interface Answer {
  readonly code: AnswerCode;
  readonly possible?: readonly string[];
  /** Which inputs are wrong, by path, and the codes of the rules they break. */
  readonly fields?: readonly InputFault[];
}

/** What is answered for an error, whatever it is. */
export function answerTo(error: unknown): Answer {
  const cause = causeOf(error);
  if (cause instanceof RequestRefused) return cause.answer;
  if (cause instanceof Refusal) return { code: cause.code, possible: cause.possible };
  if (cause instanceof ArgumentValidationError)
    return { code: 'INVALID_INPUT', fields: faultsOf(cause.extensions.validationErrors) };
  if (!(cause instanceof GraphQLError)) return { code: 'INTERNAL' };
  // What has a path was thrown while executing: GraphQL's own complaint about an argument names its nodes.
  if ((error as GraphQLError).path) return { code: cause.nodes?.length ? 'INVALID_INPUT' : 'INTERNAL' };
  const { code } = (error as GraphQLError).extensions;
  const known = codesKnownAt(cause.nodes?.[0]);
  if (known) return { code: 'UNKNOWN_CODE', possible: known };
  if (cause.message.startsWith('Syntax Error: Document contains more that')) return { code: 'TOO_LARGE' };
  if (code === 'BAD_USER_INPUT') return { code: 'INVALID_INPUT' };
  return { code: isProtocolFault(code) ? code : 'INTERNAL' };
}

/** Apollo Server's `formatError`. The request's id is added where it is known. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const { code, ...rest } = answerTo(error);
  const { requestId } = causeOf(error) instanceof RequestRefused ? (causeOf(error) as RequestRefused) : {};
  return {
    message: messageOf(code),
    ...(formatted.locations ? { locations: formatted.locations } : {}),
    ...(formatted.path ? { path: formatted.path } : {}),
    extensions: { code, possible: [], ...rest, ...(requestId ? { requestId } : {}) },
  };
}

export function messageOf(code: AnswerCode): string {
  return refusalCodes.is(code) ? refusalCodes.label(code, 'en') : protocolFaults[code];
}

function isProtocolFault(code: unknown): code is keyof typeof protocolFaults {
  return typeof code === 'string' && Object.hasOwn(protocolFaults, code);
}

/** The error below GraphQL's and Apollo Server's wrappings. */
export function causeOf(error: unknown): unknown {
  let cause = error;
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  return cause;
}
