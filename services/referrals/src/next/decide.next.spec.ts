import { describe, expect, it } from '@jest/globals';
import { declineReasons } from '@stezhka/vocabulary';
import type { Facts } from '../referral/decide.facts.js';
import { evolve, initialState } from '../referral/evolve.js';
import { given } from '../testing/decide-spec.js';
import { actors, people } from '../testing/people.js';
import * as ask from '../testing/referral-commands.js';
import * as story from '../testing/referral-story.js';
import { firstId, into, now, onGbv } from '../testing/referral-story.js';
import { type First, firstOf } from './first.js';

const { caseworker, intake, outsider } = people;
const continuing = [story.drafted({ partOf: firstId })];
const nowAt = now.toISOString();
/** What a workflow looked up: nobody asks. */
const found = (standing: First, more: Partial<Facts> = {}): Facts => ({
  ...{ candidate: ask.candidate, first: { standing, recipientActorId: actors.outsider } },
  ...more,
});
const ended = (reason: Parameters<typeof story.preparationEnded>[0] & object) =>
  story.preparationEnded({ occurredAt: nowAt, ...reason });

describe('a draft that continues a referral', () => {
  it('is prepared to follow it, while that one waits', () =>
    given(...continuing)
      .when(ask.prepare(), ask.by(caseworker))
      .gives(story.prepared({ occurredAt: nowAt })));

  it('is not, once that one has been decided', () => {
    for (const standing of ['accepted', 'silent', 'declined', 'taken_back'] as const)
      given(...continuing)
        .when(ask.prepare(), ask.by(caseworker, { first: { standing } }))
        .refuses('ILLEGAL_TRANSITION', ['sendReferral', 'withdrawReferral']);
  });

  it('is not for the actor that is asked already, and not a second one', () => {
    const same = { standing: 'open', recipientActorId: actors.recipient } as const;
    given(...continuing)
      .when(ask.prepare(), ask.by(caseworker, { first: same }))
      .refuses('NOT_ELIGIBLE', ['candidates']);
    given(...continuing)
      .when(ask.prepare(), ask.by(caseworker, { anotherPrepared: true }))
      .refuses('CONFLICT', []);
  });

  it('is for a service that suits and is given what it needs', () => {
    const unsuitable = { ...ask.candidate, unsuitable: ['out_of_area'] } as const;
    given(...continuing)
      .when(ask.prepare(), ask.by(caseworker, { candidate: unsuitable }))
      .refuses('NOT_ELIGIBLE', ['candidates']);
    given(...continuing)
      .when(ask.prepare({ dataClasses: ['C2'] }), ask.by(caseworker))
      .refuses('NOT_AGREED', ['C1']);
  });

  it('is never prepared on an isolated pathway, nor where it continues nothing', () => {
    const possible = ['sendReferral', 'withdrawReferral'];
    given(...onGbv(continuing))
      .when(ask.prepare(), ask.by(people.certifiedCaseworker))
      .refuses('ILLEGAL_TRANSITION', possible);
    given(...into.draft)
      .when(ask.prepare(), ask.by(caseworker))
      .refuses('ILLEGAL_TRANSITION', possible);
  });

  it('is its sender’s to prepare and to call off', () => {
    for (const viewer of [intake, outsider]) {
      given(...continuing)
        .when(ask.prepare(), ask.by(viewer))
        .refuses('NOT_FOUND', []);
      given(...into.prepared)
        .when(ask.cancel(), ask.by(viewer))
        .refuses('NOT_FOUND', []);
    }
  });
});

