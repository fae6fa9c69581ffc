import { describe, it } from '@jest/globals';
import { given } from '../testing/decide-spec.js';
import { people } from '../testing/people.js';
import { accept, acknowledge, by, confirm, decline, start, withdraw } from '../testing/referral-commands.js';
import * as story from '../testing/referral-story.js';
import { at, into, now, spoken } from '../testing/referral-story.js';

const { intake, caseworker } = people;
const nowAt = { occurredAt: now.toISOString() };
const acknowledgedForIt = [...into.sent, story.acknowledged(spoken)];
const acceptedForIt = [...into.sent, story.accepted(spoken)];
const declinedForIt = [...into.sent, story.declined(spoken)];
const confirmedNow = story.confirmed(nowAt);
const declinedNow = (() => {
  const { capacityScope: _, ...data } = story.declined({ ...nowAt, reason: 'not_eligible' }).data;
  return { type: 'ReferralDeclined.v1', data } as const;
})();

describe('an answer that the sender typed in', () => {
  it.each([
    ['acknowledged', acknowledgedForIt],
    ['accepted', acceptedForIt],
    ['declined', declinedForIt],
  ] as const)('is confirmed by the recipient: %s', (_phase, past) =>
    given(...past)
      .when(confirm(), by(intake))
      .gives(confirmedNow),
  );

  it('is not confirmed by the sender, on any channel', () => {
    for (const channel of ['phone', 'portal', 'import'] as const)
      given(...acceptedForIt)
        .when(confirm({ channel }), by(caseworker))
        .refuses('NOT_FOUND', []);
  });

  // Quiet, it would tell who declined that the referral had moved on: by the revision of its receipt.
  it('is confirmed once: after that there is nothing to confirm', () => {
    const possible = ['startReferral', 'completeReferral'];
    given(...acceptedForIt, confirmedNow)
      .when(confirm(), by(intake))
      .refuses('ILLEGAL_TRANSITION', possible);
    given(...into.declined)
      .when(confirm(), by(intake))
      .refuses('ILLEGAL_TRANSITION', []);
  });

  it('is not confirmed before it was given, or in the future', () => {
    given(...acceptedForIt)
      .when(confirm({ occurredAt: at.acknowledged }), by(intake))
      .refuses('OCCURRED_BEFORE', ['occurredAt']);
    given(...acceptedForIt)
      .when(confirm({ occurredAt: '2026-03-02T00:00:00.000Z' }), by(intake))
      .refuses('OCCURRED_IN_FUTURE', ['occurredAt']);
  });
});

describe('an answer that is wrong', () => {
  it('accepted is corrected to declined', () =>
    given(...acceptedForIt)
      .when(decline(), by(intake))
      .gives(declinedNow));

  it('declined is corrected to accepted', () =>
    given(...declinedForIt)
      .when(accept(), by(intake))
      .gives(story.accepted(nowAt)));

  it('is right once the recipient has spoken for itself', () => {
    given(...declinedForIt, story.accepted(nowAt))
      .when(decline(), by(intake))
      .refuses('ILLEGAL_TRANSITION', ['startReferral', 'completeReferral']);
    given(...acceptedForIt, declinedNow)
      .when(accept(), by(intake))
      .refuses('ILLEGAL_TRANSITION', []);
  });

  it('stands once it was confirmed', () => {
    given(...acceptedForIt, confirmedNow)
      .when(decline(), by(intake))
      .refuses('ILLEGAL_TRANSITION', ['startReferral', 'completeReferral']);
    given(...declinedForIt, confirmedNow)
      .when(accept(), by(intake))
      .refuses('ILLEGAL_TRANSITION', []);
  });

  it('is not for the sender to correct', () => {
    given(...acceptedForIt)
      .when(decline({ channel: 'phone' }), by(caseworker))
      .refuses('ILLEGAL_TRANSITION', ['startReferral', 'completeReferral', 'withdrawReferral']);
    given(...declinedForIt)
      .when(accept({ channel: 'phone' }), by(caseworker))
      .refuses('ILLEGAL_TRANSITION', ['withdrawReferral']);
  });

  it('can be taken back by the sender until it is confirmed, and then opens nothing any more', () => {
    const takenBack = withdraw({ reason: 'wrong_actor' });
    given(...declinedForIt)
      .when(takenBack, by(caseworker))
      .gives(story.withdrawn({ reason: 'wrong_actor', occurredAt: now.toISOString() }));
    given(...declinedForIt, story.withdrawn())
      .when(accept(), by(intake))
      .refuses('ILLEGAL_TRANSITION', []);
  });

  it('may still be corrected when the possible is listed', () => {
    given(...acceptedForIt)
      .when(acknowledge(), by(intake))
      .refuses('ILLEGAL_TRANSITION', [
        'startReferral',
        'completeReferral',
        'confirmAnswer',
        'declineReferral',
      ]);
    given(...declinedForIt)
      .when(start(), by(intake))
      .refuses('ILLEGAL_TRANSITION', ['confirmAnswer', 'acceptReferral']);
  });
});

describe('going on from an unconfirmed answer', () => {
  it('needs no confirmation, and is one', () => {
    given(...acceptedForIt)
      .when(start(), by(intake))
      .gives(story.started(nowAt));
    given(...acceptedForIt, story.started(nowAt))
      .when(confirm(), by(intake))
      .refuses('ILLEGAL_TRANSITION', ['completeReferral']);
  });

  it('leaves nothing to confirm when the sender takes it back', () =>
    given(...acceptedForIt, story.withdrawn())
      .when(confirm(), by(intake))
      .refuses('ILLEGAL_TRANSITION', []));

  it('may be taken back by the sender meanwhile', () =>
    given(...acceptedForIt)
      .when(withdraw(), by(caseworker))
      .gives(story.withdrawn(nowAt)));
});
