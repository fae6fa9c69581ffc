/**
 * What may be asked of a household. No command carries a word that a person said: sealed content is represented by
 * its fingerprint under the household's own key, so a retry is recognised and an erasure forgets it.
 */
import type {
  AgreementForm,
  Channel,
  CodeOf,
  DataClass,
  LawfulBasis,
  languages,
  Pathway,
  Purpose,
  StorageKind,
} from '@stezhka/vocabulary';

/** Classes whose content lies in the vault. */
export type SealedClass = Exclude<DataClass, 'C0'>;
export const sealedClasses: readonly SealedClass[] = ['C1', 'C2', 'C3', 'C4'];

/** When it happened and how it reached the record. Without a time it happens now. */
export interface Act {
  /** ISO 8601; may lie in the past, never in the future. */
  readonly occurredAt?: string;
  readonly channel: Channel;
}

export interface OpenHousehold extends Act {
  readonly type: 'OpenHousehold';
  readonly pathway: Pathway;
  readonly memberCount: number;
}

export interface AddMember extends Act {
  readonly type: 'AddMember';
}

export interface SealRecord {
  readonly type: 'SealRecord';
  /** A member, or the household for what concerns all. */
  readonly subjectId: string;
  readonly dataClass: SealedClass;
  /** HMAC of the content under the household's key, in the content's place. */
  readonly contentFingerprint: string;
}

/** Recipients × purposes × data classes × time, in the terms of ISO/IEC TS 27560:2023. */
export interface AgreementTerms {
  readonly principalIds: readonly string[];
  readonly recipientIds: readonly string[];
  readonly purposes: readonly Purpose[];
  readonly dataClasses: readonly DataClass[];
  readonly validFrom: string;
  readonly validUntil: string;
  readonly form: AgreementForm;
  readonly witnessed: boolean;
  readonly lawfulBasis: LawfulBasis;
  readonly noticeVersion: number;
  readonly noticeLanguage: CodeOf<typeof languages>;
  readonly jurisdiction: 'UA' | 'EU';
  readonly storage: StorageKind;
  readonly retentionDays: number;
}

export interface RecordAgreement extends Act, AgreementTerms {
  readonly type: 'RecordAgreement';
}

/** Asked by referrals through the `permission` workflow, never by a user. */
export interface DecidePermit {
  readonly type: 'DecidePermit';
  readonly referralId: string;
  readonly offerId: string;
  readonly senderActorId: string;
  readonly recipientActorId: string;
  readonly serviceId: string;
  readonly memberIds: readonly string[];
  readonly dataClasses: readonly DataClass[];
  readonly decisionRecordIds: readonly string[];
  readonly pathway: Pathway;
  readonly occurredAt: string;
}

/** A recipient asks to read. */
export interface Disclose {
  readonly type: 'Disclose';
  readonly referralId: string;
  readonly classes: readonly SealedClass[];
  readonly purpose: Purpose;
}

/** The household's own actor asks to read. */
export interface ReadOwn {
  readonly type: 'ReadOwn';
  readonly classes: readonly SealedClass[];
  readonly purpose: Purpose;
}

/** Either side of an offer writes words about it: a question, an answer, the reason of a decline. */
export interface SealNote {
  readonly type: 'SealNote';
  readonly referralId: string;
  /** See {@link SealRecord}. */
  readonly contentFingerprint: string;
}

/** Either side of an offer asks to read what was written about it. */
export interface ReadNotes {
  readonly type: 'ReadNotes';
  readonly referralId: string;
  readonly purpose: Purpose;
}

export interface WithdrawAgreement extends Act {
  readonly type: 'WithdrawAgreement';
  /** Absent: every agreement of these members. */
  readonly agreementIds?: readonly string[];
  /** Absent: every member. */
  readonly memberIds?: readonly string[];
}

export type HouseholdCommand =
  | OpenHousehold
  | AddMember
  | SealRecord
  | RecordAgreement
  | DecidePermit
  | Disclose
  | ReadOwn
  | SealNote
  | ReadNotes
  | WithdrawAgreement;
