/**
 * When each rung of the ladder comes due: from the sending, the deadlines that were set then, and the policy of that
 * day. Timers are set by this and the decider judges them by this, so neither believes the other.
 */
import {
  ladderOf,
  type Pathway,
  type SilenceClock,
  type SilencePolicy,
  silenceClocks,
  silencePolicyAt,
} from '@stezhka/vocabulary';
import type { ExpireReferral, NoticeSilence } from '../referral/commands.js';

/** What a sending fixes for good. */
export interface Sending {
  readonly pathway: Pathway;
  /** When it was sent; ISO 8601. */
  readonly occurredAt: string;
  readonly acknowledgeBy: string;
  readonly decideBy: string;
}

/** What the clock gives, and from when on. */
export interface Strike {
  readonly command: NoticeSilence | ExpireReferral;
  /** ISO 8601. */
  readonly dueAt: string;
}

/** Everything that silence leads to, in the order in which it comes due; expiry is last. */
export function strikesOf(sending: Sending): readonly Strike[] {
  const policy = silencePolicyAt(sending.occurredAt);
  const rungs = silenceClocks.codes.flatMap((clock) =>
    ladderOf(policy, clock, sending.pathway).map(({ rung, afterPercent }): Strike => {
      const command = { type: 'NoticeSilence', policy: policy.version, clock, rung } as const;
      return { command, dueAt: after(sending, clock, afterPercent) };
    }),
  );
  const inOrder = rungs.sort((one, other) => Date.parse(one.dueAt) - Date.parse(other.dueAt));
  return [...inOrder, expiryOf(sending, policy)];
}

function expiryOf(sending: Sending, policy: SilencePolicy): Strike {
  return {
    command: { type: 'ExpireReferral', policy: policy.version },
    dueAt: after(sending, 'decide', policy.expiresAfterPercent),
  };
}

function after(sending: Sending, clock: SilenceClock, percent: number): string {
  const from = Date.parse(sending.occurredAt);
  const until = Date.parse(clock === 'acknowledge' ? sending.acknowledgeBy : sending.decideBy);
  return new Date(from + ((until - from) * percent) / 100).toISOString();
}
