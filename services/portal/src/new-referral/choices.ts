/** Whom the directory names, as the choice stands before somebody: who can be asked, and who not and why. */
import type { CandidatesQuery } from '../graph/generated/graphql.js';
import type { Draft } from './draft.js';

export type Candidate = CandidatesQuery['candidates'][number];

export interface Choices {
  readonly possible: readonly Candidate[];
  readonly others: readonly Candidate[];
}

/** Whoever is being asked by the earlier referral cannot follow herself. */
export function choicesOf(
  candidates: readonly Candidate[],
  { continued }: Pick<Draft, 'continued'>,
): Choices {
  const asked = continued?.asked?.became === 'waits' ? continued.asked.actorId : undefined;
  const all = candidates.map((one) =>
    one.actor.id === asked ? { ...one, unsuitable: [...one.unsuitable, 'being_asked'] } : one,
  );
  return {
    possible: all.filter(({ unsuitable }) => unsuitable.length === 0),
    others: all.filter(({ unsuitable }) => unsuitable.length > 0),
  };
}
