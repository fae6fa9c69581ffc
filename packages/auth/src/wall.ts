/**
 * The first wall: rules that say who may do or see what, each a pure function of viewer and subject, called by name
 * from the domain. The second wall, row security, stands behind it. A test may build a wall with gaps, to prove
 * that the other wall alone holds, or that a missing rule is noticed; a running service cannot.
 */
import { Refusal } from '@stezhka/vocabulary';
import type { Viewer } from './viewer.js';

/** By rule name: may this viewer do this to this subject? */
export type Rules<Subjects> = {
  readonly [Rule in keyof Subjects]: (viewer: Viewer, subject: Subjects[Rule]) => boolean;
};

export interface Wall<Subjects> {
  /**
   * @throws Refusal `UNAUTHENTICATED` for nobody, `NOT_FOUND` for anybody whom the rule does not let through: what
   * one may not see does not exist.
   */
  authorize<Rule extends keyof Subjects>(
    rule: Rule,
    viewer: Viewer | undefined,
    subject: Subjects[Rule],
  ): asserts viewer is Viewer;
  /** The same question for lists and for hints to the interface. */
  allows<Rule extends keyof Subjects>(
    rule: Rule,
    viewer: Viewer | undefined,
    subject: Subjects[Rule],
  ): boolean;
}

/**
 * For tests alone: rules that let everybody through who is signed in, or one that lets nobody's request through as
 * well, as if its question were never asked.
 */
export type Gaps<Subjects> = 'all' | readonly (keyof Subjects)[] | { readonly neverAsked: keyof Subjects };

export function createWall<Subjects>(rules: Rules<Subjects>, gaps: Gaps<Subjects> = []): Wall<Subjects> {
  const neverAsked = (rule: keyof Subjects) =>
    typeof gaps === 'object' && 'neverAsked' in gaps && gaps.neverAsked === rule;
  const open = (rule: keyof Subjects) =>
    gaps === 'all' || (Array.isArray(gaps) && (gaps as readonly (keyof Subjects)[]).includes(rule));
  const allows: Wall<Subjects>['allows'] = (rule, viewer, subject) =>
    neverAsked(rule) || (viewer !== undefined && (open(rule) || rules[rule](viewer, subject)));
  return {
    allows,
    authorize(rule, viewer, subject) {
      if (neverAsked(rule)) return;
      if (!viewer) throw new Refusal('UNAUTHENTICATED');
      if (!allows(rule, viewer, subject)) throw new Refusal('NOT_FOUND');
    },
  };
}
