/** Who may see what of the network as a whole: the first wall. Each rule has a twin among the policies of the rows. */
import type { Rules, Viewer } from '@stezhka/auth';

export interface InsightsSubjects {
  /** What actors publish, counted: who covers which oblast with which service, with how much room. */
  'coverage.read': undefined;
  /** Referrals of the general pathway by the month, small counts hidden. */
  'month.read': undefined;
  /** Which referrals of the general pathway wait for an answer beyond their time. */
  'silence.read': undefined;
}

const coordinates = (viewer: Viewer) => viewer.roles.includes('cluster_coordinator');

export const rules: Rules<InsightsSubjects> = {
  'coverage.read': () => true,
  'month.read': coordinates,
  'silence.read': coordinates,
};
