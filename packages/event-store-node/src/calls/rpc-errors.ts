/**
 * How a call is refused. The client tells errors apart by the trailer `exception` and its companions, not by
 * the status alone. Trailers are ASCII: a name in another script is percent-encoded, or sending it would fail.
 */
import { Metadata, type StatusObject, status } from '@grpc/grpc-js';
import type { ExpectedRevision } from '../append/expected-revision.js';
import { MAX_APPEND_SIZE } from '../append/proposed-event.js';

export class RpcError extends Error implements StatusObject {
  override readonly name = 'RpcError';
  readonly metadata = new Metadata();

  constructor(
    readonly code: status,
    readonly details: string,
    trailers: Readonly<Record<string, string>> = {},
  ) {
    super(details);
    for (const [key, value] of Object.entries(trailers)) this.metadata.set(key, ascii(value));
  }
}

export function streamDeleted(stream: string): RpcError {
  return new RpcError(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
    exception: 'stream-deleted',
    'stream-name': stream,
  });
}

/** `current` is the stream's newest revision, -1 if it has none. */
export function wrongExpectedVersion(stream: string, expected: ExpectedRevision, current: number): RpcError {
  const wanted = expectedVersionNumber(expected);
  return new RpcError(
    status.FAILED_PRECONDITION,
    `Append failed due to WrongExpectedVersion. Stream: ${stream}, Expected version: ${wanted}, Actual version: ${current}`,
    {
      exception: 'wrong-expected-version',
      'stream-name': stream,
      'expected-version': wanted,
      ...(current >= 0 && { 'actual-version': String(current) }),
    },
  );
}

export function appendTooLarge(): RpcError {
  return new RpcError(
    status.INVALID_ARGUMENT,
    `Maximum Append Size of ${MAX_APPEND_SIZE} bytes was exceeded.`,
    { exception: 'maximum-append-size-exceeded', 'maximum-append-size': String(MAX_APPEND_SIZE) },
  );
}

export function badRequest(details: string): RpcError {
  return new RpcError(status.INVALID_ARGUMENT, details);
}

/** The node is stopping: whoever asks may ask again, elsewhere or later. */
export function stopping(): RpcError {
  return new RpcError(status.UNAVAILABLE, 'Server is shutting down');
}

/** The node has ended a call that was under way. */
export function cancelledByServer(): RpcError {
  return new RpcError(status.CANCELLED, 'Server is shutting down');
}

export function internalError(): RpcError {
  return new RpcError(status.INTERNAL, 'Internal error');
}

function expectedVersionNumber(expected: ExpectedRevision): string {
  switch (expected.kind) {
    case 'exactly':
      return expected.revision.toString();
    case 'no-stream':
      return '-1';
    case 'any':
      return '-2';
    case 'stream-exists':
      return '-4';
  }
}

function ascii(value: string): string {
  return /^[\x20-\x7e]*$/.test(value) ? value : encodeURIComponent(value);
}
