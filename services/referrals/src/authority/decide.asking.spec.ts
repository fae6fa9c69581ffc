import { describe, expect, it } from '@jest/globals';
import { createWall } from '@stezhka/auth';
import { type SpecOf, specOf } from '@stezhka/event-store/testing';
import { authorityPolicies } from '@stezhka/vocabulary';
import type { ReferralEvent } from '../referral/events.js';
import { people, staff } from '../testing/people.js';
import * as story from '../testing/referral-story.js';
import { into, now } from '../testing/referral-story.js';
import { authorityRules } from './authorize.js';
import type { AskReferralStatus } from './commands.js';
import { type AskingFacts, createAskingDecider } from './decide.asking.js';
import type { AskingEvent } from './events.js';
import type { Code } from './evolve.js';
import { standingOf } from './evolve.standing.js';

const decider = createAskingDecider(createWall(authorityRules));
const { given }: SpecOf<AskReferralStatus, AskingEvent, AskingFacts> = specOf(decider, now);

const ask = { type: 'AskReferralStatus', codeId: 'code' } as const;
const official = staff('authority-official', 'authority', ['authority_official'], ['gbv', 'tip', 'cp']);
const code = {
  phase: 'given',
  given: {
    ...{ codeId: 'code', referralId: 'referral-1', senderActorId: 'beacon', pathway: 'general' },
    ...{ authorityActorId: 'authority', expiresAt: '2026-03-31T18:00:00.000Z', authorityPolicy: 1 },
    ...{ occurredAt: story.at.answered, channel: 'in_person' },
  },
} as const satisfies Code;
const facts = (past: readonly ReferralEvent[], changes: Partial<AskingFacts> = {}): AskingFacts => ({
  ...{ by: official, code, standing: standingOf(past), permitEnded: false, ...changes },
});
const asked = (told: object): AskingEvent => ({
  type: 'ReferralStatusAsked.v1',
  data: {
    ...{ askingId: 'id:asking', authorityActorId: 'authority', answer: 'not_available' },
    ...{ occurredAt: now.toISOString(), ...told },
  },
});
const month = { year: 2026, month: 3 };
const named = { codeId: 'code', referralId: 'referral-1', month };
const nothing = asked({});

describe('an official is told', () => {
  it.each([
    ['sent', 'in_process'],
    ['acknowledged', 'in_process'],
    ['accepted', 'accepted'],
    ['in_progress', 'accepted'],
  ] as const)('of what is %s: %s', (phase, answer) =>
    given()
      .when(ask, facts(into[phase]))
      .gives(asked({ answer, ...named })),
  );

  it.each(['completed', 'declined', 'withdrawn', 'expired'] as const)(
    'of what is %s the one word that is said of every end',
    (phase) =>
      given()
        .when(ask, facts(into[phase]))
        .gives(asked({ answer: 'closed', ...named })),
  );

  it('since which month it stands so, and not when it last moved', () => {
    const late = (occurredAt: string) => ({ occurredAt });
    const moved = [
      ...into.draft,
      ...[story.offerRequested(), story.sent(late('2026-01-31T23:59:00.000Z'))],
      story.acknowledged(late('2026-02-10T08:00:00.000Z')),
    ];
    given()
      .when(ask, facts(moved))
      .gives(asked({ ...named, answer: 'in_process', month: { year: 2026, month: 1 } }));
  });
});

describe('by one and the same event she is answered nothing', () => {
  it.each<[string, AskingFacts]>([
    ['with a code that is none', facts([], { code: { phase: 'none' } })],
    ['with one that was taken back', facts(into.sent, { code: { ...code, phase: 'revoked' } })],
    [
      'with one that has expired',
      facts(into.sent, { code: { ...code, given: { ...code.given, expiresAt: now.toISOString() } } }),
    ],
    [
      'with one for another authority',
      facts(into.sent, { code: { ...code, given: { ...code.given, authorityActorId: 'another' } } }),
    ],
    ...(['gbv', 'tip', 'cp'] as const).map((pathway): [string, AskingFacts] => [
      `of an isolated pathway, ${pathway}, whatever she is certified for`,
      facts(into.sent, { code: { ...code, given: { ...code.given, pathway } } }),
    ]),
    ['of what was never sent', facts(into.draft)],
    ['of what was given up before', facts(into.given_up)],
    ['once the agreement has ended', facts([...into.accepted, story.sharingEnded()])],
    ['once it has ended after the end', facts([...into.completed, story.sharingEnded()])],
    [
      'once she took it back through the sender',
      facts([...into.sent, story.withdrawn({ reason: 'consent_withdrawn' })]),
    ],
    ['before the referral has heard of that', facts(into.accepted, { permitEnded: true })],
  ])('%s', (_, known) => given().when(ask, known).gives(nothing));
});

describe('whoever asks', () => {
  it.each(Object.keys(people) as (keyof typeof people)[])(
    'is told that there is nothing, unless an official: %s',
    (who) => {
      const spec = given().when(ask, facts(into.sent, { by: people[who] }));
      // Among her roles is the official's, at an actor that nobody gave a code.
      if (who === 'coordinator')
        spec.gives({ ...nothing, data: { ...nothing.data, authorityActorId: 'willow' } });
      else spec.refuses('NOT_FOUND', []);
    },
  );

  it('asks so often and no more, whatever she is answered', () => {
    const { most, withinMinutes } = authorityPolicies[0].asks;
    const ago = (minutes: number) =>
      asked({ occurredAt: new Date(now.getTime() - minutes * 60_000).toISOString() });
    const many = (count: number, minutes: number) => Array.from({ length: count }, () => ago(minutes));
    given(...many(most, 1))
      .when(ask, facts(into.sent))
      .refuses('UNAVAILABLE', []);
    given(...many(most, 1))
      .when(ask, facts([], { code: { phase: 'none' } }))
      .refuses('UNAVAILABLE', []);
    given(...many(1, withinMinutes), ...many(most - 1, 1))
      .when(ask, facts(into.sent))
      .gives(asked({ answer: 'in_process', ...named }));
  });
});

it('says the same of every end in every field', () => {
  const shapes = (['completed', 'declined', 'withdrawn', 'expired'] as const).map((phase) =>
    decider.decide([], ask, { now, targetId: 't', newId: (label) => label, facts: facts(into[phase]) }),
  );
  for (const shape of shapes) expect(shape).toEqual(shapes[0]);
});
