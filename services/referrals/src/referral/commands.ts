/**
 * What may be asked of a referral. Each command travels with a key that its sender chose and repeats on every
 * retry: the same key is the same command, and takes effect once. A second command needs a second key; the same key
 * with other content, or for another referral, is refused as IDEMPOTENCY_KEY_REUSED. The runtime looks for the
 * earlier effect before it decides, so a retry gets the first receipt even when the referral has moved on.
 */
import type {
  AgeBand,
  CapacityScope,
  Channel,
  DataClass,
  DeclineReason,
  Modality,
  OblastCode,
  Outcome,
  Pathway,
  PermitRefusal,
  PersonLanguage,
  ServiceCode,
  Sex,
  SilenceClock,
  SilenceRung,
  Urgency,
  WithdrawReason,
} from '@stezhka/vocabulary';

/** When and how an act happened. Without a time it happens now. */
export interface Act {
  /** ISO 8601; may lie in the past, never in the future, and not before what it answers. */
  readonly occurredAt?: string;
  readonly channel: Channel;
}

export interface DraftReferral extends Act {
  readonly type: 'DraftReferral';
  readonly householdId: string;
  readonly memberIds: readonly string[];
  readonly service: ServiceCode;
  readonly oblast: OblastCode;
  readonly urgency: Urgency;
  readonly pathway: Pathway;
  readonly modality: Modality;
  readonly ageBands: readonly AgeBand[];
  readonly sexes: readonly Sex[];
  readonly language?: PersonLanguage;
  readonly excludedActorIds: readonly string[];
  /** The referral that this one continues after a decline. */
  readonly partOf?: string;
}

/** Put the draft to one service of one actor. It reaches nobody until consent permits it. */
export interface SendReferral extends Act {
  readonly type: 'SendReferral';
  readonly serviceId: string;
  readonly dataClasses: readonly DataClass[];
  readonly decisionRecordIds: readonly string[];
}

/** Have a draft sent by itself if the referral that it continues expires or is declined. Nobody else learns of it. */
export interface PrepareReferral extends Act {
  readonly type: 'PrepareReferral';
  readonly serviceId: string;
  readonly dataClasses: readonly DataClass[];
  readonly decisionRecordIds: readonly string[];
}

/** It is not to be sent by itself. */
export interface CancelPreparation extends Act {
  readonly type: 'CancelPreparation';
}

/** What it is prepared to follow may have ended; given by the workflow alone, which only asks to look. */
export interface ReviewPreparation {
  readonly type: 'ReviewPreparation';
}

/** Consent's answer to an offer; given by the permission workflow alone. */
export type SettleOffer = {
  readonly type: 'SettleOffer';
  readonly offerId: string;
} & ({ readonly permitId: string } | { readonly refused: PermitRefusal });

/** A withdrawn agreement ends an offer; given by the permission workflow alone. */
export interface EndSharing {
  readonly type: 'EndSharing';
  readonly offerId: string;
  readonly permitId: string;
  readonly occurredAt: string;
}

/** A rung of the ladder came due; given by the clock alone. */
export interface NoticeSilence {
  readonly type: 'NoticeSilence';
  /** Version of the ladder by which the timer was set. */
  readonly policy: number;
  readonly clock: SilenceClock;
  readonly rung: SilenceRung;
}

/** Nobody answered in time; given by the clock alone. */
export interface ExpireReferral {
  readonly type: 'ExpireReferral';
  readonly policy: number;
}

/** What no user asks: workflows answer with these, and the clock. */
export type UnaskedCommand = SettleOffer | EndSharing | NoticeSilence | ExpireReferral | ReviewPreparation;

export interface AcknowledgeReferral extends Act {
  readonly type: 'AcknowledgeReferral';
}
export interface AcceptReferral extends Act {
  readonly type: 'AcceptReferral';
}
export interface DeclineReferral extends Act {
  readonly type: 'DeclineReferral';
  readonly reason: DeclineReason;
  /** Required with `no_capacity`. */
  readonly capacityScope?: CapacityScope;
  /**
   * The sealed words of the reason; required with `other`. An id of consent's, which seals them and alone knows
   * whether it names anything.
   */
  readonly noteRecordId?: string;
}
export interface ConfirmAnswer extends Act {
  readonly type: 'ConfirmAnswer';
}
export interface StartReferral extends Act {
  readonly type: 'StartReferral';
}
export interface CompleteReferral extends Act {
  readonly type: 'CompleteReferral';
  readonly outcome: Outcome;
}
export interface WithdrawReferral extends Act {
  readonly type: 'WithdrawReferral';
  readonly reason: WithdrawReason;
}

export type ReferralCommand =
  | DraftReferral
  | SendReferral
  | PrepareReferral
  | CancelPreparation
  | UnaskedCommand
  | AcknowledgeReferral
  | AcceptReferral
  | DeclineReferral
  | ConfirmAnswer
  | StartReferral
  | CompleteReferral
  | WithdrawReferral;
