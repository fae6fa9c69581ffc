/**
 * From which size on a count of people may be shown, and how little may be known of one that is hidden: data with a
 * version and a source, so that a month is judged by the policy of its day.
 */
export interface SuppressionPolicy {
  /** Rises by one with each policy; never reused. */
  readonly version: number;
  /** Where the numbers come from. */
  readonly source: string;
  /** First day of validity, ISO 8601 date in UTC. */
  readonly effectiveFrom: string;
  /** The smallest count of people that is shown; nobody at all is shown as well. */
  readonly threshold: number;
  /** How far apart the least and the most must be that a hidden count could be, by all that is shown. */
  readonly leastWidth: number;
}

/** All policies that ever held, oldest first. */
export const suppressionPolicies: readonly [SuppressionPolicy, ...SuppressionPolicy[]] = [
  {
    version: 1,
    source:
      'Threshold: 11, as the Counter-Trafficking Data Collaborative and the Centers for Medicare & Medicaid Services use it. Width: proposal of this project, no published source.',
    effectiveFrom: '2022-01-01',
    threshold: 11,
    leastWidth: 5,
  },
];

/** The policy in force at a moment. Before the first policy the first one holds. */
export function suppressionPolicyAt(moment: Date): SuppressionPolicy {
  const inForce = (policy: SuppressionPolicy) => Date.parse(policy.effectiveFrom) <= moment.getTime();
  return suppressionPolicies.findLast(inForce) ?? suppressionPolicies[0];
}
