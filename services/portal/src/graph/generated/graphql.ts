/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { AgeBand, AgreementForm, CapacityScope, CapacityState, Channel, CountryCode, DataClass, DeclineReason, IntakeAnswer, IntakeQuestion, Language, LawfulBasis, Modality, OblastCode, Outcome, Pathway, PermitRefusal, PersonLanguage, Purpose, ReferralState, Role, ServiceCode, Sex, StorageKind, Urgency, WithdrawReason } from '@stezhka/vocabulary';
import type { TypedDocumentNode as DocumentNode } from 'urql';
export type AddMemberInput = {
  /** How it reached the record; `api`, if absent. */
  channel?: Channel | null | undefined;
  householdId: string;
  /** Chosen by the client, the same on every retry of this command and on no other: 8 to 64 letters, digits, - or _. */
  key: string;
  /** When it happened; now, if absent. */
  occurredAt?: string | null | undefined;
};

export type AnswerReferralInput = {
  /** How it reached the record; `api`, if absent. */
  channel?: Channel | null | undefined;
  /** Chosen by the client, the same on every retry of this command and on no other: 8 to 64 letters, digits, - or _. */
  key: string;
  /** When it happened; now, if absent. */
  occurredAt?: string | null | undefined;
  referralId: string;
  /** The revision that the user saw: refused as STALE_REVISION if it has moved. */
  seenRevision?: string | null | undefined;
};

export type CompleteReferralInput = {
  /** How it reached the record; `api`, if absent. */
  channel?: Channel | null | undefined;
  /** Chosen by the client, the same on every retry of this command and on no other: 8 to 64 letters, digits, - or _. */
  key: string;
  /** When it happened; now, if absent. */
  occurredAt?: string | null | undefined;
  outcome: Outcome;
  referralId: string;
  /** The revision that the user saw: refused as STALE_REVISION if it has moved. */
  seenRevision?: string | null | undefined;
};

/** C1: how to reach her without harm. */
export type ContactInput = {
  /** The language to speak with her. */
  language?: PersonLanguage | null | undefined;
  /** Her name, if it is to be written. */
  name?: string | null | undefined;
  /** Never leave a message. */
  neverLeaveMessage?: boolean | null | undefined;
  /** A phone that is safe to call. */
  phone?: string | null | undefined;
  /** By which way it is safe to reach her. */
  safeChannel?: string | null | undefined;
  /** When it is safe to call. */
  safeTime?: string | null | undefined;
  /** What the caseworker calls her instead. */
  workingLabel?: string | null | undefined;
};

/** C2: what a service must know to decide; no story, name or phone. */
export type DecisionSetInput = {
  answers?: Array<IntakeAnswerInput> | null | undefined;
  householdComposition?: Array<HouseholdMemberShapeInput> | null | undefined;
  /** What is asked, in a few sentences. */
  need?: string | null | undefined;
};

export type DeclineReferralInput = {
  /** Required with no_capacity. */
  capacityScope?: CapacityScope | null | undefined;
  /** How it reached the record; `api`, if absent. */
  channel?: Channel | null | undefined;
  /** Chosen by the client, the same on every retry of this command and on no other: 8 to 64 letters, digits, - or _. */
  key: string;
  /** The sealed words of the reason, as sealReferralNote named them; required with other. */
  noteRecordId?: string | null | undefined;
  /** When it happened; now, if absent. */
  occurredAt?: string | null | undefined;
  reason: DeclineReason;
  referralId: string;
  /** The revision that the user saw: refused as STALE_REVISION if it has moved. */
  seenRevision?: string | null | undefined;
};

export type DiscloseReferralInput = {
  /** What is to be opened: C1 to C4. */
  classes: Array<DataClass>;
  /** Chosen by the client, the same on every retry of this command and on no other: 8 to 64 letters, digits, - or _. */
  key: string;
  /** What for. It is recorded. */
  purpose: Purpose;
  referralId: string;
};

