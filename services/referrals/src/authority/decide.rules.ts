/** Of which referrals an authority can be told anything. */
import type { Pathway, ReferralState } from '@stezhka/vocabulary';
import { isSent, type Phase, type Referral } from '../referral/evolve.js';

/** While it is under way. A code that was given then goes on to say that it was closed. */
const underWay: readonly (Phase | ReferralState)[] = ['sent', 'acknowledged', 'accepted', 'in_progress'];

/** Never on an isolated pathway: there a code could only ever say "not available". */
export function canBeTold(referral: Referral): boolean {
  return isSent(referral) && isTellable({ ...referral.terms, state: referral.phase });
}

/** The same, from the sender's row: for hints to the interface. */
export function isTellable({
  pathway,
  state,
}: {
  readonly pathway: Pathway;
  readonly state: Phase | ReferralState;
}): boolean {
  return pathway === 'general' && underWay.includes(state);
}
