/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { AgeBand, AgreementForm, AuthorityStatus, CapacityScope, CapacityState, Channel, CountryCode, DataClass, DeclineReason, IntakeAnswer, IntakeQuestion, Language, LawfulBasis, Modality, OblastCode, Outcome, Pathway, PermitRefusal, PersonLanguage, PreparationEnding, Purpose, SilenceClock, ReferralState, Role, ServiceCode, ServiceGroup, Sex, SilenceRung, StorageKind, Urgency, WithdrawReason } from '@stezhka/vocabulary';

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

export type AskReferralStatusInput = {
  /** In any case, with or without dashes. */
  code: string;
  /** Chosen by the client, the same on every retry of this command and on no other: 8 to 64 letters, digits, - or _. */
  key: string;
};

export type CancelPreparationInput = {
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

export type GiveAuthorityCodeInput = {
  /** The one authority that may ask with it. */
  authorityActorId: string;
  /** How the person said so; `api`, if absent. */
  channel?: Channel | null | undefined;
  /** Chosen by the client, the same on every retry of this command and on no other: 8 to 64 letters, digits, - or _. */
  key: string;
  /** A referral that the viewer’s actor sent and that is under way. */
  referralId: string;
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

export type PrepareReferralInput = {
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
  /** Only those whose acknowledgement or decision is overdue. */
  overdue?: boolean | null | undefined;
  states?: Array<ReferralState> | null | undefined;
  urgency?: Urgency | null | undefined;
};

export type ReportCapacityInput = {
  actorId: string;
  /** Free places. */
  available?: number | null | undefined;
  capacity: CapacityState;
  /** Chosen by the client, the same on every retry of this command and on no other: 8 to 64 letters, digits, - or _. */
  key: string;
  /** All places. */
  maximum?: number | null | undefined;
  /** When it was so; may lie in the past, never ahead. Now, if absent. */
  occurredAt?: string | null | undefined;
  /** When that was so which the user saw: refused as STALE_REVISION if there is something newer. */
  seenAt?: string | null | undefined;
  /** The revision that the user saw: refused as STALE_REVISION if it has moved. */
  seenRevision?: string | null | undefined;
  serviceId: string;
};

export type RevokeAuthorityCodeInput = {
  /** How the person said so; `api`, if absent. */
  channel?: Channel | null | undefined;
  /** As `authorityCodes` names it; not the code. */
  codeId: string;
  /** Chosen by the client, the same on every retry of this command and on no other: 8 to 64 letters, digits, - or _. */
  key: string;
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

export type ChangesSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type ChangesSubscription = { referralChanges: { id: string | null, after: string | null } };

export type MeQueryVariables = Exact<{
  language: Language;
}>;


export type MeQuery = { me: { staffId: string, roles: Array<Role>, certifications: Array<Pathway>, actor: { id: string, name: string } | null } };

export type RecordedFragment = { id: string, revision: string, after: string };

export type ListedReferralFragment = { id: string, reference: string, side: string, state: ReferralState, service: ServiceCode | null, oblast: OblastCode | null, urgency: Urgency | null, asking: boolean, prepared: boolean, preparationEnded: PreparationEnding | null, refused: PermitRefusal | null, draftedAt: string | null, sentAt: string | null, acknowledgeBy: string | null, decideBy: string | null, unconfirmedFrom: string | null, sharingEnded: boolean, sender: { id: string, name: string } | null, recipient: { id: string, name: string } | null };

export type ReceivedQueryVariables = Exact<{
  language: Language;
  page: PageInput;
  filter: ReferralFilterInput;
}>;


export type ReceivedQuery = { inbox: { hasMore: boolean, items: Array<{ id: string, reference: string, side: string, state: ReferralState, service: ServiceCode | null, oblast: OblastCode | null, urgency: Urgency | null, asking: boolean, prepared: boolean, preparationEnded: PreparationEnding | null, refused: PermitRefusal | null, draftedAt: string | null, sentAt: string | null, acknowledgeBy: string | null, decideBy: string | null, unconfirmedFrom: string | null, sharingEnded: boolean, sender: { id: string, name: string } | null, recipient: { id: string, name: string } | null }> } };

export type SentQueryVariables = Exact<{
  language: Language;
  page: PageInput;
  filter: ReferralFilterInput;
}>;


export type SentQuery = { inbox: { hasMore: boolean, items: Array<{ id: string, reference: string, side: string, state: ReferralState, service: ServiceCode | null, oblast: OblastCode | null, urgency: Urgency | null, asking: boolean, prepared: boolean, preparationEnded: PreparationEnding | null, refused: PermitRefusal | null, draftedAt: string | null, sentAt: string | null, acknowledgeBy: string | null, decideBy: string | null, unconfirmedFrom: string | null, sharingEnded: boolean, sender: { id: string, name: string } | null, recipient: { id: string, name: string } | null }> } };

export type NetworkCountQueryVariables = Exact<{
  asOf: string;
}>;


export type NetworkCountQuery = { network: { actors: number, operational: number, fullyOperational: number } };

export type CoverageQueryVariables = Exact<{
  asOf?: string | null | undefined;
  withReferrals: boolean;
}>;


export type CoverageQuery = { coverage: { referralsOf?: string | null, cells: Array<{ oblast: OblastCode, service: ServiceCode, operational: number, open: number, places: number, stale: number, openReferrals?: number | null, unansweredReferrals?: number | null }> } };

export type ReferralMonthQueryVariables = Exact<{
  asOf?: string | null | undefined;
}>;


export type ReferralMonthQuery = { referralMonth: { month: string, threshold: number, all: { sent: number | null, unanswered: number | null, open: number | null, noResponse: number | null, acknowledged: number | null, decided: number | null, served: number | null, takenBack: number | null }, untilAcknowledged: { median: number, p90: number } | null, untilDecided: { median: number, p90: number } | null } | null };

export type SilenceQueryVariables = Exact<{
  language: Language;
}>;


export type SilenceQuery = { silentReferrals: { items: Array<{ reference: string, serviceGroup: ServiceGroup, clock: SilenceClock, due: string, rung: SilenceRung | null, receiver: { id: string, name: string } }> } };

export type CandidatesQueryVariables = Exact<{
  need: NeedInput;
  language: Language;
}>;


export type CandidatesQuery = { candidates: Array<{ suggested: boolean, unsuitable: Array<string>, cautions: Array<string>, neededClasses: Array<DataClass>, available: number | null, offeredService: { id: string, oblasts: Array<OblastCode>, languages: Array<PersonLanguage>, intakeQuestions: Array<IntakeQuestion>, capacity: { state: CapacityState, available: number | null, maximum: number | null, updatedAt: string | null, stale: boolean } }, actor: { id: string, name: string, country: CountryCode, homeOblast: OblastCode | null, dutyPhone: string | null } }> };

export type ContinuedQueryVariables = Exact<{
  id: string;
}>;


export type ContinuedQuery = { referral: { id: string, reference: string, side: string, state: ReferralState, service: ServiceCode | null, oblast: OblastCode | null, urgency: Urgency | null, pathway: Pathway | null, modality: Modality | null, language: PersonLanguage | null, ageBands: Array<AgeBand>, sexes: Array<Sex>, householdId: string | null, memberIds: Array<string>, declineReason: DeclineReason | null, asking: boolean, viewerCan: Array<string>, recipient: { id: string } | null } | null };

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

export type PrepareReferralMutationVariables = Exact<{
  input: PrepareReferralInput;
}>;


export type PrepareReferralMutation = { prepareReferral: { id: string, revision: string, after: string } };

export type SendReferralMutationVariables = Exact<{
  input: SendReferralInput;
}>;


export type SendReferralMutation = { sendReferral: { outcome: string, refused: PermitRefusal | null, receipt: { id: string, revision: string, after: string } } };

export type OwnServiceFragment = { id: string, service: ServiceCode, oblasts: Array<OblastCode>, endedAt: string | null, capacity: { state: CapacityState, available: number | null, maximum: number | null, updatedAt: string | null, stale: boolean } };

export type OwnServicesQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnServicesQuery = { me: { actor: { id: string, services: Array<{ id: string, service: ServiceCode, oblasts: Array<OblastCode>, endedAt: string | null, capacity: { state: CapacityState, available: number | null, maximum: number | null, updatedAt: string | null, stale: boolean } }> } | null } };

export type ReportCapacityMutationVariables = Exact<{
  input: ReportCapacityInput;
}>;


export type ReportCapacityMutation = { reportCapacity: { id: string, revision: string, after: string } };

export type AuthoritiesQueryVariables = Exact<{
  language: Language;
}>;


export type AuthoritiesQuery = { actors: { items: Array<{ id: string, name: string }> } };

export type GiveAuthorityCodeMutationVariables = Exact<{
  input: GiveAuthorityCodeInput;
}>;


export type GiveAuthorityCodeMutation = { giveAuthorityCode: { code: string, expiresAt: string, receipt: { id: string, revision: string, after: string } } };

export type RevokeAuthorityCodeMutationVariables = Exact<{
  input: RevokeAuthorityCodeInput;
}>;


export type RevokeAuthorityCodeMutation = { revokeAuthorityCode: { id: string, revision: string, after: string } };

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


export type ReferralQuery = { referral: { id: string, reference: string, side: string, state: ReferralState, revision: string, service: ServiceCode | null, oblast: OblastCode | null, urgency: Urgency | null, pathway: Pathway | null, modality: Modality | null, language: PersonLanguage | null, ageBands: Array<AgeBand>, sexes: Array<Sex>, dataClasses: Array<DataClass>, householdId: string | null, memberIds: Array<string>, partOf: string | null, asking: boolean, prepared: boolean, preparationEnded: PreparationEnding | null, next: string | null, refused: PermitRefusal | null, draftedAt: string | null, sentAt: string | null, acknowledgeBy: string | null, decideBy: string | null, acknowledgedAt: string | null, decidedAt: string | null, startedAt: string | null, closedAt: string | null, declineReason: DeclineReason | null, outcome: Outcome | null, withdrawReason: WithdrawReason | null, unconfirmedFrom: string | null, sharingEnded: boolean, viewerCan: Array<string>, sender: { id: string, name: string, dutyPhone: string | null } | null, recipient: { id: string, name: string, dutyPhone: string | null } | null, authorityCodes: Array<{ id: string, givenAt: string, expiresAt: string, revokedAt: string | null, viewerCanRevoke: boolean, authority: { id: string, name: string }, askings: Array<{ askedAt: string, answer: AuthorityStatus }> }>, person: { classes: Array<DataClass>, memberIds: Array<string> } | null, timeline: Array<{ revision: string, act: string, occurredAt: string, recordedAt: string, channel: Channel | null, recordedBy: string | null, late: boolean, code: string | null }> } | null };

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

export type CancelPreparationMutationVariables = Exact<{
  input: CancelPreparationInput;
}>;


export type CancelPreparationMutation = { cancelPreparation: { id: string, revision: string, after: string } };

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

export type AskReferralStatusMutationVariables = Exact<{
  input: AskReferralStatusInput;
}>;


export type AskReferralStatusMutation = { askReferralStatus: { status: AuthorityStatus, month: string | null, receipt: { id: string, revision: string, after: string } } };