export type DraftReferralInput = {
  ageBands?: Array<AgeBand>;
  /** How it reached the record; `api`, if absent. */
  channel?: Channel | null | undefined;
  /** Never to be offered to, and never told. */
  excludedActorIds?: Array<string>;
  /** A household of the viewer's own caseload. */
  householdId: string;
  /** Chosen by the client, the same on every retry of this command and on no other: 8 to 64 letters, digits, - or _. */
  key: string;
  language?: PersonLanguage | null | undefined;
  /** Who of it is referred. */
  memberIds: Array<string>;
  modality?: Modality;
  oblast: OblastCode;
  /** When it happened; now, if absent. */
  occurredAt?: string | null | undefined;
  /** The referral that this one continues. */
  partOf?: string | null | undefined;
  pathway?: Pathway;
  service: ServiceCode;
  sexes?: Array<Sex>;
  urgency: Urgency;
};

/** Age and sex of one member, no more. */
export type HouseholdMemberShapeInput = {
  ageBand?: AgeBand | null | undefined;
  sex?: Sex | null | undefined;
};

export type IntakeAnswerInput = {
  answer: IntakeAnswer;
  question: IntakeQuestion;
};

/** What is asked for, to find out who could give it. */
export type NeedInput = {
  ageBands?: Array<AgeBand>;
  excludedActorIds?: Array<string>;
  language?: PersonLanguage | null | undefined;
  modality?: Modality;
  oblast: OblastCode;
  pathway?: Pathway;
  service: ServiceCode;
  sexes?: Array<Sex>;
};

export type OpenHouseholdInput = {
  /** How it reached the record; `api`, if absent. */
  channel?: Channel | null | undefined;
  /** Chosen by the client, the same on every retry of this command and on no other: 8 to 64 letters, digits, - or _. */
  key: string;
  /** How many people belong to it: 1 to 20. */
  memberCount?: number;
  /** When it happened; now, if absent. */
  occurredAt?: string | null | undefined;
  pathway?: Pathway;
};

export type PageInput = {
  /** Id of the last referral of the page before. */
  after?: string | null | undefined;
  /** How many: 1 to 100. */
  first?: number;
};

/** C3: what happened to her. */
export type ProtectionDetailInput = {
  /** What happened, as far as needed. */
  history?: string | null | undefined;
  /** What kind of incident. */
  incidentType?: string | null | undefined;
  /** What she must be protected from. */
  risks?: string | null | undefined;
};

export type ReadHouseholdInput = {
  /** What is to be opened: C1 to C4. */
  classes: Array<DataClass>;
  householdId: string;
  /** Chosen by the client, the same on every retry of this command and on no other: 8 to 64 letters, digits, - or _. */
  key: string;
  /** What for. It is recorded. */
  purpose: Purpose;
};

export type ReadReferralNotesInput = {
  /** Chosen by the client, the same on every retry of this command and on no other: 8 to 64 letters, digits, - or _. */
  key: string;
  /** What for. It is recorded. */
  purpose: Purpose;
  referralId: string;
};

/** With whom, what for, what and until when: the terms of ISO/IEC TS 27560:2023. */
export type RecordAgreementInput = {
  /** How it reached the record; `api`, if absent. */
  channel?: Channel | null | undefined;
  dataClasses: Array<DataClass>;
  /** How it was given. */
  form: AgreementForm;
  householdId: string;
  /** Under which data protection law: UA or EU. */
  jurisdiction: string;
  /** Chosen by the client, the same on every retry of this command and on no other: 8 to 64 letters, digits, - or _. */
  key: string;
  /** On what ground the data are processed. */
  lawfulBasis: LawfulBasis;
  /** In which language. */
  noticeLanguage: Language;
  /** Version of the notice that was read or given. */
  noticeVersion: number;
  /** When it happened; now, if absent. */
  occurredAt?: string | null | undefined;
  /** Members who agreed. */
  principalIds: Array<string>;
  purposes: Array<Purpose>;
  /** Actors, in the order agreed. */
  recipientIds: Array<string>;
  /** How long after the end of the service, in days. */
  retentionDays: number;
  /** Where recipients keep it. */
  storage: StorageKind;
  validFrom: string;
  validUntil: string;
  /** Whether a witness heard it; required for an oral agreement. */
  witnessed?: boolean;
};

