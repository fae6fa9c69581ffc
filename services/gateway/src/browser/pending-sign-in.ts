/**
 * What must be remembered between leaving for the provider and coming back: sealed, in the browser that left, so that
 * nobody can be signed in by a link that another began, and nothing is kept for those who never come back.
 */
import type { IncomingMessage } from 'node:http';
import { forgetCookie, readCookies, setCookie } from './cookie.js';
import type { Sealing } from './sealing.js';

export interface PendingSignIn {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** A path of the portal. */
  readonly returnTo: string;
  /** In milliseconds since 1970. */
  readonly begunAt: number;
}

const prefix = '__Host-stezhka-sign-in-';
/** Longer than the provider keeps its sign-in page open. */
const lastingSeconds = 20 * 60;
/** Each tab has its own; a browser that begins again and again must not send ever longer headers. */
const mostAtOnce = 4;

/** `Set-Cookie` values: this one, and away with others if there are too many. */
export function keepPending(
  pending: PendingSignIn,
  request: IncomingMessage,
  sealing: Sealing,
): readonly string[] {
  const name = nameFor(pending.state, sealing);
  const others = pendingNames(request);
  const value = sealing.seal(JSON.stringify(pending), name).toString('base64url');
  return [
    ...(others.length < mostAtOnce ? [] : others.map(forgetCookie)),
    setCookie(name, value, lastingSeconds),
  ];
}

/** What was begun in this browser under this state; nothing if it was another browser or too long ago. */
export function takePending(
  state: string,
  request: IncomingMessage,
  sealing: Sealing,
  now: Date,
): PendingSignIn | undefined {
  const name = nameFor(state, sealing);
  const value = readCookies(request.headers.cookie).get(name);
  const text = value && sealing.unseal(Buffer.from(value, 'base64url'), name);
  if (!text) return undefined;
  const pending = JSON.parse(text) as PendingSignIn;
  return now.getTime() - pending.begunAt < lastingSeconds * 1000 ? pending : undefined;
}

export const forgetPending = (state: string, sealing: Sealing): string =>
  forgetCookie(nameFor(state, sealing));

function pendingNames({ headers }: IncomingMessage): readonly string[] {
  return [...readCookies(headers.cookie).keys()].filter((name) => name.startsWith(prefix));
}

const nameFor = (state: string, sealing: Sealing): string =>
  `${prefix}${sealing.digest(`state ${state}`).slice(0, 12)}`;
