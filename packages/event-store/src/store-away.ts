/** What the client throws while the store is away, in its own words and in those of the transport below it. */
import { ErrorType, isCommandError } from '@eventstore/db-client';

const passing: readonly ErrorType[] = [
  ErrorType.UNAVAILABLE,
  ErrorType.CANCELLED,
  ErrorType.TIMEOUT,
  ErrorType.DEADLINE_EXCEEDED,
  ErrorType.NOT_LEADER,
];

/** Statuses of gRPC: cancelled, deadline exceeded, unavailable. The client does not put all of them into its words. */
const brokenOff: readonly unknown[] = [1, 4, 14];

export const isOfType = (error: unknown, type: ErrorType) =>
  error instanceof Error && isCommandError(error) && error.type === type;

/** The store could not be reached or did not answer in time: trying the same again later may succeed. */
export function isStoreAway(error: unknown): boolean {
  if (passing.some((type) => isOfType(error, type))) return true;
  return error instanceof Error && 'details' in error && 'code' in error && brokenOff.includes(error.code);
}
