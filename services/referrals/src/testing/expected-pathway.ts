/**
 * Which act is legal where, written down a second time and apart from the decider: its specs ask it against this.
 * A referral that has ended goes nowhere, unless its recipient never said what was typed in for it, or it expired and
 * somebody had answered on the phone before that.
 */
import type { UserAct } from '../referral/decide.rules.js';
import type { Side } from '../referral/events.js';
import type { Phase } from '../referral/evolve.js';

/** What an oracle must know of a referral to say what comes next. */
export interface Standing {
  readonly phase: Phase;
  /** The last answer was typed in by the sender and the recipient has not spoken since. */
  readonly unconfirmed: boolean;
  readonly sharingEnded: boolean;
  /** It is said to have been answered on the phone before it expired. */
  readonly late?: boolean;
  /** It continues another, on the general pathway. */
  readonly follows?: boolean;
}

/** `illegal`: not from here. Otherwise the phase that it leads to. */
export type Expected = Phase | 'illegal';

const acknowledgeable: readonly Phase[] = ['sent'];
const answerable: readonly Phase[] = ['sent', 'acknowledged'];
const servable: readonly Phase[] = ['accepted', 'in_progress'];
export const finalPhases: readonly Phase[] = ['completed', 'declined', 'expired', 'withdrawn', 'given_up'];

/** By an authorised user of this side; only a recipient confirms, only a sender sends and withdraws. */
export function expected(
  { phase, unconfirmed, sharingEnded, late, follows }: Standing,
  act: UserAct,
  side: Side,
): Expected {
  const correctable = unconfirmed && !sharingEnded && side === 'recipient';
  const retractable = unconfirmed && !sharingEnded && side === 'sender';
  const lateEntry = phase === 'expired' && late === true && !sharingEnded;
  const legal = (yes: boolean, to: Phase): Expected => (yes ? to : 'illegal');
  switch (act) {
    case 'SendReferral':
      return legal(phase === 'draft' || phase === 'prepared', 'asking');
    case 'PrepareReferral':
      return legal(phase === 'draft' && follows === true, 'prepared');
    case 'CancelPreparation':
      return legal(phase === 'prepared', 'draft');
    case 'WithdrawReferral':
      if (phase === 'draft' || phase === 'prepared' || phase === 'asking') return 'given_up';
      if (phase === 'declined') return legal(retractable, 'withdrawn');
      return legal(phase !== 'none' && !finalPhases.includes(phase), 'withdrawn');
    case 'AcknowledgeReferral':
      return legal(acknowledgeable.includes(phase), 'acknowledged');
    case 'AcceptReferral':
      return legal(
        answerable.includes(phase) || lateEntry || (phase === 'declined' && correctable),
        'accepted',
      );
    case 'DeclineReferral':
      return legal(
        answerable.includes(phase) || lateEntry || (phase === 'accepted' && correctable),
        'declined',
      );
    case 'StartReferral':
      return legal(phase === 'accepted', 'in_progress');
    case 'CompleteReferral':
      return legal(servable.includes(phase), 'completed');
    case 'ConfirmAnswer':
      return legal(['acknowledged', 'accepted', 'declined'].includes(phase) && correctable, phase);
  }
}
