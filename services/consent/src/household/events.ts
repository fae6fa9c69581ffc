/**
 * What is true for ever about what may be shared of a household. One stream per household holds members,
 * agreements, permits, disclosures and withdrawals, so they have one order: whatever was disclosed was disclosed
 * before the withdrawal or not at all. No word that a person said is in here, not even sealed.
 */
import { code, count, digest, type EventsOf, event, fields, flag, id, list, moment } from '@stezhka/schema';
import {
  agreementForms,
  channels,
  dataClasses,
  languages,
  lawfulBases,
  pathways,
  permitRefusals,
  purposes,
  storageKinds,
} from '@stezhka/vocabulary';

const householdId = id('The household.');
const memberId = id('A member of the household.');
const subjectId = id('Whose record it is: a member, or the household as a whole.');
const dataClass = code(dataClasses.codes, 'A data class.');
const referralId = id('The referral.');
const offerId = id('The offer within the referral.');
const permitId = id('The permit.');
const occurredAt = moment('When it happened; may lie before it was recorded.');
const channel = code(channels.codes, 'How it reached the record.');

const snapshot = list(
  fields({
    recordId: id('The sealed record.'),
    subjectId,
    dataClass,
    version: count('Which version of it, from 1.'),
  }),
  'What is shared: the versions as they stood, frozen.',
);

