/** Who is signed in is known to the server alone; the portal keeps no token, no name and no proof of it. */
import type { Language } from '@stezhka/vocabulary';
import { stopListening } from '../graph/changes.js';
import { sameSite } from '../graph/client.js';

export type Session =
  | { readonly signedIn: false }
  | { readonly signedIn: true; readonly displayName?: string; readonly expiresAt?: string };

/** @throws if no answer came */
export async function readSession(): Promise<Session> {
  const answer = await fetch('/auth/session', { credentials: 'same-origin', cache: 'no-store' });
  if (!answer.ok) throw new Error('no session could be read');
  return (await answer.json()) as Session;
}

/** Where signing in begins; it comes back to the same place. Paths hold random ids only. */
export function signInAddress(language: Language, place = location.pathname + location.search): string {
  return `/auth/sign-in?${new URLSearchParams({ return: place, language })}`;
}

/**
 * Ends it everywhere. `keepalive`, so that it is sent even when the page is left in the same moment.
 * @returns where to go next, so that a provider elsewhere ends its own session too
 * @throws if it is not known to have ended
 */
export async function signOut(): Promise<string> {
  stopListening();
  const answer = await fetch('/auth/sign-out', {
    method: 'POST',
    credentials: 'same-origin',
    keepalive: true,
    headers: { ...sameSite, 'content-type': 'application/json' },
    body: '{}',
  });
  if (!answer.ok) throw new Error('the session was not ended');
  const { next = '/' } = (await answer.json()) as { readonly next?: string };
  return next;
}
