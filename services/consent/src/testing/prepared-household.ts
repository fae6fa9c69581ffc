/** A household of two through the service's own commands: opened, written down, agreed, and referred if asked. */
import { randomUUID } from 'node:crypto';
import type { Viewer } from '@stezhka/auth';
import type { Pathway } from '@stezhka/vocabulary';
import type { HouseholdCommands } from '../household/handle.commands.js';
import type { RecordAgreementInput } from '../household/handle.file.js';
import type { RecordContent } from '../vault/content.js';
import { caseworker, lviv } from './household-story.js';
import type { referralsPart } from './referrals-part.js';

export const contact: RecordContent = {
  dataClass: 'C1',
  content: { name: 'Олена Канарка', phone: '+380 00 000 00 00' },
};
export const decision: RecordContent = {
  dataClass: 'C2',
  content: { need: 'A place for two.', answers: [{ question: 'pets', answer: 'no' }] },
};
export const agreement: Omit<RecordAgreementInput, 'householdId' | 'principalIds' | 'key'> = {
  recipientIds: [lviv],
  purposes: ['eligibility_decision', 'service_delivery'],
  dataClasses: ['C1', 'C2', 'C3'],
  validFrom: '2026-03-01T08:00:00.000Z',
  validUntil: '2026-06-01T08:00:00.000Z',
  form: 'written',
  witnessed: false,
  lawfulBasis: 'consent',
  noticeVersion: 1,
  noticeLanguage: 'uk',
  jurisdiction: 'UA',
  storage: 'sealed_vault',
  retentionDays: 90,
  channel: 'in_person',
};

export async function prepareHousehold(
  commands: HouseholdCommands,
  now: Date,
  { by = caseworker, pathway = 'general' }: { by?: Viewer; pathway?: Pathway } = {},
) {
  const opening = { pathway, memberCount: 2, channel: 'in_person', key: randomUUID() } as const;
  const { id: householdId, memberIds } = await commands.openHousehold(by, opening, now);
  const [mother = ''] = memberIds;
  const seal = (subjectId: string, record: RecordContent) =>
    commands.sealRecord(by, { householdId, subjectId, record, key: randomUUID() }, now);
  const { recordId: contactId } = await seal(mother, contact);
  const { recordId: decisionId } = await seal(householdId, decision);
  const agreed = { householdId, principalIds: memberIds, ...agreement, key: randomUUID() };
  const { agreementId } = await commands.recordAgreement(by, agreed, now);
  return { householdId, memberIds, mother, contactId, decisionId, agreementId };
}

/** The same, referred to Lviv and accepted there. */
export async function prepareReferral(
  commands: HouseholdCommands,
  referrals: ReturnType<typeof referralsPart>,
  now: Date,
) {
  const home = await prepareHousehold(commands, now);
  const { householdId, memberIds, decisionId } = home;
  const referral = await referrals.accepted({ householdId, memberIds, decisionRecordIds: [decisionId] });
  return { ...home, ...referral };
}
