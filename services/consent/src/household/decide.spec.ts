import { describe, it } from '@jest/globals';
import {
  caseworker,
  householdSpec,
  kharkiv,
  member,
  now,
  ready,
  story,
  stranger,
} from '../testing/household-story.js';
import type { OpenHousehold, RecordAgreement, SealRecord } from './commands.js';

const { given } = householdSpec();
const byHer = { by: caseworker };
const told = { occurredAt: '2026-03-10T11:00:00.000Z', channel: 'phone' } as const;

describe('open a household', () => {
  const open: OpenHousehold = { type: 'OpenHousehold', pathway: 'general', memberCount: 2, ...told };

  it('puts it on the caseload of her actor', () => {
    given()
      .when(open, byHer)
      .gives({
        type: 'HouseholdOpened.v1',
        data: {
          ...{ householdId: 'target', actorId: kharkiv, pathway: 'general', ...told },
          memberIds: ['id:member-0', 'id:member-1'],
        },
      });
  });
  it('is open to a household that an offer named before anybody opened it', () => {
    const refused = {
      householdId: 'target',
      referralId: 'r',
      offerId: 'o',
      reason: 'household_unknown',
    } as const;
    given({ type: 'DisclosureRefused.v1', data: refused })
      .when(open, byHer)
      .gives(story.opened({ memberIds: ['id:member-0', 'id:member-1'], ...told }));
  });
  it('says no to whoever may not, to the uncertified, and to a time that has not come', () => {
    given().when(open, {}).refuses('UNAUTHENTICATED');
    given()
      .when(open, { by: member(kharkiv, 'intake_officer') })
      .refuses('NOT_FOUND');
    given()
      .when({ ...open, pathway: 'gbv' }, byHer)
      .refuses('NOT_FOUND');
    given()
      .when({ ...open, memberCount: 0 }, byHer)
      .refuses('INVALID_INPUT');
    given()
      .when({ ...open, occurredAt: '2026-03-10T12:00:00.001Z' }, byHer)
      .refuses('OCCURRED_IN_FUTURE');
    given(story.opened()).when(open, byHer).refuses('CONFLICT');
  });
});

describe('add a member', () => {
  const add = { type: 'AddMember', channel: 'portal' } as const;

  it('happens now if no time is told', () => {
    given(story.opened())
      .when(add, byHer)
      .gives({
        type: 'MemberAdded.v1',
        data: {
          ...{ householdId: 'target', memberId: 'id:member' },
          ...{ occurredAt: now.toISOString(), channel: 'portal' },
        },
      });
  });
  it('says no to another actor, behind either wall', () => {
    given(story.opened()).when(add, { by: stranger }).refuses('NOT_FOUND');
    const openRules = householdSpec({ gaps: 'all' });
    openRules.given(story.opened()).when(add, { by: stranger }).refuses('NOT_FOUND');
    const openStream = householdSpec({ permitWall: 'open' });
    openStream.given(story.opened()).when(add, { by: stranger }).refuses('NOT_FOUND');
    given().when(add, byHer).refuses('NOT_FOUND');
  });
});

describe('seal a record', () => {
  const seal: SealRecord = {
    ...{ type: 'SealRecord', subjectId: 'mother', dataClass: 'C1', contentFingerprint: 'f' },
  };
  const digest = 'd'.repeat(43);

  it('names what the vault wrote, as the next version of its class', () => {
    given(...ready)
      .when(seal, { ...byHer, sealed: { version: 2, digest } })
      .gives(story.sealed('id:record-f', { version: 2 }));
  });
  it('counts versions by subject and class', () => {
    given(...ready)
      .when({ ...seal, dataClass: 'C4' }, { ...byHer, sealed: { version: 1, digest } })
      .gives(story.sealed('id:record-f', { dataClass: 'C4' }));
  });
  it('says no to a subject of no household', () => {
    given(...ready)
      .when({ ...seal, subjectId: 'somebody' }, { ...byHer, sealed: { version: 1, digest } })
      .refuses('NOT_FOUND');
  });
});

describe('record an agreement', () => {
  const recorded = story.agreed('id:agreement', { receiptId: 'id:agreement-receipt', ...told });
  const {
    householdId: _,
    agreementId: __,
    receiptId: ___,
    controllerId: ____,
    ...terms
  } = (recorded as Extract<typeof recorded, { type: 'AgreementRecorded.v1' }>).data;
  const { schemaVersion: _____, withdrawalMethod: ______, ...asked } = terms;
  const record = { type: 'RecordAgreement', ...asked } as RecordAgreement;

  it('keeps recipient × purpose × class × time in the terms of the standard', () => {
    given(...ready)
      .when(record, byHer)
      .gives(recorded);
  });
  it('says no to strangers among the principals, to nothing agreed, to an end before its beginning', () => {
    const { when } = given(...ready);
    when({ ...record, principalIds: ['somebody'] }, byHer).refuses('NOT_FOUND');
    when({ ...record, dataClasses: [] }, byHer).refuses('INVALID_INPUT', ['dataClasses']);
    when({ ...record, validUntil: record.validFrom }, byHer).refuses('INVALID_INPUT', ['validUntil']);
    when({ ...record, form: 'oral_witnessed' }, byHer).refuses('INVALID_INPUT', ['witnessed']);
  });
});