export type ReferralFilterInput = {
  /** Only those whose decision is overdue. */
  overdue?: boolean | null | undefined;
  states?: Array<ReferralState> | null | undefined;
  urgency?: Urgency | null | undefined;
};

/** Exactly one of the four contents. */
export type SealRecordInput = {
  contact?: ContactInput | null | undefined;
  decisionSet?: DecisionSetInput | null | undefined;
  householdId: string;
  /** Chosen by the client, the same on every retry of this command and on no other: 8 to 64 letters, digits, - or _. */
  key: string;
  protection?: ProtectionDetailInput | null | undefined;
  special?: SpecialDetailInput | null | undefined;
  /** A member, or the household itself for what concerns all of it. */
  subjectId: string;
};

export type SealReferralNoteInput = {
  /** Chosen by the client, the same on every retry of this command and on no other: 8 to 64 letters, digits, - or _. */
  key: string;
  referralId: string;
  /** 1 to 1000 characters: what the other side must know. */
  text: string;
};

export type SendReferralInput = {
  /** How it reached the record; `api`, if absent. */
  channel?: Channel | null | undefined;
  /** What is shared with it. */
  dataClasses: Array<DataClass>;
  /** The sealed decision set that was written for this service. */
  decisionRecordIds: Array<string>;
  /** Chosen by the client, the same on every retry of this command and on no other: 8 to 64 letters, digits, - or _. */
  key: string;
  /** When it happened; now, if absent. */
  occurredAt?: string | null | undefined;
  referralId: string;
  /** The revision that the user saw: refused as STALE_REVISION if it has moved. */
  seenRevision?: string | null | undefined;
  /** The service of the actor that it is put to. */
  serviceId: string;
};

/** C4: documents, health, the perpetrator. */
export type SpecialDetailInput = {
  /** Which papers she has. */
  documents?: string | null | undefined;
  /** Her health, as far as needed. */
  health?: string | null | undefined;
  /** The least about a third person. */
  perpetrator?: string | null | undefined;
};

export type WithdrawAgreementInput = {
  /** Every agreement of these members, if absent. */
  agreementIds?: Array<string> | null | undefined;
  /** How it reached the record; `api`, if absent. */
  channel?: Channel | null | undefined;
  householdId: string;
  /** Chosen by the client, the same on every retry of this command and on no other: 8 to 64 letters, digits, - or _. */
  key: string;
  /** Every member, if absent. */
  memberIds?: Array<string> | null | undefined;
  /** When it happened; now, if absent. */
  occurredAt?: string | null | undefined;
};

export type WithdrawReferralInput = {
  /** How it reached the record; `api`, if absent. */
  channel?: Channel | null | undefined;
  /** Chosen by the client, the same on every retry of this command and on no other: 8 to 64 letters, digits, - or _. */
  key: string;
  /** When it happened; now, if absent. */
  occurredAt?: string | null | undefined;
  reason: WithdrawReason;
  referralId: string;
  /** The revision that the user saw: refused as STALE_REVISION if it has moved. */
  seenRevision?: string | null | undefined;
};

export type MeQueryVariables = Exact<{
  language: Language;
}>;


export type MeQuery = { me: { staffId: string, roles: Array<Role>, certifications: Array<Pathway>, actor: { id: string, name: string } | null } };

export type RecordedFragment = { id: string, revision: string, after: string };

export type ListedReferralFragment = { id: string, reference: string, side: string, state: ReferralState, service: ServiceCode | null, oblast: OblastCode | null, urgency: Urgency | null, asking: boolean, refused: PermitRefusal | null, draftedAt: string | null, sentAt: string | null, acknowledgeBy: string | null, decideBy: string | null, unconfirmedFrom: string | null, sharingEnded: boolean, sender: { id: string, name: string } | null, recipient: { id: string, name: string } | null };