describe('what is prepared', () => {
  it('is called off, sent at once, or given up by its sender', () => {
    given(...into.prepared)
      .when(ask.cancel(), ask.by(caseworker))
      .gives(ended({ reason: 'cancelled', channel: 'portal' }));
    given(...into.prepared)
      .when(ask.send(), ask.by(caseworker))
      .gives(story.offerRequested({ occurredAt: nowAt }));
    given(...into.prepared)
      .when(ask.withdraw(), ask.by(caseworker))
      .gives(story.withdrawn({ occurredAt: nowAt }));
  });

  it('is offered, with consent still to be asked, after silence and after a decline of the actor’s own', () => {
    for (const standing of ['silent', 'declined'] as const)
      given(...into.prepared)
        .when(ask.look, found(standing))
        .gives(story.offerRequested({ occurredAt: nowAt }));
  });

  it('waits while the first one waits', () =>
    given(...into.prepared)
      .when(ask.look, found('open'))
      .staysQuiet());

  it.each([
    ['accepted', 'first_accepted'],
    ['taken_back', 'first_taken_back'],
    ['declined_for_a_person', 'for_a_person'],
  ] as const)('is a draft again where the first one was %s', (standing, reason) =>
    given(...into.prepared)
      .when(ask.look, found(standing))
      .gives(ended({ reason })),
  );

  it('is a draft again where the place was another’s, whatever became of the first', () =>
    given(...into.prepared)
      .when(ask.look, found('silent', { anotherPrepared: true }))
      .gives(ended({ reason: 'another_prepared' })));

  it('is a draft again where the service has ended, changed hands, needs more, or no longer suits', () => {
    const { candidate: gone, ...without } = found('silent');
    expect(gone).toBeDefined();
    const changed = (change: object) => found('silent', { candidate: { ...ask.candidate, ...change } });
    for (const facts of [
      without,
      changed({ actorId: actors.outsider }),
      changed({ neededClasses: ['C1', 'C3'] }),
      changed({ unsuitable: ['not_operational'] }),
    ])
      given(...into.prepared)
        .when(ask.look, facts)
        .gives(ended({ reason: 'not_suitable' }));
  });

  it('is offered once: who looks again, or too late, changes nothing', () => {
    const others = Object.entries(into).filter(([phase]) => phase !== 'prepared');
    for (const [, past] of others)
      given(...past)
        .when(ask.look, found('silent'))
        .staysQuiet();
    given(...into.prepared, story.preparationEnded())
      .when(ask.look, found('silent'))
      .staysQuiet();
  });

  it('is refused by consent like any offer, and then a draft', () =>
    given(...into.prepared, story.offerRequested())
      .when(ask.refuse(), {})
      .gives(story.offerRefused()));
});

describe('the first referral, as the next one sees it', () => {
  const standingAfter = (...events: Parameters<typeof evolve>[1][]) =>
    firstOf(events.reduce(evolve, initialState));

  it.each([
    ['none', 'taken_back'],
    ['draft', 'taken_back'],
    ['given_up', 'taken_back'],
    ['sent', 'open'],
    ['acknowledged', 'open'],
    ['accepted', 'accepted'],
    ['in_progress', 'accepted'],
    ['completed', 'accepted'],
    ['declined', 'declined'],
    ['expired', 'silent'],
    ['withdrawn', 'taken_back'],
  ] as const)('%s is %s', (phase, standing) => expect(standingAfter(...into[phase])).toBe(standing));

  it('was taken back once the person took her agreement back, however it ended before', () => {
    for (const phase of ['sent', 'declined', 'expired', 'completed'] as const)
      expect(standingAfter(...into[phase], story.sharingEnded())).toBe('taken_back');
  });

  it('asks a person to look where the reason says something of her', () => {
    const asking = declineReasons.codes.filter(
      (reason) => standingAfter(...into.sent, story.declined({ reason })) === 'declined_for_a_person',
    );
    expect(asking).toEqual([
      ...['already_served_elsewhere', 'duplicate', 'not_appropriate', 'security_or_access'],
      ...['safety_of_person', 'other'],
    ]);
    const confirmed = standingAfter(
      ...into.sent,
      story.declined({ ...story.spoken, reason: 'duplicate' }),
      story.confirmed(),
    );
    expect(confirmed).toBe('declined_for_a_person');
  });
});
