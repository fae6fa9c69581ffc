/** How a referral stands as an authority may be told of it, from the referral's own events. */
import { type AuthorityStatus, authorityStatusOf } from '@stezhka/vocabulary';
import type { ReferralEvent } from '../referral/events.js';
import { evolve, initialState, isSent, type Phase, type Referral } from '../referral/evolve.js';

export interface Standing {
  readonly status: AuthorityStatus;
  /** Since when it stands so. */
  readonly since: string;
  /** The person still agrees that anything of it is shared. */
  readonly agreed: boolean;
  readonly householdId: string;
  readonly permitId: string;
}

/** Undefined for what was never sent: of that an authority is told nothing. */
export function standingOf(events: readonly ReferralEvent[]): Standing | undefined {
  let referral: Referral = initialState;
  let since = '';
  let agreed = true;
  for (const event of events) {
    const before = statusIn(referral.phase);
    referral = evolve(referral, event);
    if (statusIn(referral.phase) !== before && 'occurredAt' in event.data) since = event.data.occurredAt;
    const takenBack = event.type === 'ReferralWithdrawn.v1' && event.data.reason === 'consent_withdrawn';
    if (takenBack || event.type === 'ReferralSharingEnded.v1') agreed = false;
  }
  if (!isSent(referral)) return undefined;
  const { householdId } = referral.terms;
  return {
    status: statusIn(referral.phase),
    since,
    agreed,
    householdId,
    permitId: referral.offer.permitId,
  };
}

/** Before it is sent, and when it was given up before, there is nothing to tell. */
function statusIn(phase: Phase): AuthorityStatus {
  return authorityStatusOf(phase === 'none' || phase === 'asking' || phase === 'given_up' ? 'draft' : phase);
}
