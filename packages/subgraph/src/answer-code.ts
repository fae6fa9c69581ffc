/** What can be wrong, in words that are the same for everybody: a message that repeats its input would be a leak. */
import { type RefusalCode, refusalCodes } from '@stezhka/vocabulary';
import type { InputFault } from './input-faults.js';

/** Faults of a request as a request, by Apollo Server's names for them, and ours. */
const protocolFaults = {
  GRAPHQL_PARSE_FAILED: 'The document is not GraphQL.',
  GRAPHQL_VALIDATION_FAILED: 'The document does not fit the schema.',
  OPERATION_RESOLUTION_FAILURE: 'The document has no such operation.',
  PERSISTED_QUERY_NOT_SUPPORTED: 'Persisted queries are not supported.',
  BAD_REQUEST: 'The request is not a GraphQL request.',
  INTERNAL: 'Something went wrong here.',
} as const;

export type ProtocolFault = keyof typeof protocolFaults;

/** Every code that a client can meet: the network's refusals, and what GraphQL itself refuses. */
export type AnswerCode = RefusalCode | ProtocolFault;

export interface Answer {
  readonly code: AnswerCode;
  readonly possible?: readonly string[];
  /** Which inputs are wrong. */
  readonly fields?: readonly InputFault[];
}

export function messageOf(code: AnswerCode): string {
  return refusalCodes.is(code) ? refusalCodes.label(code, 'en') : protocolFaults[code];
}

export function isProtocolFault(code: unknown): code is ProtocolFault {
  return typeof code === 'string' && Object.hasOwn(protocolFaults, code);
}
