/** Who may give a code, take it back and ask with one: the first wall. */
import type { Rules, Viewer } from '@stezhka/auth';
import type { Pathway } from '@stezhka/vocabulary';
import type { Parties } from '../referral/authorize.js';
import { sendsFor } from '../referral/authorize.js';

export interface AuthoritySubjects {
  /** Let an authority ask, or no longer. */
  'authority.give': Parties;
  'authority.revoke': Parties;
  /** Ask with a code at all, whatever is answered. */
  'authority.ask': Record<string, never>;
  /** Be told how the referral stands that a code belongs to. */
  'authority.learn': { readonly authorityActorId: string; readonly pathway: Pathway };
}

const isOfficial = (viewer: Viewer) => viewer.roles.includes('authority_official');

export const authorityRules: Rules<AuthoritySubjects> = {
  'authority.give': sendsFor,
  'authority.revoke': sendsFor,
  'authority.ask': isOfficial,
  // Whatever she is certified for: an isolated pathway is in no authority's answer.
  'authority.learn': (viewer, { authorityActorId, pathway }) =>
    isOfficial(viewer) && viewer.actorId === authorityActorId && pathway === 'general',
};