export type ReceivedQueryVariables = Exact<{
  language: Language;
  page: PageInput;
  filter: ReferralFilterInput;
}>;


export type ReceivedQuery = { inbox: { hasMore: boolean, items: Array<{ id: string, reference: string, side: string, state: ReferralState, service: ServiceCode | null, oblast: OblastCode | null, urgency: Urgency | null, asking: boolean, refused: PermitRefusal | null, draftedAt: string | null, sentAt: string | null, acknowledgeBy: string | null, decideBy: string | null, unconfirmedFrom: string | null, sharingEnded: boolean, sender: { id: string, name: string } | null, recipient: { id: string, name: string } | null }> } };

export type SentQueryVariables = Exact<{
  language: Language;
  page: PageInput;
  filter: ReferralFilterInput;
}>;


export type SentQuery = { inbox: { hasMore: boolean, items: Array<{ id: string, reference: string, side: string, state: ReferralState, service: ServiceCode | null, oblast: OblastCode | null, urgency: Urgency | null, asking: boolean, refused: PermitRefusal | null, draftedAt: string | null, sentAt: string | null, acknowledgeBy: string | null, decideBy: string | null, unconfirmedFrom: string | null, sharingEnded: boolean, sender: { id: string, name: string } | null, recipient: { id: string, name: string } | null }> } };

export type CandidatesQueryVariables = Exact<{
  need: NeedInput;
  language: Language;
}>;


export type CandidatesQuery = { candidates: Array<{ suggested: boolean, unsuitable: Array<string>, cautions: Array<string>, neededClasses: Array<DataClass>, available: number | null, offeredService: { id: string, oblasts: Array<OblastCode>, languages: Array<PersonLanguage>, intakeQuestions: Array<IntakeQuestion>, capacity: { state: CapacityState, available: number | null, maximum: number | null, updatedAt: string | null, stale: boolean } }, actor: { id: string, name: string, country: CountryCode, homeOblast: OblastCode | null, dutyPhone: string | null } }> };

export type ContinuedQueryVariables = Exact<{
  id: string;
}>;


export type ContinuedQuery = { referral: { id: string, reference: string, side: string, state: ReferralState, service: ServiceCode | null, oblast: OblastCode | null, urgency: Urgency | null, pathway: Pathway | null, modality: Modality | null, language: PersonLanguage | null, ageBands: Array<AgeBand>, sexes: Array<Sex>, householdId: string | null, memberIds: Array<string>, asking: boolean, viewerCan: Array<string> } | null };

export type KnownHouseholdQueryVariables = Exact<{
  id: string;
}>;


export type KnownHouseholdQuery = { household: { id: string, memberIds: Array<string>, agreements: Array<{ id: string, principalIds: Array<string>, withdrawnBy: Array<string>, recipientIds: Array<string>, purposes: Array<Purpose>, dataClasses: Array<DataClass>, validUntil: string, state: string }>, records: Array<{ id: string, subjectId: string, dataClass: DataClass, version: number }> } | null };

export type OpenHouseholdMutationVariables = Exact<{
  input: OpenHouseholdInput;
}>;


export type OpenHouseholdMutation = { openHousehold: { memberIds: Array<string>, receipt: { id: string, revision: string, after: string } } };

export type AddMemberMutationVariables = Exact<{
  input: AddMemberInput;
}>;


export type AddMemberMutation = { addMember: { memberId: string, receipt: { id: string, revision: string, after: string } } };

export type SealRecordMutationVariables = Exact<{
  input: SealRecordInput;
}>;


export type SealRecordMutation = { sealRecord: { recordId: string, receipt: { id: string, revision: string, after: string } } };

export type RecordAgreementMutationVariables = Exact<{
  input: RecordAgreementInput;
}>;


export type RecordAgreementMutation = { recordAgreement: { agreementId: string, receiptId: string, receipt: { id: string, revision: string, after: string } } };

export type DraftReferralMutationVariables = Exact<{
  input: DraftReferralInput;
}>;


export type DraftReferralMutation = { draftReferral: { id: string, revision: string, after: string } };

