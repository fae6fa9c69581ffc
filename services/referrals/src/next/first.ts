/** How the referral that comes first stands, as far as the one that was prepared to follow it must know. */
import { asksNobody } from '@stezhka/vocabulary';
import type { Referral } from '../referral/evolve.js';

export type First =
  /** It waits for an answer. */
  | 'open'
  | 'accepted'
  /** Nobody answered in time. */
  | 'silent'
  /** For a reason of the actor's own. */
  | 'declined'
  /** For a reason that somebody has to weigh before anybody else is asked. */
  | 'declined_for_a_person'
  /** By the sender, or by the person herself; or there is none. */
  | 'taken_back';

export function firstOf(referral: Referral): First {
  if ('sharing' in referral && referral.sharing === 'ended') return 'taken_back';
  switch (referral.phase) {
    case 'sent':
    case 'acknowledged':
      return 'open';
    case 'accepted':
    case 'in_progress':
    case 'completed':
      return 'accepted';
    case 'declined':
      return asksNobody(referral.reason) ? 'declined' : 'declined_for_a_person';
    case 'expired':
      return 'silent';
    case 'none':
    case 'draft':
    case 'prepared':
    case 'asking':
    case 'given_up':
    case 'withdrawn':
      return 'taken_back';
    default:
      return referral satisfies never;
  }
}
