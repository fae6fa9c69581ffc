import { describe, it } from '@jest/globals';
import { unsuitableReasons } from '../directory/suitability.js';
import { given } from '../testing/decide-spec.js';
import { people } from '../testing/people.js';
import { by, candidate, endSharing, permit, refuse, send } from '../testing/referral-commands.js';
import {
  at,
  declined,
  drafted,
  into,
  now,
  offerRefused,
  offerRequested,
  onGbv,
  sent,
  sharingEnded,
  spoken,
} from '../testing/referral-story.js';
import type { Phase } from './evolve.js';

const { caseworker, certifiedCaseworker } = people;
const nobody = {};
const asked = (changes: Parameters<typeof offerRequested>[0] = {}) =>
  offerRequested({ occurredAt: now.toISOString(), ...changes });

describe('sending', () => {
  it('asks consent and tells nobody else', () =>
    given(...into.draft)
      .when(send(), by(caseworker))
      .gives(asked()));

  it('may be tried again after consent refused', () =>
    given(...into.asking, offerRefused())
      .when(send({ dataClasses: ['C1'] }), by(caseworker))
      .gives(asked({ dataClasses: ['C1'] })));

  it('carries the isolated pathway to consent', () =>
    given(...onGbv(into.draft))
      .when(send(), by(certifiedCaseworker))
      .gives(asked({ pathway: 'gbv' })));

  it('finds no service that the directory does not have', () =>
    given(...into.draft)
      .when(send(), { by: caseworker })
      .refuses('NOT_FOUND', []));

  it('refuses what speaks against an offer, reason by reason', () => {
    for (const reason of unsuitableReasons.codes) {
      const against = by(caseworker, { candidate: { ...candidate, unsuitable: [reason] } });
      const check = given(...into.draft).when(send(), against);
      if (reason === 'not_certified') check.refuses('NOT_CERTIFIED', []);
      else check.refuses('NOT_ELIGIBLE', ['candidates']);
    }
  });

  it('names a missing certification first', () =>
    given(...into.draft)
      .when(
        send(),
        by(caseworker, { candidate: { ...candidate, unsuitable: ['out_of_area', 'not_certified'] } }),
      )
      .refuses('NOT_CERTIFIED'));

  it('shares at least what the service needs', () => {
    const needing = by(caseworker, { candidate: { ...candidate, neededClasses: ['C1', 'C3'] } });
    given(...into.draft)
      .when(send({ dataClasses: ['C1', 'C2'] }), needing)
      .refuses('NOT_AGREED', ['C1', 'C3']);
    given(...into.draft)
      .when(send({ dataClasses: ['C3', 'C1'] }), needing)
      .gives(asked({ dataClasses: ['C3', 'C1'] }));
  });

  it('happens after the draft, and not in the future', () => {
    given(...into.draft)
      .when(send({ occurredAt: '2026-03-01T07:59:59.999Z' }), by(caseworker))
      .refuses('OCCURRED_BEFORE', ['occurredAt']);
    given(...into.draft)
      .when(send({ occurredAt: '2026-03-01T18:00:00.001Z' }), by(caseworker))
      .refuses('OCCURRED_IN_FUTURE', ['occurredAt']);
    given(...into.draft)
      .when(send({ occurredAt: at.drafted }), by(caseworker))
      .gives(asked({ occurredAt: at.drafted }));
  });

  it('without a time of its own is never before the draft, whatever a clock says', () =>
    given(...into.draft)
      .when(send(), by(caseworker), new Date('2026-03-01T07:00:00.000Z'))
      .gives(asked({ occurredAt: at.drafted })));
});

describe("consent's answer", () => {
  it('sends the referral as it was asked, when it was asked, and sets the clocks', () =>
    given(...into.asking)
      .when(permit(), nobody)
      .gives(sent()));

  it('sets the clocks by urgency', () =>
    given(drafted({ urgency: 'emergency' }), offerRequested())
      .when(permit(), nobody)
      .gives(sent({ acknowledgeBy: '2026-03-01T10:00:00.000Z', decideBy: '2026-03-02T09:00:00.000Z' })));

  it('makes it a draft again when it is no', () =>
    given(...into.asking)
      .when(refuse(), nobody)
      .gives(offerRefused()));

  it('about another offer changes nothing', () => {
    given(...into.asking)
      .when(permit({ offerId: 'id:other' }), nobody)
      .staysQuiet();
    given(...into.asking)
      .when(refuse({ offerId: 'id:other' }), nobody)
      .staysQuiet();
  });

  it('comes to nothing in any phase but asking', () => {
    for (const phase of Object.keys(into) as Phase[]) {
      if (phase === 'asking') continue;
      given(...into[phase])
        .when(permit(), nobody)
        .staysQuiet();
      given(...into[phase])
        .when(refuse(), nobody)
        .staysQuiet();
    }
  });
});

describe('an agreement that the person took back', () => {
  it.each(['sent', 'acknowledged', 'accepted', 'in_progress', 'completed', 'declined', 'withdrawn'] as const)(
    'is said about a referral that is %s, once',
    (phase) => {
      given(...into[phase])
        .when(endSharing(), nobody)
        .gives(sharingEnded());
      given(...into[phase], sharingEnded())
        .when(endSharing(), nobody)
        .staysQuiet();
    },
  );

  it.each(['none', 'draft', 'asking', 'given_up'] as const)(
    'is no news where nothing was shared: %s',
    (phase) =>
      given(...into[phase])
        .when(endSharing(), nobody)
        .staysQuiet(),
  );

  it('behind another offer is no news either', () =>
    given(...into.accepted)
      .when(endSharing({ offerId: 'id:other' }), nobody)
      .staysQuiet());

  it('leaves no correction open', () =>
    given(...into.sent, declined(spoken), sharingEnded())
      .when({ type: 'AcceptReferral', channel: 'portal' }, by(people.intake))
      .refuses('ILLEGAL_TRANSITION', []));
});
