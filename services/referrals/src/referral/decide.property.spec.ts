import { expect, it } from '@jest/globals';
import type { Viewer } from '@stezhka/auth';
import { Refusal } from '@stezhka/vocabulary';
import fc from 'fast-check';
import { decider } from '../testing/decide-spec.js';
import { expected, finalPhases, type Standing } from '../testing/expected-pathway.js';
import { people } from '../testing/people.js';
import * as ask from '../testing/referral-commands.js';
import { into, now } from '../testing/referral-story.js';
import type { ReferralCommand } from './commands.js';
import type { UserAct } from './decide.rules.js';
import type { ReferralEvent, Side } from './events.js';
import { evolve, initialState, isSent, type Referral } from './evolve.js';

const seed = 20260301;
const { caseworker, intake, outsider, coordinator, senderInterpreter, recipientAdministrator } = people;

const sideOf = new Map<Viewer | undefined, Side>([
  [caseworker, 'sender'],
  [people.supervisor, 'sender'],
  [intake, 'recipient'],
  [people.duty, 'recipient'],
]);
const strangers = [outsider, coordinator, senderInterpreter, recipientAdministrator, undefined];
const senderActs: readonly UserAct[] = [
  ...(['SendReferral', 'PrepareReferral', 'CancelPreparation', 'WithdrawReferral'] as const),
];

const orders = {
  SendReferral: ask.send,
  PrepareReferral: ask.prepare,
  CancelPreparation: ask.cancel,
  WithdrawReferral: ask.withdraw,
  AcknowledgeReferral: ask.acknowledge,
  AcceptReferral: ask.accept,
  DeclineReferral: ask.decline,
  StartReferral: ask.start,
  CompleteReferral: ask.complete,
  ConfirmAnswer: ask.confirm,
} as const satisfies Record<UserAct, unknown>;

interface UserStep {
  readonly act: UserAct;
  readonly who: Viewer | undefined;
  readonly channel: 'phone' | 'portal';
  /** `in time` is between the last act and now. */
  readonly when: 'unsaid' | 'in time' | 'too early' | 'in the future';
}
interface WorkflowStep {
  readonly consent: 'permits' | 'refuses' | 'ends';
  readonly offer: 'this' | 'another';
}
type Step = UserStep | WorkflowStep;

/** Taking it back ends everything: drawn as often as the others, it would leave nothing to see. */
const acts = (Object.keys(orders) as UserAct[]).filter((act) => act !== 'WithdrawReferral');
const userStep: fc.Arbitrary<UserStep> = fc.record({
  act: fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...acts) },
    { weight: 1, arbitrary: fc.constant('WithdrawReferral' as const) },
  ),
  who: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...sideOf.keys()) },
    { weight: 1, arbitrary: fc.constantFrom(...strangers) },
  ),
  channel: fc.constantFrom('phone', 'portal'),
  when: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('unsaid' as const, 'in time' as const) },
    { weight: 1, arbitrary: fc.constantFrom('too early' as const, 'in the future' as const) },
  ),
});
const workflowStep: fc.Arbitrary<WorkflowStep> = fc.record({
  consent: fc.constantFrom('permits', 'permits', 'permits', 'permits', 'refuses', 'ends'),
  offer: fc.constantFrom('this', 'this', 'this', 'another'),
});
const beginning = fc.constantFrom(...(['draft', 'prepared', 'sent', 'accepted', 'expired'] as const));
const steps = fc.array(fc.oneof({ weight: 4, arbitrary: userStep }, { weight: 1, arbitrary: workflowStep }), {
  minLength: 5,
  maxLength: 40,
});

const everything = [
  ...['draft', 'prepared', 'asking', 'sent', 'acknowledged', 'accepted', 'in_progress', ...finalPhases],
  ...[
    'correction',
    'late entry',
    'quiet',
    'UNAUTHENTICATED',
    'NOT_FOUND',
    'ILLEGAL_TRANSITION',
    'OCCURRED_IN_FUTURE',
    'OCCURRED_BEFORE',
  ],
];

const isUser = (step: Step): step is UserStep => 'act' in step;
const begun = now.getTime();

