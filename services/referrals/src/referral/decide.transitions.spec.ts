import { describe, expect, it } from '@jest/globals';
import { Refusal } from '@stezhka/vocabulary';
import { decider } from '../testing/decide-spec.js';
import { expected, type Standing } from '../testing/expected-pathway.js';
import { people } from '../testing/people.js';
import * as ask from '../testing/referral-commands.js';
import * as story from '../testing/referral-story.js';
import { into, now, spoken } from '../testing/referral-story.js';
import type { ReferralCommand } from './commands.js';
import { mutationOf, type UserAct } from './decide.rules.js';
import type { ReferralEvent } from './events.js';
import { evolve, initialState, type Phase } from './evolve.js';

const asked: Readonly<Record<UserAct, ReferralCommand>> = {
  SendReferral: ask.send(),
  AcknowledgeReferral: ask.acknowledge({ channel: 'phone' }),
  AcceptReferral: ask.accept({ channel: 'phone' }),
  DeclineReferral: ask.decline({ channel: 'phone' }),
  ConfirmAnswer: ask.confirm(),
  StartReferral: ask.start({ channel: 'phone' }),
  CompleteReferral: ask.complete({ channel: 'phone' }),
  WithdrawReferral: ask.withdraw(),
};
const acts = Object.keys(asked) as UserAct[];
const senderOnly: readonly UserAct[] = ['SendReferral', 'WithdrawReferral'];
const recipientOnly: readonly UserAct[] = ['ConfirmAnswer'];
const beforeSending: readonly Phase[] = ['none', 'draft', 'asking', 'given_up'];

type Turn = readonly [string, readonly ReferralEvent[], Standing];
const turn = (
  name: string,
  past: readonly ReferralEvent[],
  phase: Phase,
  more: Partial<Standing> = {},
): Turn => [name, past, { phase, unconfirmed: false, sharingEnded: false, ...more }];

const { sent } = into;
const unconfirmed = { unconfirmed: true };
const sharingEnded = { sharingEnded: true };
const turns: readonly Turn[] = [
  ...(Object.keys(into) as Phase[]).map((phase) => turn(phase, into[phase], phase)),
  turn('a draft that consent refused', [...into.asking, story.offerRefused()], 'draft'),
  turn('acknowledged by phone', [...sent, story.acknowledged(spoken)], 'acknowledged', unconfirmed),
  turn('accepted by phone', [...sent, story.accepted(spoken)], 'accepted', unconfirmed),
  turn('declined by phone', [...sent, story.declined(spoken)], 'declined', unconfirmed),
  turn('sent, agreement over', [...sent, story.sharingEnded()], 'withdrawn', sharingEnded),
  turn('accepted, agreement over', [...into.accepted, story.sharingEnded()], 'withdrawn', sharingEnded),
  turn('completed, agreement over', [...into.completed, story.sharingEnded()], 'completed', sharingEnded),
  turn(
    'declined by phone, agreement over',
    [...sent, story.declined(spoken), story.sharingEnded()],
    'declined',
    { ...unconfirmed, ...sharingEnded },
  ),
];

describe.each(turns)('%s', (_name, past, standing) => {
  const state = past.reduce(evolve, initialState);

  it('is the phase that its events lead to', () => expect(state.phase).toBe(standing.phase));

  for (const side of ['sender', 'recipient'] as const)
    for (const act of acts) {
      const next = outcomeFor(standing, act, side);
      it(`${act} by the ${side}: ${next}`, () => {
        const decided = decide(asked[act], side === 'sender' ? people.caseworker : people.intake);
        if (next === 'hidden') expect(told(decided)).toEqual({ code: 'NOT_FOUND', possible: [] });
        else if (next === 'illegal') expect(told(decided)).toEqual(illegal(standing, side));
        else expect((decided as ReferralEvent[]).reduce(evolve, state).phase).toBe(next);
      });
    }

  function decide(command: ReferralCommand, viewer: typeof people.intake) {
    try {
      const newId = (label: string) => `id:${label}`;
      return decider.decide(state, command, { now, targetId: 'target', newId, facts: ask.by(viewer) });
    } catch (error) {
      return error;
    }
  }
});

/** The order in which the possible is named is for people, not for rules. */
function told(decided: unknown) {
  if (!(decided instanceof Refusal)) return decided;
  return { code: decided.code, possible: [...decided.possible].sort() };
}

function outcomeFor(standing: Standing, act: UserAct, side: 'sender' | 'recipient') {
  // Before anything is sent there is no other side: answering is nobody's, and the recipient knows nothing.
  if (beforeSending.includes(standing.phase)) {
    const ownAct = side === 'sender' && senderOnly.includes(act) && standing.phase !== 'none';
    return ownAct ? expected(standing, act, side) : 'hidden';
  }
  if ((side === 'sender' ? recipientOnly : senderOnly).includes(act)) return 'hidden';
  return expected(standing, act, side);
}

/** With what this side can do instead. */
function illegal(standing: Standing, side: 'sender' | 'recipient') {
  const others = side === 'sender' ? recipientOnly : senderOnly;
  const legal = acts.filter((act) => !others.includes(act) && expected(standing, act, side) !== 'illegal');
  return { code: 'ILLEGAL_TRANSITION', possible: legal.map(mutationOf).sort() };
}
