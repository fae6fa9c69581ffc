/** What should follow on silence, written by hand from the field's rules and the proposal, apart from the code. */
import type { SentReferral } from './sent-referral.js';

export interface ExpectedRung {
  /** `clock:rung`, or `expired`. */
  readonly name: string;
  readonly dueAt: Date;
  /** In which states it is still silence. */
  readonly while: readonly string[];
}

export function expectedLadder(referral: SentReferral): readonly ExpectedRung[] {
  const { pathway, sentAt, acknowledgeBy, decideBy } = referral;
  const last = pathway === 'general' ? 'coordinator' : 'sender_supervisor_again';
  const rungs = ['reminder', 'duty_officer', 'sender_supervisor', last];
  const part = (until: Date, of: number) =>
    new Date(sentAt.getTime() + (until.getTime() - sentAt.getTime()) * of);
  const unacknowledged = rungs.map((rung, n) => ({
    name: `acknowledge:${rung}`,
    dueAt: part(acknowledgeBy, [1, 1.5, 2, 3][n]!),
    while: ['sent'],
  }));
  const undecided = rungs.map((rung, n) => ({
    name: `decide:${rung}`,
    dueAt: part(decideBy, [0.5, 0.75, 0.9, 0.95][n]!),
    while: ['sent', 'acknowledged'],
  }));
  const expired = { name: 'expired', dueAt: decideBy, while: ['sent', 'acknowledged'] };
  return [...unacknowledged, ...undecided, expired];
}
