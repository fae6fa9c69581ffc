/** The tables of this service: vault rows, which are records, and the file of each household, which is projected. */
import type { DataClass, Pathway, Purpose } from '@stezhka/vocabulary';

/** Under it the fingerprints of a household's commands are made; erased with the household. */
export interface HouseholdKeyRow {
  household_id: string;
  epoch: string;
  wrapped_key: Buffer;
  written_at: Date;
  /** An event names the household: it is not swept. */
  named: boolean;
}

export interface PersonKeyRow {
  household_id: string;
  subject_id: string;
  epoch: string;
  wrapped_key: Buffer;
}

export interface ClassKeyRow {
  household_id: string;
  subject_id: string;
  data_class: DataClass;
  /** Under the person's key. */
  wrapped_key: Buffer;
}

export interface SealedRow {
  record_id: string;
  version: number;
  household_id: string;
  subject_id: string;
  data_class: DataClass;
  /** Nonce, ciphertext, tag. */
  sealed: Buffer;
  written_at: Date;
  /** An event names it: it is not swept. */
  named: boolean;
}

/** Whose row it is and which secrecy it follows: on every row, so that its policy asks nothing else. */
interface OfActor {
  household_id: string;
  actor_id: string;
  pathway: Pathway;
}

export interface HouseholdRow extends OfActor {
  member_ids: string[];
  opened_at: string;
  revision: bigint;
  /** Position of its opening: the order of the list. */
  position: bigint;
}

export interface RecordRow extends OfActor {
  record_id: string;
  subject_id: string;
  data_class: DataClass;
  version: number;
  sealed_at: string;
}

export interface AgreementRow extends OfActor {
  agreement_id: string;
  /** What the event says, in the terms of ISO/IEC TS 27560. */
  terms: string;
  withdrawn_by: string[];
  valid_until: string;
}

export interface PermitRow extends OfActor {
  permit_id: string;
  referral_id: string;
  offer_id: string;
  recipient_actor_id: string;
  service_id: string;
  member_ids: string[];
  data_classes: DataClass[];
  valid_until: string;
  position: bigint;
}

export interface DisclosureRow extends OfActor {
  event_id: string;
  permit_id: string;
  to_actor_id: string;
  to_staff_id: string;
  data_classes: DataClass[];
  purpose: Purpose;
  occurred_at: string;
  position: bigint;
}

export interface ConsentTables {
  vault_household_key: HouseholdKeyRow;
  vault_person_key: PersonKeyRow;
  vault_class_key: ClassKeyRow;
  vault_record: SealedRow;
  household: HouseholdRow;
  household_record: RecordRow;
  household_agreement: AgreementRow;
  household_permit: PermitRow;
  household_disclosure: DisclosureRow;
}
