import { describe, expect, it } from '@jest/globals';
import { createWall, type Gaps } from '@stezhka/auth';
import { Refusal } from '@stezhka/vocabulary';
import { people } from '../testing/people.js';
import * as ask from '../testing/referral-commands.js';
import * as story from '../testing/referral-story.js';
import { into, now, spoken } from '../testing/referral-story.js';
import { rules, type Subjects } from './authorize.js';
import type { ReferralCommand } from './commands.js';
import { createReferralDecider } from './decide.js';
import type { ReferralEvent } from './events.js';
import { evolve, initialState } from './evolve.js';

type Rule = keyof Subjects;
const all = Object.keys(rules) as Rule[];

/** The rule that alone stands before each command. */
const guarded: readonly [Rule, ReferralCommand, readonly ReferralEvent[]][] = [
  ['referral.draft', ask.draft(), []],
  ['referral.send', ask.send(), into.draft],
  ['referral.withdraw', ask.withdraw(), into.accepted],
  ['referral.answer', ask.acknowledge(), into.sent],
  ['referral.answer', ask.accept(), into.sent],
  ['referral.answer', ask.decline(), into.sent],
  ['referral.answer', ask.start(), into.accepted],
  ['referral.answer', ask.complete(), into.in_progress],
  ['referral.confirm', ask.confirm(), [...into.sent, story.accepted(spoken)]],
];

/** An outsider asks, past a wall with these gaps. */
function asked(gaps: Gaps<Subjects>, command: ReferralCommand, past: readonly ReferralEvent[]) {
  const decider = createReferralDecider(createWall(rules, gaps));
  const newId = (label: string) => `id:${label}`;
  const context = { now, targetId: 'target', newId, facts: ask.by(people.outsider) };
  return () => decider.decide(past.reduce(evolve, initialState), command, context);
}

describe.each(guarded.map(([rule, command, past]) => ({ rule, name: command.type, command, past })))(
  '$rule before $name',
  ({ rule, command, past }) => {
    it('holds although every other rule is gone', () => {
      const others = all.filter((each) => each !== rule);
      expect(asked(others, command, past)).toThrow(new Refusal('NOT_FOUND'));
    });

    it('is missed when it is gone', () => expect(asked([rule], command, past)()).toHaveLength(1));
  },
);
