/** What an offer opens to its recipient, by where it stands: enough to decide, and after a yes the rest. */
import type { SealedClass } from '../household/commands.js';
import type { OfferPhase } from './published-facts.js';

const toDecide: readonly SealedClass[] = ['C2'];
const toServe: readonly SealedClass[] = ['C1', 'C2', 'C3', 'C4'];

export function opensIn(phase: OfferPhase): readonly SealedClass[] {
  switch (phase) {
    case 'sent':
    case 'acknowledged':
      return toDecide;
    case 'accepted':
    case 'in_progress':
    // Whom it served a recipient may look up until the agreement ends or is taken back.
    case 'completed':
      return toServe;
    case 'asking':
    case 'refused':
    case 'declined':
    case 'expired':
    case 'withdrawn':
    case 'sharing_ended':
    case 'unclear':
      return [];
    default:
      return phase satisfies never;
  }
}

/** It said yes: from then on those who serve her work on it too, not only those who decide. */
export function isTakenOn(phase: OfferPhase): boolean {
  return opensIn(phase) === toServe;
}

/** Words about an offer are taken while somebody still works on it. */
export function takesNotesIn(phase: OfferPhase): boolean {
  switch (phase) {
    case 'sent':
    case 'acknowledged':
    case 'accepted':
    case 'in_progress':
      return true;
    case 'asking':
    case 'refused':
    case 'completed':
    case 'declined':
    case 'expired':
    case 'withdrawn':
    case 'sharing_ended':
    case 'unclear':
      return false;
    default:
      return phase satisfies never;
  }
}
