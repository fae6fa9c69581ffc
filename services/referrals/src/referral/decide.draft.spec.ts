import { describe, expect, it } from '@jest/globals';
import { ageBands, serviceCodes } from '@stezhka/vocabulary';
import { decider, given } from '../testing/decide-spec.js';
import { actors, people } from '../testing/people.js';
import { by, draft, household } from '../testing/referral-commands.js';
import { at, drafted, now, referralId } from '../testing/referral-story.js';
import type { DraftReferral } from './commands.js';
import type { ReferralEvent } from './events.js';

const { caseworker, certifiedCaseworker } = people;
const reference = expect.stringMatching(/^ST-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z*~$=]$/) as unknown as string;
const begun = (changes: Parameters<typeof drafted>[0] = {}): ReferralEvent =>
  drafted({ reference, occurredAt: now.toISOString(), ...changes });

describe('drafting', () => {
  it('begins a referral of a household of the own caseload', () =>
    given().when(draft(), by(caseworker)).gives(begun()));

  const ofTheSame = { senderActorId: caseworker.actorId, householdId: draft().householdId };

  it('keeps everything that was asked for', () => {
    const asked: Pick<DraftReferral, 'sexes' | 'ageBands' | 'language' | 'partOf' | 'channel'> = {
      ageBands: [ageBands.codes[0]],
      sexes: ['female'],
      language: 'ru',
      partOf: 'referral-0',
      channel: 'phone',
    };
    given()
      .when(draft({ ...asked, excludedActorIds: ['aspen'] }), {
        ...by(caseworker),
        excludedKnown: true,
        continued: ofTheSame,
      })
      .gives(
        begun({ ...asked, sexes: ['female'], ageBands: [ageBands.codes[0]], excludedActorIds: ['aspen'] }),
      );
  });

  it('continues only what the same actor began for the same household', () => {
    const { when } = given();
    const asked = draft({ partOf: 'referral-0' });
    when(asked, by(caseworker)).refuses('NOT_FOUND', []);
    for (const continued of [
      { ...ofTheSame, senderActorId: 'aspen' },
      { ...ofTheSame, householdId: 'another' },
    ])
      when(asked, { ...by(caseworker), continued }).refuses('NOT_FOUND', []);
  });

  it('excludes actors alone', () =>
    given()
      .when(draft({ excludedActorIds: ['nobody'] }), { ...by(caseworker), excludedKnown: false })
      .refuses('NOT_FOUND', []));

  it('names each member once', () =>
    given()
      .when(draft({ memberIds: ['son', 'son'] }), by(caseworker))
      .gives(begun({ memberIds: ['son'] })));

  it('gives the same reference however often it is decided, and another for another command', () => {
    const referenceFor = (command: string) => {
      const newId = (label: string) => `${command}:${label}`;
      const context = { now, targetId: referralId, newId, facts: by(caseworker) };
      const [event] = decider.decide({ phase: 'none' }, draft(), context);
      return event?.type === 'ReferralDrafted.v1' && event.data.reference;
    };
    expect(referenceFor('a')).toBe(referenceFor('a'));
    expect(referenceFor('a')).not.toBe(referenceFor('b'));
  });

  it('begins once', () => given(drafted()).when(draft(), by(caseworker)).refuses('CONFLICT', []));
});

describe('clinical management of rape', () => {
  it.each(['normal', 'urgent', 'emergency'] as const)('is an emergency although %s was said', (urgency) =>
    given()
      .when(draft({ service: 'HLT.CMR', urgency }), by(caseworker))
      .gives(begun({ service: 'HLT.CMR', urgency: 'emergency' })),
  );

  it('is the only service that overrules what was said', () => {
    for (const service of serviceCodes.codes.filter((code) => code !== 'HLT.CMR'))
      given()
        .when(draft({ service, urgency: 'normal' }), by(caseworker))
        .gives(begun({ service, urgency: 'normal' }));
  });
});

describe('whose household', () => {
  it('must be of the own actor, and one that is not does not exist', () => {
    const others = { household: { ...household, actorId: actors.outsider } };
    given().when(draft(), by(caseworker, others)).refuses('NOT_FOUND', []);
    given().when(draft(), { by: caseworker }).refuses('NOT_FOUND', []);
  });

  it('must have the members who are referred', () => {
    for (const memberIds of [['mother', 'stranger'], ['stranger'], []])
      given().when(draft({ memberIds }), by(caseworker)).refuses('NOT_FOUND', []);
  });

  it('may have grown since it was opened', () =>
    given()
      .when(draft({ memberIds: ['grandmother'] }), by(caseworker))
      .gives(begun({ memberIds: ['grandmother'] })));
});

describe('the pathway', () => {
  const gbv = { household: { ...household, pathway: 'gbv' as const } };

  it('is the one that the file of the household follows', () => {
    given()
      .when(draft({ pathway: 'gbv' }), by(certifiedCaseworker, gbv))
      .gives(begun({ pathway: 'gbv' }));
    given().when(draft(), by(certifiedCaseworker, gbv)).refuses('CONFLICT', ['gbv']);
    given()
      .when(draft({ pathway: 'gbv' }), by(certifiedCaseworker))
      .refuses('CONFLICT', ['general']);
  });

  it('is for certified staff alone, who alone learn that a file follows it', () => {
    given()
      .when(draft({ pathway: 'gbv' }), by(caseworker, gbv))
      .refuses('NOT_FOUND', []);
    given().when(draft(), by(caseworker, gbv)).refuses('NOT_FOUND', []);
    for (const pathway of ['tip', 'cp'] as const)
      given()
        .when(draft({ pathway }), by(certifiedCaseworker, { household: { ...household, pathway } }))
        .refuses('NOT_FOUND', []);
  });
});

describe('when it happened', () => {
  it('is now, if nothing is said', () => given().when(draft(), by(caseworker)).gives(begun()));

  it('may lie in the past, in any notation of a moment', () => {
    for (const occurredAt of [at.drafted, '2026-03-01T10:00:00.000+02:00', '2026-03-01T08:00:00Z'])
      given()
        .when(draft({ occurredAt }), by(caseworker))
        .gives(begun({ occurredAt: at.drafted }));
  });

  it('may be this very moment, and never after it', () => {
    given()
      .when(draft({ occurredAt: now.toISOString() }), by(caseworker))
      .gives(begun());
    given()
      .when(draft({ occurredAt: new Date(now.getTime() + 1).toISOString() }), by(caseworker))
      .refuses('OCCURRED_IN_FUTURE', ['occurredAt']);
  });

  it('must be a moment', () => {
    for (const occurredAt of ['yesterday', '', '2026-02-30T99:00:00Z'])
      given().when(draft({ occurredAt }), by(caseworker)).refuses('INVALID_INPUT', ['occurredAt']);
  });
});