export const householdEvents = {
  'HouseholdOpened.v1': event({
    description: 'An actor opened the file of a person or of people who belong together.',
    data: {
      householdId,
      actorId: id('The actor whose caseload it is.'),
      pathway: code(pathways.codes, 'Which rules of secrecy the file follows.'),
      memberIds: list(memberId, 'Its first members.'),
      occurredAt,
      channel,
    },
    example: {
      householdId: 'h2k4m6p3r5t7v2x4z6b3d5f7ja',
      actorId: 'k3v5tq2m7xw4zdp6ybnh2rjf5a',
      pathway: 'general',
      memberIds: ['m2k4m6p3r5t7v2x4z6b3d5f7ja'],
      occurredAt: '2026-03-01T08:00:00.000Z',
      channel: 'in_person',
    },
  }),
  'MemberAdded.v1': event({
    description: 'A household has one more member.',
    data: { householdId, memberId, occurredAt, channel },
    example: {
      householdId: 'h2k4m6p3r5t7v2x4z6b3d5f7ja',
      memberId: 'n2k4m6p3r5t7v2x4z6b3d5f7ja',
      occurredAt: '2026-03-01T08:00:00.000Z',
      channel: 'in_person',
    },
  }),
  'RecordSealed.v1': event({
    description: 'Something was written down about a member or a household, and sealed in the vault.',
    published: false,
    data: {
      householdId,
      recordId: id('The sealed record.'),
      subjectId,
      dataClass,
      version: count('Which version of this class for this subject, from 1.'),
      digest: digest('SHA-256 of the ciphertext.'),
    },
    example: {
      householdId: 'h2k4m6p3r5t7v2x4z6b3d5f7ja',
      recordId: 'r2k4m6p3r5t7v2x4z6b3d5f7ja',
      subjectId: 'm2k4m6p3r5t7v2x4z6b3d5f7ja',
      dataClass: 'C1',
      version: 1,
      digest: '47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU',
    },
  }),
  'AgreementRecorded.v1': event({
    description:
      'Members agreed to share: recipients × purposes × data classes × time. Fields follow ISO/IEC TS 27560:2023.',
    published: false,
    data: {
      householdId,
      agreementId: id('The record of the agreement.'),
      receiptId: id('The receipt that the person may keep.'),
      schemaVersion: code(['27560-2023'], 'Which standard the record follows.'),
      principalIds: list(memberId, 'Who agreed.'),
      controllerId: id('The actor to whom the agreement was given.'),
      recipientIds: list(id('An actor.'), 'With whom it may be shared, in the order agreed.'),
      purposes: list(code(purposes.codes, 'A purpose.'), 'What for.'),
      dataClasses: list(dataClass, 'What.'),
      validFrom: moment('From when.'),
      validUntil: moment('Until when.'),
      form: code(agreementForms.codes, 'How it was given.'),
      witnessed: flag('Whether a witness heard an oral agreement.'),
      lawfulBasis: code(
        lawfulBases.codes,
        'On what ground the data are processed: apart from the agreement.',
      ),
      noticeVersion: count('Version of the notice that was read or given.'),
      noticeLanguage: code(languages.codes, 'In which language.'),
      jurisdiction: code(['UA', 'EU'], 'Under which data protection law.'),
      storage: code(storageKinds.codes, 'Where recipients keep it.'),
      retentionDays: count('How long after the end of the service, in days.'),
      withdrawalMethod: code(['any_channel_to_any_party'], 'How it can be withdrawn.'),
      occurredAt,
      channel,
    },
    example: {
      householdId: 'h2k4m6p3r5t7v2x4z6b3d5f7ja',
      agreementId: 'a2k4m6p3r5t7v2x4z6b3d5f7ja',
      receiptId: 'c2k4m6p3r5t7v2x4z6b3d5f7ja',
      schemaVersion: '27560-2023',
      principalIds: ['m2k4m6p3r5t7v2x4z6b3d5f7ja'],
      controllerId: 'k3v5tq2m7xw4zdp6ybnh2rjf5a',
      recipientIds: ['q3v5tq2m7xw4zdp6ybnh2rjf5a'],
      purposes: ['eligibility_decision', 'service_delivery'],
      dataClasses: ['C1', 'C2'],
      validFrom: '2026-03-01T08:00:00.000Z',
      validUntil: '2026-06-01T08:00:00.000Z',
      form: 'oral_witnessed',
      witnessed: true,
      lawfulBasis: 'consent',
      noticeVersion: 1,
      noticeLanguage: 'uk',
      jurisdiction: 'UA',
      storage: 'sealed_vault',
      retentionDays: 90,
      withdrawalMethod: 'any_channel_to_any_party',
      occurredAt: '2026-03-01T08:00:00.000Z',
      channel: 'in_person',
    },
  }),
  'DisclosurePermitted.v1': event({
    description: 'What a referral asks to share is covered by agreement; the snapshot is frozen.',
    data: {
      householdId,
      permitId,
      referralId,
      offerId,
      recipientActorId: id('The actor that may read.'),
      serviceId: id('The service for which.'),
      agreementIds: list(id('An agreement.'), 'What it rests on.'),
      memberIds: list(memberId, 'Whom it covers.'),
      snapshot,
      validUntil: moment('When it ends by itself.'),
    },
    example: {
      householdId: 'h2k4m6p3r5t7v2x4z6b3d5f7ja',
      permitId: 'e2k4m6p3r5t7v2x4z6b3d5f7ja',
      referralId: 'f2k4m6p3r5t7v2x4z6b3d5f7ja',
      offerId: 'o2k4m6p3r5t7v2x4z6b3d5f7ja',
      recipientActorId: 'q3v5tq2m7xw4zdp6ybnh2rjf5a',
      serviceId: 'p5r3wq6t2n4yhm7xvk2zjdba4c',
      agreementIds: ['a2k4m6p3r5t7v2x4z6b3d5f7ja'],
      memberIds: ['m2k4m6p3r5t7v2x4z6b3d5f7ja'],
      snapshot: [
        {
          recordId: 'r2k4m6p3r5t7v2x4z6b3d5f7ja',
          subjectId: 'm2k4m6p3r5t7v2x4z6b3d5f7ja',
          dataClass: 'C1',
          version: 1,
        },
      ],
      validUntil: '2026-06-01T08:00:00.000Z',
    },
  }),
  'DisclosureRefused.v1': event({
    description: 'What a referral asks to share is not covered by agreement.',
    data: { householdId, referralId, offerId, reason: code(permitRefusals.codes, 'Why not.') },
    example: {
      householdId: 'h2k4m6p3r5t7v2x4z6b3d5f7ja',
      referralId: 'f2k4m6p3r5t7v2x4z6b3d5f7ja',
      offerId: 'o2k4m6p3r5t7v2x4z6b3d5f7ja',
      reason: 'not_agreed',
    },
  }),
  'PersonDisclosed.v1': event({
    description: 'Sealed records were opened for somebody. Written before they are opened.',
    published: false,
    data: {
      householdId,
      permitId: id('Under which permit; the household itself when its own actor reads.'),
      toActorId: id('Whose user read.'),
      toStaffId: id('Who read.'),
      recordIds: list(id('A sealed record.'), 'What was read.'),
      dataClasses: list(dataClass, 'Of which classes.'),
      purpose: code(purposes.codes, 'What for.'),
      occurredAt,
    },
    example: {
      householdId: 'h2k4m6p3r5t7v2x4z6b3d5f7ja',
      permitId: 'e2k4m6p3r5t7v2x4z6b3d5f7ja',
      toActorId: 'q3v5tq2m7xw4zdp6ybnh2rjf5a',
      toStaffId: 'w2x4k7n5q3t6zvy2mhb4rjdp6c',
      recordIds: ['r2k4m6p3r5t7v2x4z6b3d5f7ja'],
      dataClasses: ['C1'],
      purpose: 'service_delivery',
      occurredAt: '2026-03-01T08:00:00.000Z',
    },
  }),
  'ConsentWithdrawn.v1': event({
    description: 'Members took their agreement back. Nothing is opened for the named permits any more.',
    data: {
      householdId,
      principalIds: list(memberId, 'Who withdrew.'),
      agreementIds: list(id('An agreement.'), 'What was withdrawn.'),
      ended: list(
        fields({ permitId, referralId, offerId, recipientActorId: id('Who could read.') }),
        'Permits that ended with it.',
      ),
      narrowed: list(
        fields({ permitId, referralId, offerId, memberIds: list(memberId, 'Who is left.') }),
        'Permits that go on without these members.',
      ),
      occurredAt,
      channel,
    },
    example: {
      householdId: 'h2k4m6p3r5t7v2x4z6b3d5f7ja',
      principalIds: ['m2k4m6p3r5t7v2x4z6b3d5f7ja'],
      agreementIds: ['a2k4m6p3r5t7v2x4z6b3d5f7ja'],
      ended: [
        {
          permitId: 'e2k4m6p3r5t7v2x4z6b3d5f7ja',
          referralId: 'f2k4m6p3r5t7v2x4z6b3d5f7ja',
          offerId: 'o2k4m6p3r5t7v2x4z6b3d5f7ja',
          recipientActorId: 'q3v5tq2m7xw4zdp6ybnh2rjf5a',
        },
      ],
      narrowed: [],
      occurredAt: '2026-03-02T08:00:00.000Z',
      channel: 'phone',
    },
  }),
} as const;

export type HouseholdEvent = EventsOf<typeof householdEvents>;
