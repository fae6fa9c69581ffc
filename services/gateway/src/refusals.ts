/**
 * What the gateway itself can refuse, said once. Every refusal is a code of this closed union and a sentence of the
 * program's own: a query, a variable or a header may carry a person's name, so nothing that was sent is repeated.
 */
import { GraphQLError, type GraphQLErrorOptions } from 'graphql';

/** The same codes mean the same as where a subgraph answers them. */
export type GatewayCode =
  | 'BAD_REQUEST'
  | 'FORBIDDEN_ORIGIN'
  | 'GRAPHQL_PARSE_FAILED'
  | 'GRAPHQL_VALIDATION_FAILED'
  | 'INTERNAL'
  | 'INVALID_INPUT'
  | 'NOT_FOUND'
  | 'OPERATION_RESOLUTION_FAILURE'
  | 'TOO_LARGE'
  | 'UNAUTHENTICATED'
  | 'UNAVAILABLE'
  | 'UNKNOWN_CODE'
  | 'UNKNOWN_DOCUMENT';

/** A request that never became an operation. */
export interface Refusal {
  readonly status: 400 | 401 | 403 | 404 | 405 | 413 | 415 | 503;
  readonly code: GatewayCode;
  readonly message: string;
  /** What may be sent instead. */
  readonly possible?: readonly string[];
}

export const unauthenticated: Refusal = {
  status: 401,
  code: 'UNAUTHENTICATED',
  message: 'Sign-in is needed.',
};

export const unavailable: Refusal = {
  status: 503,
  code: 'UNAVAILABLE',
  message: 'Not available now, try again later.',
};

export function codedError(
  code: GatewayCode,
  message: string,
  options: GraphQLErrorOptions & { readonly possible?: readonly string[] } = {},
): GraphQLError {
  const { possible = [], ...rest } = options;
  return new GraphQLError(message, { ...rest, extensions: { possible, ...rest.extensions, code } });
}

/** For an absent part, a forbidden one and one that was erased alike. */
export const missingMessage = 'A part of the answer was not found.';

export const internalMessage =
  'Something went wrong here. Nothing more is known; try again, and give the request id if it stays so.';
