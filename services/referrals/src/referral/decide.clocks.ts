/**
 * Where the clocks are set: when a referral is sent, from policy data that is versioned, never from a number in
 * the code. Acknowledging stops the first clock only; the decision has its own. Both count from when the referral
 * happened to be sent, not from when it was typed.
 */
import { clockPolicyAt, type Urgency } from '@stezhka/vocabulary';

export interface Deadlines {
  readonly acknowledgeBy: string;
  readonly decideBy: string;
  /** Version of the policy that these follow. */
  readonly clockPolicy: number;
}

export function deadlines(urgency: Urgency, sentAt: string): Deadlines {
  const policy = clockPolicyAt(sentAt);
  const after = (minutes: number) => new Date(Date.parse(sentAt) + minutes * 60_000).toISOString();
  return {
    acknowledgeBy: after(policy.acknowledge[urgency]),
    decideBy: after(policy.decide[urgency]),
    clockPolicy: policy.version,
  };
}