export type SendReferralMutationVariables = Exact<{
  input: SendReferralInput;
}>;


export type SendReferralMutation = { sendReferral: { outcome: string, refused: PermitRefusal | null, receipt: { id: string, revision: string, after: string } } };

export type OpenedFragment = { recordId: string, subjectId: string, dataClass: DataClass, version: number, contact: { name: string | null, workingLabel: string | null, phone: string | null, safeTime: string | null, safeChannel: string | null, neverLeaveMessage: boolean | null, language: PersonLanguage | null } | null, decisionSet: { need: string | null, answers: Array<{ question: IntakeQuestion, answer: IntakeAnswer }> | null, householdComposition: Array<{ ageBand: AgeBand | null, sex: Sex | null }> | null } | null, protection: { incidentType: string | null, risks: string | null, history: string | null } | null, special: { documents: string | null, health: string | null, perpetrator: string | null } | null };

export type DiscloseReferralMutationVariables = Exact<{
  input: DiscloseReferralInput;
}>;


export type DiscloseReferralMutation = { discloseReferral: { receipt: { id: string, revision: string, after: string }, records: Array<{ recordId: string, subjectId: string, dataClass: DataClass, version: number, contact: { name: string | null, workingLabel: string | null, phone: string | null, safeTime: string | null, safeChannel: string | null, neverLeaveMessage: boolean | null, language: PersonLanguage | null } | null, decisionSet: { need: string | null, answers: Array<{ question: IntakeQuestion, answer: IntakeAnswer }> | null, householdComposition: Array<{ ageBand: AgeBand | null, sex: Sex | null }> | null } | null, protection: { incidentType: string | null, risks: string | null, history: string | null } | null, special: { documents: string | null, health: string | null, perpetrator: string | null } | null }> } };

export type ReadHouseholdMutationVariables = Exact<{
  input: ReadHouseholdInput;
}>;


export type ReadHouseholdMutation = { readHousehold: { receipt: { id: string, revision: string, after: string }, records: Array<{ recordId: string, subjectId: string, dataClass: DataClass, version: number, contact: { name: string | null, workingLabel: string | null, phone: string | null, safeTime: string | null, safeChannel: string | null, neverLeaveMessage: boolean | null, language: PersonLanguage | null } | null, decisionSet: { need: string | null, answers: Array<{ question: IntakeQuestion, answer: IntakeAnswer }> | null, householdComposition: Array<{ ageBand: AgeBand | null, sex: Sex | null }> | null } | null, protection: { incidentType: string | null, risks: string | null, history: string | null } | null, special: { documents: string | null, health: string | null, perpetrator: string | null } | null }> } };

export type ReadReferralNotesMutationVariables = Exact<{
  input: ReadReferralNotesInput;
}>;


export type ReadReferralNotesMutation = { readReferralNotes: { receipt: { id: string, revision: string, after: string }, notes: Array<{ recordId: string, from: string, text: string }> } };

export type ReferralQueryVariables = Exact<{
  id: string;
  language: Language;
}>;


export type ReferralQuery = { referral: { id: string, reference: string, side: string, state: ReferralState, revision: string, service: ServiceCode | null, oblast: OblastCode | null, urgency: Urgency | null, pathway: Pathway | null, modality: Modality | null, language: PersonLanguage | null, ageBands: Array<AgeBand>, sexes: Array<Sex>, dataClasses: Array<DataClass>, householdId: string | null, memberIds: Array<string>, partOf: string | null, asking: boolean, refused: PermitRefusal | null, draftedAt: string | null, sentAt: string | null, acknowledgeBy: string | null, decideBy: string | null, acknowledgedAt: string | null, decidedAt: string | null, startedAt: string | null, closedAt: string | null, declineReason: DeclineReason | null, outcome: Outcome | null, withdrawReason: WithdrawReason | null, unconfirmedFrom: string | null, sharingEnded: boolean, viewerCan: Array<string>, sender: { id: string, name: string, dutyPhone: string | null } | null, recipient: { id: string, name: string, dutyPhone: string | null } | null, person: { classes: Array<DataClass>, memberIds: Array<string> } | null, timeline: Array<{ revision: string, act: string, occurredAt: string, recordedAt: string, channel: Channel | null, recordedBy: string | null, late: boolean, code: string | null }> } | null };

