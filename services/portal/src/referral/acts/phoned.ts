/** What somebody was told, before it is typed in: who answered what, how and when. */
import type { Channel, Outcome } from '@stezhka/vocabulary';
import type { FieldFault } from '../../ui/error-summary.js';
import { missingIn, noReason, type Reason } from './reason.js';

export const said = [
  { value: 'acknowledge', mutation: 'acknowledgeReferral', words: 'phoned.acknowledged' },
  { value: 'accept', mutation: 'acceptReferral', words: 'phoned.accepted' },
  { value: 'decline', mutation: 'declineReferral', words: 'phoned.declined' },
  { value: 'start', mutation: 'startReferral', words: 'phoned.started' },
  { value: 'complete', mutation: 'completeReferral', words: 'phoned.completed' },
] as const;

export interface Phoned {
  readonly said: (typeof said)[number]['value'] | undefined;
  readonly reason: Reason;
  readonly outcome: Outcome | undefined;
  readonly channel: Channel & ('phone' | 'in_person' | 'paper');
  readonly when: 'now' | 'earlier';
  /** As the browser's own field gives it: local time to the minute. */
  readonly at: string;
}

export const notYet: Phoned = {
  said: undefined,
  reason: noReason,
  outcome: undefined,
  channel: 'phone',
  when: 'now',
  at: '',
};

/** What is still missing, as ids of messages. */
export function missingInPhoned(phoned: Phoned): readonly FieldFault[] {
  const faults: FieldFault[] = [];
  if (!phoned.said) faults.push({ field: 'said', message: 'phoned.said.missing' });
  if (phoned.said === 'decline') faults.push(...missingIn(phoned.reason));
  if (phoned.said === 'complete' && !phoned.outcome)
    faults.push({ field: 'outcome', message: 'complete.missing' });
  if (phoned.when === 'earlier' && Number.isNaN(Date.parse(phoned.at)))
    faults.push({ field: 'at', message: 'phoned.at.missing' });
  return faults;
}

/** An answer that came just now has no time of its own: the servers' clock gives it one. */
export function toldOf({ channel, when, at }: Phoned): { channel: Channel; occurredAt?: string } {
  return { channel, ...(when === 'earlier' ? { occurredAt: new Date(at).toISOString() } : {}) };
}
