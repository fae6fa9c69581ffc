import { useCallback, useState } from 'react';
import { flushSync } from 'react-dom';
import { noteLeaving } from './arrival.js';
import { leaveGuarded } from './leaving.js';
import { readSession, type Session, signOut } from './session.js';

/** `ended`: it was there and is gone, so the place is kept for the next sign-in. `leaving`: it is being ended. */
export type Known = Session | 'offline' | 'ended' | 'leaving';

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
      // Its pages go first, and with them every question on its way: answered after the end it would be refused.
      flushSync(() => setSession('leaving'));
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