export type AcknowledgeReferralMutationVariables = Exact<{
  input: AnswerReferralInput;
}>;


export type AcknowledgeReferralMutation = { acknowledgeReferral: { id: string, revision: string, after: string } };

export type AcceptReferralMutationVariables = Exact<{
  input: AnswerReferralInput;
}>;


export type AcceptReferralMutation = { acceptReferral: { id: string, revision: string, after: string } };

export type DeclineReferralMutationVariables = Exact<{
  input: DeclineReferralInput;
}>;


export type DeclineReferralMutation = { declineReferral: { id: string, revision: string, after: string } };

export type ConfirmAnswerMutationVariables = Exact<{
  input: AnswerReferralInput;
}>;


export type ConfirmAnswerMutation = { confirmAnswer: { id: string, revision: string, after: string } };

export type StartReferralMutationVariables = Exact<{
  input: AnswerReferralInput;
}>;


export type StartReferralMutation = { startReferral: { id: string, revision: string, after: string } };

export type CompleteReferralMutationVariables = Exact<{
  input: CompleteReferralInput;
}>;


export type CompleteReferralMutation = { completeReferral: { id: string, revision: string, after: string } };

export type WithdrawReferralMutationVariables = Exact<{
  input: WithdrawReferralInput;
}>;


export type WithdrawReferralMutation = { withdrawReferral: { id: string, revision: string, after: string } };

export type WithdrawAgreementMutationVariables = Exact<{
  input: WithdrawAgreementInput;
}>;


export type WithdrawAgreementMutation = { withdrawAgreement: { recipientsInformed: boolean, receipt: { id: string, revision: string, after: string } } };

export type SealReferralNoteMutationVariables = Exact<{
  input: SealReferralNoteInput;
}>;


export type SealReferralNoteMutation = { sealReferralNote: { recordId: string, receipt: { id: string, revision: string, after: string } } };

