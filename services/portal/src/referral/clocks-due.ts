/** Which clocks run: who has not acknowledged may still decide at once, so both are shown until then. */
import type { ReferralState } from '@stezhka/vocabulary';

export interface Due {
  readonly what: 'clock.acknowledge' | 'clock.decide';
  readonly dueAt: string;
}

export function clocksDue(referral: {
  readonly state: ReferralState;
  readonly acknowledgeBy?: string | null | undefined;
  readonly decideBy?: string | null | undefined;
}): readonly Due[] {
  const { state, acknowledgeBy, decideBy } = referral;
  const due: Due[] = [];
  if (state === 'sent' && acknowledgeBy) due.push({ what: 'clock.acknowledge', dueAt: acknowledgeBy });
  if ((state === 'sent' || state === 'acknowledged') && decideBy)
    due.push({ what: 'clock.decide', dueAt: decideBy });
  return due;
}
