/** The rows by which referrals are read: one per referral and party, so that neither side reads the other's. */
import type {
  AgeBand,
  AuthorityStatus,
  CapacityState,
  Channel,
  DataClass,
  DeclineReason,
  Modality,
  OblastCode,
  Operations,
  Outcome,
  Pathway,
  PermitRefusal,
  PersonLanguage,
  PreparationEnding,
  ReferralState,
  RoutingDetail,
  ServiceCode,
  Sex,
  Urgency,
  WithdrawReason,
} from '@stezhka/vocabulary';
import type { Side } from './referral/events.js';

export interface ReferralRow {
  referral_id: string;
  /** Whose row it is: the only actor that may read it. */
  party_actor_id: string;
  side: Side;
  /** Where this party's list has it; rises with the store's positions. */
  ordinal: bigint;
  reference: string;
  state: ReferralState;
  pathway: Pathway;
  revision: bigint;
  /** Where it stood when it was sent: a recipient counts from there, not from what came before. */
  sent_revision: bigint | null;
  /** What the recipient's service filters on. */
  filters: RoutingDetail[];
  offer_id: string | null;
  sender_actor_id: string | null;
  recipient_actor_id: string | null;
  service_id: string | null;
  service: ServiceCode | null;
  oblast: OblastCode | null;
  urgency: Urgency | null;
  modality: Modality | null;
  language: PersonLanguage | null;
  age_bands: AgeBand[];
  sexes: Sex[];
  data_classes: DataClass[];
  /** The sender's alone: null in the recipient's row. */
  household_id: string | null;
  member_ids: string[];
  part_of: string | null;
  asking: boolean;
  /** Sent by itself once the referral before it comes to nothing. */
  prepared: boolean;
  preparation_ended: PreparationEnding | null;
  /** The one that was prepared to follow this one. */
  next_id: string | null;
  refused: PermitRefusal | null;
  /** When each thing happened, not when it was typed. */
  drafted_at: Date | null;
  sent_at: Date | null;
  acknowledge_by: Date | null;
  decide_by: Date | null;
  acknowledged_at: Date | null;
  decided_at: Date | null;
  started_at: Date | null;
  closed_at: Date | null;
  decline_reason: DeclineReason | null;
  outcome: Outcome | null;
  withdraw_reason: WithdrawReason | null;
  unconfirmed_from: Side | null;
  sharing_ended: boolean;
  /** Position of the last event that changed what this party may know: by it her open streams are told. */
  changed: bigint;
}

/** What lists show of a referral, and by what it is known whose it is. */
export const listedColumns = [
  'referral_id',
  'party_actor_id',
  'side',
  'reference',
  'state',
  'pathway',
  'sender_actor_id',
  'recipient_actor_id',
  'service',
  'oblast',
  'urgency',
  'asking',
  'prepared',
  'preparation_ended',
  'refused',
  'drafted_at',
  'sent_at',
  'acknowledge_by',
  'decide_by',
  'unconfirmed_from',
  'sharing_ended',
] as const satisfies readonly (keyof ReferralRow)[];

export type ListedRow = Pick<ReferralRow, (typeof listedColumns)[number]>;

/** One entry of a referral's timeline, as one party may read it. */
export interface ReferralActRow {
  referral_id: string;
  party_actor_id: string;
  revision: bigint;
  pathway: Pathway;
  act: string;
  occurred_at: Date;
  recorded_at: Date;
  channel: Channel | null;
  recorded_by: Side | null;
  /** Typed in more than a day after it happened; never for an import. */
  late: boolean;
  code: string | null;
}

/** The two parties of a referral, for the timeline's projection alone. */
export interface ReferralPartyRow {
  referral_id: string;
  sender_actor_id: string;
  recipient_actor_id: string | null;
  sent_revision: bigint | null;
  /** The recipient said no, and that stands. */
  declined: boolean;
  /** It gave no answer in time, and none has come since. */
  expired: boolean;
  pathway: Pathway;
}

/** One thing that the clock has to say of a referral, unless somebody answers first. A record: never rebuilt. */
export interface ReferralTimerRow {
  referral_id: string;
  /** Version of the ladder by which it was set. */
  policy: number;
  /** What comes due, as the clock calls it: `acknowledge:reminder`, `expire`. */
  rung: string;
  /** Where in its referral's ladder it stands. */
  step: number;
  due_at: Date;
  /** Somebody is about to say it; forgotten after a while, because whoever it was may be gone. */
  claimed_at: Date | null;
  /** Said, or not needed any more; null while it waits. */
  ended: 'struck' | 'answered' | null;
}

/** A code that an authority may ask with, as the sender may know of it. */
export interface AuthorityCodeRow {
  /** A keyed hash of the code. */
  code_id: string;
  referral_id: string;
  party_actor_id: string;
  pathway: Pathway;
  authority_actor_id: string;
  given_at: Date;
  expires_at: Date;
  revoked_at: Date | null;
}

/** Once that an authority asked with a code and was told something. */
export interface AuthorityAskingRow {
  asking_id: string;
  code_id: string;
  referral_id: string;
  party_actor_id: string;
  pathway: Pathway;
  answer: AuthorityStatus;
  asked_at: Date;
}

/** Which referral is prepared to follow which. A record: never rebuilt. */
export interface ReferralNextRow {
  first_id: string;
  next_id: string;
}

/** Until when an actor is certified, by pathway; null: without an end. */
export type Certifications = Partial<Record<Pathway, string | null>>;

/** One service of one actor, as the published directory has it. */
export interface CandidateRow {
  service_id: string;
  actor_id: string;
  service: ServiceCode;
  operations: Operations;
  oblasts: OblastCode[];
  pathways: Pathway[];
  certifications: Certifications;
  modality: Modality;
  age_bands: AgeBand[];
  sexes: Sex[];
  languages: PersonLanguage[];
  needed_classes: DataClass[];
  admission_document: boolean;
  capacity: CapacityState;
  available: number | null;
  capacity_at: Date | null;
  ended: boolean;
}

/** What the directory knows of an actor before any of its services. */
export interface DirectoryActorRow {
  actor_id: string;
  operations: Operations;
  certifications: Certifications;
}

export interface ReferralsTables {
  referral: ReferralRow;
  referral_act: ReferralActRow;
  referral_party: ReferralPartyRow;
  referral_timer: ReferralTimerRow;
  authority_code: AuthorityCodeRow;
  authority_asking: AuthorityAskingRow;
  referral_next: ReferralNextRow;
  candidate: CandidateRow;
  directory_actor: DirectoryActorRow;
}
