import { describe, expect, it } from '@jest/globals';
import { channels } from '@stezhka/vocabulary';
import { decider, given } from '../testing/decide-spec.js';
import { people } from '../testing/people.js';
import * as ask from '../testing/referral-commands.js';
import { by, household } from '../testing/referral-commands.js';
import * as story from '../testing/referral-story.js';
import { into, now, onGbv, spoken } from '../testing/referral-story.js';
import type { ReferralCommand } from './commands.js';
import type { ReferralEvent } from './events.js';
import { evolve, initialState } from './evolve.js';

type Who = keyof typeof people;
const everyone = Object.keys(people) as Who[];
const sending: readonly Who[] = ['caseworker', 'supervisor', 'hotline', 'certifiedCaseworker'];
const deciding: readonly Who[] = [
  'intake',
  'duty',
  'recipientSupervisor',
  'certifiedIntake',
  'otherwiseCertifiedIntake',
];
const certified: readonly Who[] = ['certifiedCaseworker', 'certifiedIntake'];

/** Each command where it is legal, and who alone may give it on the portal. */
const commands: readonly [ReferralCommand, readonly ReferralEvent[], readonly Who[]][] = [
  [ask.send(), into.draft, sending],
  [ask.withdraw(), into.draft, sending],
  [ask.withdraw(), into.asking, sending],
  [ask.withdraw(), into.accepted, sending],
  [ask.acknowledge(), into.sent, deciding],
  [ask.accept(), into.sent, deciding],
  [ask.decline(), into.sent, deciding],
  [ask.start(), into.accepted, deciding],
  [ask.complete(), into.in_progress, deciding],
  [ask.confirm(), [...into.sent, story.accepted(spoken)], deciding],
];

function letThrough(past: readonly ReferralEvent[], command: ReferralCommand, who: Who) {
  const newId = (label: string) => `id:${label}`;
  const context = { now, targetId: 'target', newId, facts: by(people[who]) };
  expect(decider.decide(past.reduce(evolve, initialState), command, context)).toHaveLength(1);
}

describe.each(commands.map(([command, past, who]) => ({ type: command.type, command, past, who })))(
  '$type',
  ({ command, past, who: allowed }) => {
    it('is for nobody who is not signed in', () =>
      given(...past)
        .when(command, by(undefined))
        .refuses('UNAUTHENTICATED', []));

    it.each(everyone)('asked by %s', (who) => {
      if (allowed.includes(who)) letThrough(past, command, who);
      else
        given(...past)
          .when(command, by(people[who]))
          .refuses('NOT_FOUND', []);
    });

    it.each(everyone)('on an isolated pathway, asked by %s', (who) => {
      const isolated = onGbv(past);
      if (allowed.includes(who) && certified.includes(who)) letThrough(isolated, command, who);
      else
        given(...isolated)
          .when(command, by(people[who]))
          .refuses('NOT_FOUND', []);
    });
  },
);

describe('DraftReferral', () => {
  it('is for nobody who is not signed in', () =>
    given().when(ask.draft(), by(undefined)).refuses('UNAUTHENTICATED', []));

  it.each(everyone)('asked by %s', (who) => {
    if (sending.includes(who)) letThrough([], ask.draft(), who);
    else given().when(ask.draft(), by(people[who])).refuses('NOT_FOUND', []);
  });

  it.each(everyone)('on an isolated pathway, asked by %s', (who) => {
    const isolated = by(people[who], { household: { ...household, pathway: 'gbv' } });
    const check = given().when(ask.draft({ pathway: 'gbv' }), isolated);
    if (who === 'certifiedCaseworker') check.gives(expect.anything() as unknown as ReferralEvent);
    else check.refuses('NOT_FOUND', []);
  });
});

describe('an answer that was spoken', () => {
  const told = [
    [ask.acknowledge, into.sent],
    [ask.accept, into.sent],
    [ask.decline, into.sent],
    [ask.start, into.accepted],
    [ask.complete, into.in_progress],
  ] as const;

  it.each(['phone', 'paper', 'in_person', 'import'] as const)(
    'is typed in by those of the sender who may send: %s',
    (channel) => {
      for (const [command, past] of told)
        for (const who of everyone) {
          if (sending.includes(who) || deciding.includes(who)) letThrough(past, command({ channel }), who);
          else
            given(...past)
              .when(command({ channel }), by(people[who]))
              .refuses('NOT_FOUND', []);
        }
    },
  );

  it('on an isolated pathway asks the same certification of the sender', () => {
    for (const [command, past] of told) {
      letThrough(onGbv(past), command({ channel: 'phone' }), 'certifiedCaseworker');
      given(...onGbv(past))
        .when(command({ channel: 'phone' }), by(people.caseworker))
        .refuses('NOT_FOUND', []);
    }
  });

  it('can be no answer before there is a recipient, on any channel', () => {
    for (const channel of channels.codes)
      for (const phase of ['none', 'draft', 'asking', 'given_up'] as const)
        for (const [command] of told)
          for (const who of ['caseworker', 'intake', 'outsider'] as const)
            given(...into[phase])
              .when(command({ channel }), by(people[who]))
              .refuses('NOT_FOUND', []);
  });
});
