import { useCallback, useState } from 'react';
import { noteLeaving } from './arrival.js';
import { leaveGuarded } from './leaving.js';
import { readSession, type Session, signOut } from './session.js';

/** `ended`: it was there and is gone, so the place is kept for the next sign-in. */
export type Known = Session | 'offline' | 'ended';

export interface SessionState {
  readonly session: Known;
  readonly ended: () => void;
  readonly retry: () => void;
  readonly leave: () => void;
}

/** @param first what the start of the page read */
export function useSession(first: Known): SessionState {
  const [session, setSession] = useState(first);
  const ended = useCallback(() => setSession('ended'), []);
  const retry = useCallback(() => {
    readSession().then(setSession, () => setSession('offline'));
  }, []);
  const leave = useCallback(() => {
    const go = () => {
      // A whole new page: nothing of the session stays in memory, and the address tells nothing of it.
      signOut().then(
        (next) => {
          noteLeaving();
          location.assign(next);
        },
        () => setSession('offline'),
      );
    };
    // A page asks before the session ends: afterwards what was typed could not be sent any more.
    leaveGuarded({ to: '/', go });
  }, []);
  return { session, ended, retry, leave };
}
