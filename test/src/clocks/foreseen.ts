/** What has to be told of one referral, kept beside the simulation: the oracle against which its stream is judged. */
import { type ExpectedRung, expectedLadder } from './expected-ladder.js';
import type { SentReferral } from './sent-referral.js';

export class Foreseen {
  state = 'sent';
  /** Told for certain. */
  readonly must = new Set<string>();
  /** Told or not: somebody answered in the same moment. */
  readonly may = new Set<string>();
  private readonly ladder: readonly ExpectedRung[];

  constructor(
    readonly referral: SentReferral,
    recordedAt: Date,
  ) {
    // Of what was typed in late, nobody could have heard the silence before.
    this.ladder = expectedLadder(referral).filter(({ dueAt }) => dueAt > recordedAt);
  }

  get isOpen(): boolean {
    return this.state === 'sent' || this.state === 'acknowledged';
  }

  /** The clock was asked at this moment, and nobody else did anything. */
  clockAt(at: Date): void {
    for (const { name } of this.dueAt(at)) this.must.add(name);
    if (this.must.has('expired')) this.state = 'expired';
  }

  /** The clock was asked while somebody tried to answer. */
  clockAtWith(at: Date, answered: string | 'refused'): void {
    for (const { name } of this.dueAt(at)) this.may.add(name);
    if (answered === 'refused') this.must.add('expired');
    this.state = answered === 'refused' ? 'expired' : answered;
    if (this.isOpen) this.clockAt(at);
  }

  private dueAt(at: Date) {
    return this.ladder.filter((rung) => rung.dueAt <= at && rung.while.includes(this.state));
  }
}
