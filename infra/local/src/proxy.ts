/**
 * A proxy with TLS before the network. Who asks under the public name came through it, so over TLS, and its last word
 * on where from is believed. Who asks under a name of this machine came straight here, and may claim nothing.
 */
import type { IncomingMessage } from 'node:http';

/** Leaves of what is said about the way of a request only what is true. The name alone is never taken from there. */
export function readProxy({ headers }: IncomingMessage, publicOrigin: string): void {
  delete headers['x-forwarded-host'];
  if (headers.host?.toLowerCase() === new URL(publicOrigin).host) {
    headers['x-forwarded-proto'] = 'https';
    return;
  }
  delete headers['x-forwarded-proto'];
  delete headers['x-forwarded-for'];
}
