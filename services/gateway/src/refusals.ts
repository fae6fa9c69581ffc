/**
 * What the gateway itself can refuse, said once. Every refusal is a code of this closed union and a sentence of the
 * program's own: a query, a variable or a header may carry a person's name, so nothing that was sent is repeated.
 */
import { GraphQLError, type GraphQLErrorOptions } from 'graphql';

export type GatewayCode =
  | 'BATCHING_REFUSED'
  | 'BODY_TOO_LARGE'
  | 'GRAPHQL_PARSE_FAILED'
  | 'GRAPHQL_VALIDATION_FAILED'
  | 'BAD_USER_INPUT'
  | 'INTERNAL'
  | 'LIMIT_EXCEEDED'
  | 'MALFORMED_BODY'
  | 'METHOD_NOT_ALLOWED'
  | 'NOT_FOUND'
  | 'QUERY_MISSING'
  | 'SUBGRAPH_UNAVAILABLE'
  | 'UNKNOWN_OPERATION'
  | 'UNSUPPORTED_MEDIA_TYPE';

/** A request that never became an operation. */
export interface Refusal {
  readonly status: 400 | 404 | 405 | 413 | 415;
  readonly code: GatewayCode;
  readonly message: string;
  /** What may be sent instead. */
  readonly possible?: readonly string[];
}

/** Codes that mean the operation never began to execute. */
export const requestCodes: ReadonlySet<string> = new Set<GatewayCode>([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'LIMIT_EXCEEDED',
  'UNKNOWN_OPERATION',
]);

export function codedError(
  code: GatewayCode,
  message: string,
  options: GraphQLErrorOptions & { readonly possible?: readonly string[] } = {},
): GraphQLError {
  const { possible, ...rest } = options;
  return new GraphQLError(message, {
    ...rest,
    extensions: { ...rest.extensions, code, ...(possible === undefined ? {} : { possible }) },
  });
}

export const internalMessage =
  'Something went wrong here. Nothing more is known; try again, and give the request id if it stays so.';
