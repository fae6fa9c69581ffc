/** Whoever is told UNAUTHENTICATED says so here; the frame then asks to sign in again, at the same place. */
import { createContext, useContext } from 'react';

const SignedOut = createContext<() => void>(() => {});

export const SignedOutProvider = SignedOut.Provider;

export function useSignedOut(): () => void {
  return useContext(SignedOut);
}