export const RecordedFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Recorded"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Receipt"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}}]} as unknown as DocumentNode<RecordedFragment, unknown>;
export const ListedReferralFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ListedReferral"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Referral"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"service"}},{"kind":"Field","name":{"kind":"Name","value":"oblast"}},{"kind":"Field","name":{"kind":"Name","value":"urgency"}},{"kind":"Field","name":{"kind":"Name","value":"asking"}},{"kind":"Field","name":{"kind":"Name","value":"refused"}},{"kind":"Field","name":{"kind":"Name","value":"draftedAt"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}},{"kind":"Field","name":{"kind":"Name","value":"acknowledgeBy"}},{"kind":"Field","name":{"kind":"Name","value":"decideBy"}},{"kind":"Field","name":{"kind":"Name","value":"unconfirmedFrom"}},{"kind":"Field","name":{"kind":"Name","value":"sharingEnded"}},{"kind":"Field","name":{"kind":"Name","value":"sender"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"Variable","name":{"kind":"Name","value":"language"}}}]}]}},{"kind":"Field","name":{"kind":"Name","value":"recipient"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"Variable","name":{"kind":"Name","value":"language"}}}]}]}}]}}]} as unknown as DocumentNode<ListedReferralFragment, unknown>;
export const OpenedFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Opened"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"OpenedRecord"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recordId"}},{"kind":"Field","name":{"kind":"Name","value":"subjectId"}},{"kind":"Field","name":{"kind":"Name","value":"dataClass"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"contact"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"workingLabel"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"safeTime"}},{"kind":"Field","name":{"kind":"Name","value":"safeChannel"}},{"kind":"Field","name":{"kind":"Name","value":"neverLeaveMessage"}},{"kind":"Field","name":{"kind":"Name","value":"language"}}]}},{"kind":"Field","name":{"kind":"Name","value":"decisionSet"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"need"}},{"kind":"Field","name":{"kind":"Name","value":"answers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"question"}},{"kind":"Field","name":{"kind":"Name","value":"answer"}}]}},{"kind":"Field","name":{"kind":"Name","value":"householdComposition"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ageBand"}},{"kind":"Field","name":{"kind":"Name","value":"sex"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"protection"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"incidentType"}},{"kind":"Field","name":{"kind":"Name","value":"risks"}},{"kind":"Field","name":{"kind":"Name","value":"history"}}]}},{"kind":"Field","name":{"kind":"Name","value":"special"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"documents"}},{"kind":"Field","name":{"kind":"Name","value":"health"}},{"kind":"Field","name":{"kind":"Name","value":"perpetrator"}}]}}]}}]} as unknown as DocumentNode<OpenedFragment, unknown>;
export const MeDocument = {"kind":"Document","definitions":[],"documentId":"47ff21f60a247ac60d1e149aa7e4112f426acd3fdbec346a16a1a154b8513930"} as unknown as DocumentNode<MeQuery, MeQueryVariables>;
export const ReceivedDocument = {"kind":"Document","definitions":[],"documentId":"a52b8e771bc5e48ee1cdf25a13e9f7b067cb00ee504927a84cc0ca56ade6af46"} as unknown as DocumentNode<ReceivedQuery, ReceivedQueryVariables>;
export const SentDocument = {"kind":"Document","definitions":[],"documentId":"4894e4a5295f965ccd69b24efa62a59e5bed1324bf758e5e6c1f3ee69c93ffff"} as unknown as DocumentNode<SentQuery, SentQueryVariables>;
export const CandidatesDocument = {"kind":"Document","definitions":[],"documentId":"6453bce60ffa01fa6711af7bc41e802c3ff3395f69e829b13146a7923d4684e6"} as unknown as DocumentNode<CandidatesQuery, CandidatesQueryVariables>;
export const ContinuedDocument = {"kind":"Document","definitions":[],"documentId":"a752ff629452c532400ca0fb3a8a7d920a7d1ff8e528052d74ad18b80e934bb7"} as unknown as DocumentNode<ContinuedQuery, ContinuedQueryVariables>;
export const KnownHouseholdDocument = {"kind":"Document","definitions":[],"documentId":"3ab5077c60ee5a77a4b7f0b14725be312fb639fe66dfcbd0c9f84ebf69ad55b1"} as unknown as DocumentNode<KnownHouseholdQuery, KnownHouseholdQueryVariables>;
export const OpenHouseholdDocument = {"kind":"Document","definitions":[],"documentId":"8e5d71043b2a12f1779303e8903c0420898c9e5e50754c0f41b433d043513969"} as unknown as DocumentNode<OpenHouseholdMutation, OpenHouseholdMutationVariables>;
export const AddMemberDocument = {"kind":"Document","definitions":[],"documentId":"4eb802415e989972113152b834db9cbdf6a2a74aeb6b8c679ba6ebbe48a40376"} as unknown as DocumentNode<AddMemberMutation, AddMemberMutationVariables>;
export const SealRecordDocument = {"kind":"Document","definitions":[],"documentId":"9db33a1312c2273e07985f9d1b6c0558f5f8c15d77560d7beaeeb165ff7f7894"} as unknown as DocumentNode<SealRecordMutation, SealRecordMutationVariables>;
export const RecordAgreementDocument = {"kind":"Document","definitions":[],"documentId":"f2617b315ed088d4b291e4ba6e057413b6a4c445880fbf796c290a12f2a2d42f"} as unknown as DocumentNode<RecordAgreementMutation, RecordAgreementMutationVariables>;
export const DraftReferralDocument = {"kind":"Document","definitions":[],"documentId":"1432338aa87e75bb605d6ed5c98eba7bdfd6220b954157d2c846228495ae1c32"} as unknown as DocumentNode<DraftReferralMutation, DraftReferralMutationVariables>;
export const SendReferralDocument = {"kind":"Document","definitions":[],"documentId":"8baca03476beab098418e2e0c6f180042c488a0223a4d6f83ff9a4b7f38e1d5d"} as unknown as DocumentNode<SendReferralMutation, SendReferralMutationVariables>;
export const DiscloseReferralDocument = {"kind":"Document","definitions":[],"documentId":"265091f83a93f7635f5b064d8053fa66a23ff6ccdf9ec7bfff79f7e09e22b1fc"} as unknown as DocumentNode<DiscloseReferralMutation, DiscloseReferralMutationVariables>;
export const ReadHouseholdDocument = {"kind":"Document","definitions":[],"documentId":"89764c99a4f99bc34c7b851afaa1f718753cf53bfeb9ea3641b6982d22e03864"} as unknown as DocumentNode<ReadHouseholdMutation, ReadHouseholdMutationVariables>;
export const ReadReferralNotesDocument = {"kind":"Document","definitions":[],"documentId":"cd136ecedd9a44e3bbd6b416ca1414630f269292b4730d4039fa9ed0711fc9aa"} as unknown as DocumentNode<ReadReferralNotesMutation, ReadReferralNotesMutationVariables>;
export const ReferralDocument = {"kind":"Document","definitions":[],"documentId":"682361cb898212ca9987f3561a8cdc925248f28447829e8bce98377653f2b2f1"} as unknown as DocumentNode<ReferralQuery, ReferralQueryVariables>;
export const AcknowledgeReferralDocument = {"kind":"Document","definitions":[],"documentId":"13624cbe042e9ba28bacde9e3e3939f3f9674d9cbcf6b42a6c5e7087338edc4f"} as unknown as DocumentNode<AcknowledgeReferralMutation, AcknowledgeReferralMutationVariables>;
export const AcceptReferralDocument = {"kind":"Document","definitions":[],"documentId":"cef497487353ad6eca95ce24bb15e789d85a14bf498a03fbe3146d1531467990"} as unknown as DocumentNode<AcceptReferralMutation, AcceptReferralMutationVariables>;
export const DeclineReferralDocument = {"kind":"Document","definitions":[],"documentId":"043e67f48fbffd9c3ee8ea068096ec551885771b767534eb581a2d0be5681fcd"} as unknown as DocumentNode<DeclineReferralMutation, DeclineReferralMutationVariables>;
export const ConfirmAnswerDocument = {"kind":"Document","definitions":[],"documentId":"c5d8bb95479f135bc4834e650fc130a008a8f9dccc8015f4a0a35a1fb6212ca9"} as unknown as DocumentNode<ConfirmAnswerMutation, ConfirmAnswerMutationVariables>;
export const StartReferralDocument = {"kind":"Document","definitions":[],"documentId":"4f32c09fff136fe07aa53d077214cda08ad6baccc8d53d95b2bcb24f3ec64f96"} as unknown as DocumentNode<StartReferralMutation, StartReferralMutationVariables>;
export const CompleteReferralDocument = {"kind":"Document","definitions":[],"documentId":"9dd7243eafd1320955d756bf18e18603f9dd16c07e4be8cd57fa8cc9372a9a52"} as unknown as DocumentNode<CompleteReferralMutation, CompleteReferralMutationVariables>;
export const WithdrawReferralDocument = {"kind":"Document","definitions":[],"documentId":"f0f741391049fa5ff5e69860efdd1e8fbc747a87fa0ed59e9ab270f8e6cf9c04"} as unknown as DocumentNode<WithdrawReferralMutation, WithdrawReferralMutationVariables>;
export const WithdrawAgreementDocument = {"kind":"Document","definitions":[],"documentId":"1ee65620f54e587ad682add1674a7d3ea869c23f826e00b39f2712e70bcf78dc"} as unknown as DocumentNode<WithdrawAgreementMutation, WithdrawAgreementMutationVariables>;
export const SealReferralNoteDocument = {"kind":"Document","definitions":[],"documentId":"472917c1aa4b09465b6992bc8f14d87433f9bf047c019509a3cfddac0ad0bf10"} as unknown as DocumentNode<SealReferralNoteMutation, SealReferralNoteMutationVariables>;