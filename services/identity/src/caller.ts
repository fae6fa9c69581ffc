/** Where a request came from, to count guesses by. Behind a proxy the socket is the proxy's, and only then is its word taken. */
import type { IncomingMessage } from 'node:http';

export function remoteAddress({ headers, socket }: IncomingMessage, trustProxy: boolean): string {
  const forwarded = headers['x-forwarded-for'];
  // The last entry is what the nearest proxy saw; those before it are whatever the caller claimed.
  const last = trustProxy && typeof forwarded === 'string' ? forwarded.split(',').at(-1)?.trim() : undefined;
  return last || socket.remoteAddress || 'unknown';
}
