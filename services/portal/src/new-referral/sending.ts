/**
 * From a draft to a referral that is sent: a household, its records, the agreement, the referral, the offer. Each is
 * a command of its own; if one fails, all are said again under the same keys, and what took effect stays as it is.
 */

import type { Language } from '@stezhka/vocabulary';
import type {
  ContactInput,
  DecisionSetInput,
  RecordAgreementInput,
  SendReferralMutation,
} from '../graph/generated/graphql.js';
import {
  DraftReferralDocument,
  OpenHouseholdDocument,
  PrepareReferralDocument,
  RecordAgreementDocument,
  SealRecordDocument,
  SendReferralDocument,
} from '../graph/generated/new-referral.js';
import type { Commands } from '../graph/use-commands.js';
import { coveredUntil, type Draft, hasContact, type Person, sharedClasses, urgencyOf } from './draft.js';

export interface Sent {
  readonly referralId: string;
  readonly outcome: 'sent' | 'refused' | 'PENDING' | 'prepared';
  readonly refused: SendReferralMutation['sendReferral']['refused'];
}

const channel = 'portal' as const;
const again = { again: true };
const DAY_MS = 86_400_000;

/** Undefined if a step was refused; the commands hold why. */
export async function sendDraft(
  draft: Draft,
  language: Language,
  { send, anew }: Pick<Commands, 'send' | 'anew'>,
): Promise<Sent | undefined> {
  const household = await theHousehold();
  if (!household) return undefined;
  const decisionRecordId = await theDecisionSet(household.id);
  if (!decisionRecordId || !(await theContacts(household)) || !(await theAgreement(household)))
    return undefined;
  const referralId = draft.continued?.draftId ?? (await theReferral(household));
  if (!referralId) return undefined;
  const offer = {
    referralId,
    serviceId: draft.chosen!.serviceId,
    dataClasses: [...sharedClasses(draft)],
    decisionRecordIds: [decisionRecordId],
    channel,
  };
  if (draft.continued?.waits) {
    const prepared = await send('prepare', PrepareReferralDocument, offer, again);
    return prepared && { referralId, outcome: 'prepared', refused: null };
  }
  const sent = await send('send', SendReferralDocument, offer, again);
  if (!sent) return undefined;
  const { outcome, refused } = sent.sendReferral;
  // It was answered: once something is mended, the same words are a new attempt.
  anew('send');
  return { referralId, outcome: outcome as Sent['outcome'], refused };

  async function theHousehold(): Promise<Household | undefined> {
    if (draft.continued) return { id: draft.continued.householdId, memberIds: draft.continued.memberIds };
    const input = { memberCount: draft.people.length, pathway: draft.need.pathway, channel };
    const opened = await send('household', OpenHouseholdDocument, input, again);
    return opened && { id: opened.openHousehold.receipt.id, memberIds: opened.openHousehold.memberIds };
  }

  async function theDecisionSet(householdId: string): Promise<string | undefined> {
    if (draft.reuse && draft.continued?.decisionRecordId) return draft.continued.decisionRecordId;
    const input = { householdId, subjectId: householdId, decisionSet: decisionSetOf(draft) };
    return (await send('decision', SealRecordDocument, input, again))?.sealRecord.recordId;
  }

  async function theContacts({ id: householdId, memberIds }: Household): Promise<boolean> {
    if (draft.continued) return true;
    for (const [n, person] of draft.people.entries()) {
      if (!hasContact(person)) continue;
      const input = { householdId, subjectId: memberIds[n]!, contact: contactOf(person, draft) };
      if (!(await send(`contact-${n}`, SealRecordDocument, input, again))) return false;
    }
    return true;
  }

  async function theAgreement({ id: householdId, memberIds }: Household): Promise<boolean> {
    if (coveredUntil(draft)) return true;
    const input = { ...agreementOf(draft, language), householdId, principalIds: [...memberIds] };
    return (await send('agreement', RecordAgreementDocument, input, again)) !== undefined;
  }

  async function theReferral({ id: householdId, memberIds }: Household): Promise<string | undefined> {
    const { service, oblast, language: spoken, pathway, modality, ageBands, sexes } = draft.need;
    const urgency = urgencyOf(draft.need);
    if (!service || !oblast || !urgency) throw new Error('sent before its need was complete');
    const partOf = draft.continued?.partOf;
    const input = {
      householdId,
      memberIds: [...memberIds],
      service,
      oblast,
      urgency,
      pathway,
      modality,
      ageBands: [...ageBands],
      sexes: [...sexes],
      ...(spoken ? { language: spoken } : {}),
      excludedActorIds: draft.excluded.map(({ actorId }) => actorId),
      ...(partOf ? { partOf } : {}),
      channel,
    };
    return (await send('draft', DraftReferralDocument, input, again))?.draftReferral.id;
  }
}

interface Household {
  readonly id: string;
  readonly memberIds: readonly string[];
}

/** Only what is known; what is empty is unknown, and stays unsaid. */
export function contactOf(person: Person, { need }: Draft): ContactInput {
  const { name, workingLabel, phone, safeTime, neverLeaveMessage } = person;
  const known = Object.entries({ name, workingLabel, phone, safeTime }).filter(([, text]) => text.trim());
  return {
    ...Object.fromEntries(known.map(([part, text]) => [part, text.trim()])),
    ...(neverLeaveMessage ? { neverLeaveMessage } : {}),
    ...(need.language ? { language: need.language } : {}),
  };
}

export function decisionSetOf({ words, answers, chosen, people }: Draft): DecisionSetInput {
  const shapes = people.map(({ ageBand, sex }) => ({
    ...(ageBand ? { ageBand } : {}),
    ...(sex ? { sex } : {}),
  }));
  return {
    need: words.trim(),
    // A question that was left open is answered too: that it is unknown.
    answers: (chosen?.questions ?? []).map((question) => ({
      question,
      answer: answers[question] ?? 'unknown',
    })),
    ...(shapes.some((shape) => Object.keys(shape).length > 0) ? { householdComposition: shapes } : {}),
  };
}

export function agreementOf(
  draft: Draft,
  language: Language,
): Omit<RecordAgreementInput, 'key' | 'householdId' | 'principalIds'> {
  const { agreement, chosen, others } = draft;
  const until = new Date(Date.parse(agreement.since) + agreement.days * DAY_MS).toISOString();
  return {
    recipientIds: [chosen!.actorId, ...others.map(({ actorId }) => actorId)],
    purposes: ['eligibility_decision', 'service_delivery'],
    dataClasses: ['C0', ...sharedClasses(draft)],
    validFrom: agreement.since,
    validUntil: until,
    form: agreement.form!,
    witnessed: agreement.form === 'oral_witnessed',
    lawfulBasis: 'consent',
    noticeVersion: 1,
    noticeLanguage: language,
    jurisdiction: 'UA',
    storage: 'sealed_vault',
    retentionDays: agreement.days,
    channel,
  };
}
