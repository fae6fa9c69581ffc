/** Who is looking, as far as the pages need it: what her roles let her begin. What she may do, the servers decide. */
import { createContext, useContext } from 'react';
import type { MeQuery } from '../graph/generated/graphql.js';

export interface Viewer {
  readonly me: MeQuery['me'] | undefined;
  /** May begin a referral. */
  readonly sends: boolean;
  /** Has referrals to read: what was sent to her actor, or what it sent. */
  readonly reads: boolean;
  /** May ask how a referral stands, with a code that the person gave. */
  readonly asks: boolean;
  /** Says how much room there is in what her actor offers. */
  readonly reports: boolean;
  /** Sees months and silence of the whole network. */
  readonly coordinates: boolean;
}

const ViewerContext = createContext<Viewer>({
  me: undefined,
  sends: false,
  reads: false,
  asks: false,
  reports: false,
  coordinates: false,
});

export const ViewerProvider = ViewerContext.Provider;

export function useViewer(): Viewer {
  return useContext(ViewerContext);
}

const sending: readonly string[] = ['caseworker', 'supervisor', 'hotline_operator'];
const reading: readonly string[] = [
  ...sending,
  ...['intake_officer', 'duty_officer', 'data_protection_focal_point'],
];

const reporting: readonly string[] = ['intake_officer', 'duty_officer', 'supervisor', 'actor_administrator'];

export function viewerOf(me: MeQuery['me'] | undefined): Viewer {
  const has = (roles: readonly string[]) => me?.roles.some((role) => roles.includes(role)) ?? false;
  return {
    me,
    sends: has(sending),
    reads: has(reading),
    asks: has(['authority_official']),
    reports: has(reporting),
    coordinates: has(['cluster_coordinator']),
  };
}
