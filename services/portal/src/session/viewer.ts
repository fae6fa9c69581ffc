/** Who is looking, as far as the pages need it: what her roles let her begin. What she may do, the servers decide. */
import { createContext, useContext } from 'react';
import type { MeQuery } from '../graph/generated/graphql.js';

export interface Viewer {
  readonly me: MeQuery['me'] | undefined;
  /** May begin a referral. */
  readonly sends: boolean;
  /** Sees months and silence of the whole network. */
  readonly coordinates: boolean;
}

const ViewerContext = createContext<Viewer>({
  me: undefined,
  sends: false,
  coordinates: false,
});

export const ViewerProvider = ViewerContext.Provider;

export function useViewer(): Viewer {
  return useContext(ViewerContext);
}

const sending: readonly string[] = ['caseworker', 'supervisor', 'hotline_operator'];

export function viewerOf(me: MeQuery['me'] | undefined): Viewer {
  const roles: readonly string[] = me?.roles ?? [];
  return {
    me,
    sends: roles.some((role) => sending.includes(role)),
    coordinates: roles.includes('cluster_coordinator'),
  };
}
