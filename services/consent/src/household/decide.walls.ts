/** The two walls that a household is decided behind. */
import type { Wall } from '@stezhka/auth';
import type { Subjects } from './authorize.js';

/** Read from the permit, unless a test has opened that wall. */
export type PermitWall = 'closed' | 'open';

export interface HouseholdWalls {
  readonly wall: Wall<Subjects>;
  /** The household's stream as the second wall; open only where a test proves that the first holds alone. */
  readonly permitWall: PermitWall;
}
