/**
 * What a shelter said about its room a fortnight ago is worse than nothing: a caseworker sends a family there. So a
 * statement decays, by a policy that is data with a version and a source, and is judged by the policy of its day.
 * Bad news is another matter: that there is no room holds until somebody says otherwise, because a family that is sent
 * there on the strength of silence finds the door shut.
 */
import type { CapacityState } from './actor-status.js';

export interface CapacityPolicy {
  /** Rises by one with each policy; never reused. */
  readonly version: number;
  /** Where the number comes from. */
  readonly source: string;
  /** First day of validity, ISO 8601 date in UTC. */
  readonly effectiveFrom: string;
  /** Days for which a statement that there may be room holds unless it is confirmed. */
  readonly holdsForDays: number;
}

/** All policies that ever held, oldest first. */
export const capacityPolicies: readonly [CapacityPolicy, ...CapacityPolicy[]] = [
  { version: 1, source: 'proposal', effectiveFrom: '2022-01-01', holdsForDays: 7 },
];

/** The policy in force at a moment. Before the first policy the first one holds. */
export function capacityPolicyAt(moment: Date): CapacityPolicy {
  const inForce = (policy: CapacityPolicy) => Date.parse(policy.effectiveFrom) <= moment.getTime();
  return capacityPolicies.findLast(inForce) ?? capacityPolicies[0];
}

/** What an actor said of a service's room; `updatedAt` is when it was so. */
export interface StatedCapacity {
  readonly state: CapacityState | null;
  readonly available: number | null;
  readonly maximum: number | null;
  readonly updatedAt: Date | null;
}

export interface ReadCapacity {
  readonly state: CapacityState;
  readonly available: number | null;
  readonly maximum: number | null;
  readonly updatedAt: Date | null;
  /** Never stated, or not confirmed for longer than its policy allows; no-capacity holds all the same. */
  readonly stale: boolean;
  /** Version of the policy by which it was judged. */
  readonly policy: number;
}

/** What the statement is worth now. How many places there are in all does not decay. */
export function capacityAt(stated: StatedCapacity, now: Date): ReadCapacity {
  const { state, maximum, updatedAt } = stated;
  const { version: policy, holdsForDays } = capacityPolicyAt(updatedAt ?? now);
  const stale =
    state === null || !updatedAt || updatedAt.getTime() + holdsForDays * 86_400_000 < now.getTime();
  if (state === null || !updatedAt || (stale && state !== 'no-capacity'))
    return { state: 'unknown', available: null, maximum, updatedAt, stale, policy };
  return { state, available: stated.available, maximum, updatedAt, stale, policy };
}