/** What an independent reading of the pathway says of a step: refused with a code, quiet, or the next standing. */
function foretold(standing: Standing, step: Step): string | Standing {
  const { phase } = standing;
  const sent = !['none', 'draft', 'prepared', 'asking', 'given_up'].includes(phase);
  if (!isUser(step)) {
    if (step.offer === 'another') return 'quiet';
    if (step.consent !== 'ends') {
      if (phase !== 'asking') return 'quiet';
      return { ...standing, phase: step.consent === 'permits' ? 'sent' : 'draft' };
    }
    if (!sent || standing.sharingEnded) return 'quiet';
    const stays = finalPhases.includes(phase);
    return { ...standing, phase: stays ? phase : 'withdrawn', sharingEnded: true };
  }
  const { act, who, channel } = step;
  if (who === undefined) return 'UNAUTHENTICATED';
  const side = sideOf.get(who);
  const senderAct = senderActs.includes(act);
  const allowed = senderAct
    ? side === 'sender'
    : sent && (side === 'recipient' || (side === 'sender' && act !== 'ConfirmAnswer' && channel === 'phone'));
  if (!side || !allowed) return 'NOT_FOUND';
  // Whatever moment is named in this spec lies before the hour at which it expired.
  const late = standing.phase === 'expired' && channel === 'phone' && step.when !== 'unsaid';
  const next = expected(late ? { ...standing, late } : standing, act, side);
  if (next === 'illegal') return 'ILLEGAL_TRANSITION';
  if (step.when === 'in the future') return 'OCCURRED_IN_FUTURE';
  if (step.when === 'too early') return 'OCCURRED_BEFORE';
  const answers: readonly UserAct[] = ['AcknowledgeReferral', 'AcceptReferral', 'DeclineReferral'];
  return { ...standing, phase: next, unconfirmed: answers.includes(act) && side === 'sender' };
}

function commandFor(step: Step, referral: Referral, at: number): ReferralCommand {
  if (!isUser(step)) {
    const held = 'asking' in referral ? referral.asking.offerId : isSent(referral) && referral.offer.offerId;
    const offerId = step.offer === 'this' && held ? held : 'id:another';
    if (step.consent === 'permits') return ask.permit({ offerId });
    if (step.consent === 'refuses') return ask.refuse({ offerId });
    return ask.endSharing({ offerId, occurredAt: new Date(at).toISOString() });
  }
  const { act, channel, when } = step;
  const last = referral.phase === 'none' ? at : Date.parse(referral.lastAct);
  const moments = { unsaid: undefined, 'in time': last, 'too early': last - 1, 'in the future': at + 1 };
  const moment = moments[when];
  const occurredAt = moment === undefined ? {} : { occurredAt: new Date(moment).toISOString() };
  return orders[act]({ channel, ...occurredAt } as never);
}

function decide(referral: Referral, command: ReferralCommand, step: Step, at: number, n: number) {
  try {
    return decider.decide(referral, command, {
      now: new Date(at),
      targetId: 'target',
      newId: (label) => `id:${label}-${n}`,
      facts: isUser(step) ? ask.by(step.who) : {},
    });
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

it(`whatever is asked in whatever order, what happens is what the pathway foretells (seed ${seed})`, () => {
  const met = new Set<string>();
  fc.assert(
    fc.property(beginning, steps, (phase, taken) => {
      let referral: Referral = into[phase].reduce(evolve, initialState);
      const follows = phase === 'prepared';
      let standing: Standing = { phase, unconfirmed: false, sharingEnded: false, follows };
      for (const [n, step] of taken.entries()) {
        const at = begun + n * 60_000;
        const decided = decide(referral, commandFor(step, referral, at), step, at, n);
        const events: readonly ReferralEvent[] = typeof decided === 'string' ? [] : decided;
        const before = standing;
        const foreseen = foretold(standing, step);
        met.add(typeof foreseen === 'string' ? foreseen : foreseen.phase);

        if (typeof foreseen === 'string') {
          expect(typeof decided === 'string' ? decided : events.length === 0 && 'quiet').toBe(foreseen);
        } else {
          expect(events).toHaveLength(1);
          standing = foreseen;
        }
        if (isUser(step) && !sideOf.has(step.who)) expect(events).toEqual([]);
        referral = events.reduce(evolve, referral);
        expect(referral.phase).toBe(standing.phase);
        if (before.phase === 'expired' && referral.phase !== 'expired') {
          expect(['accepted', 'declined']).toContain(referral.phase);
          met.add('late entry');
        } else if (finalPhases.includes(before.phase) && referral.phase !== before.phase) {
          expect([before.phase, before.unconfirmed]).toEqual(['declined', true]);
          expect(['accepted', 'withdrawn']).toContain(referral.phase);
          met.add('correction');
        }
      }
    }),
    { seed, numRuns: 400 },
  );
  // Nothing is proved of what never came.
  expect([...met].sort()).toEqual([...everything].sort());
});

it(`nothing is ever recorded as happening later than it was typed, or before what it answers (seed ${seed})`, () => {
  fc.assert(
    fc.property(beginning, steps, (phase, taken) => {
      let referral: Referral = into[phase].reduce(evolve, initialState);
      for (const [n, step] of taken.entries()) {
        const at = begun + n * 60_000;
        const last = referral.phase === 'none' ? at : Date.parse(referral.lastAct);
        const decided = decide(referral, commandFor(step, referral, at), step, at, n);
        for (const event of typeof decided === 'string' ? [] : decided) {
          if (!('occurredAt' in event.data)) continue;
          expect(Date.parse(event.data.occurredAt)).toBeGreaterThanOrEqual(last);
          expect(Date.parse(event.data.occurredAt)).toBeLessThanOrEqual(at);
        }
        referral = (typeof decided === 'string' ? [] : decided).reduce(evolve, referral);
      }
    }),
    { seed, numRuns: 200 },
  );
});
