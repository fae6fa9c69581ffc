/**
 * Silence is the failure that the network measures, so deadlines are data with a version and a source:
 * a referral is judged by the policy of its day even after the policy has changed.
 */
import { Refusal } from './refusals.js';
import type { Urgency } from './routing.js';
import type { ServiceCode } from './service-codes.js';

/** Deadlines by urgency, in minutes from the sending. */
export interface ClockPolicy {
  /** Rises by one with each policy; never reused. */
  readonly version: number;
  /** Where the numbers come from. */
  readonly source: string;
  /** First day of validity, ISO 8601 date in UTC. */
  readonly effectiveFrom: string;
  /** Minutes until accepted, declined or waitlisted. */
  readonly decide: Readonly<Record<Urgency, number>>;
  /** Minutes until acknowledged. */
  readonly acknowledge: Readonly<Record<Urgency, number>>;
}

const hour = 60;
const day = 24 * hour;

/** All policies that ever held, oldest first. */
export const clockPolicies: readonly [ClockPolicy, ...ClockPolicy[]] = [
  {
    version: 1,
    source:
      'Decision: Inter-Agency Referral Form. Acknowledgement: proposal of this project, no published source.',
    effectiveFrom: '2022-01-01',
    decide: { emergency: 24 * hour, urgent: 72 * hour, normal: 14 * day },
    acknowledge: { emergency: 1 * hour, urgent: 24 * hour, normal: 3 * day },
  },
];

/**
 * The policy in force at a moment (ISO 8601 text or a Date). Before the first policy the first one holds.
 * @throws Refusal INVALID_INPUT if it is no date.
 */
export function clockPolicyAt(date: Date | string): ClockPolicy {
  const at = new Date(date).getTime();
  if (Number.isNaN(at)) throw new Refusal('INVALID_INPUT');
  return clockPolicies.findLast((policy) => Date.parse(policy.effectiveFrom) <= at) ?? clockPolicies[0];
}

/** Clinical help after rape works within hours only: its referral is an emergency whatever else is said. */
export function isAlwaysEmergency(service: ServiceCode): boolean {
  return service === 'HLT.CMR';
}
