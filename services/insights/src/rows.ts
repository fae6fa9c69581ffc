/**
 * The rows by which the network is looked at as a whole. Each statement keeps when it was so and when it was recorded,
 * so that any past day can be read as it was, and as it was known. Nothing here knows of an isolated pathway, of a
 * person's age, sex or language, or whose household it is.
 */
import type {
  AccessState,
  CapacityState,
  OblastCode,
  Operations,
  ServiceCode,
  SilenceClock,
  SilenceRung,
} from '@stezhka/vocabulary';
import type { Transaction } from 'kysely';

/** A statement about something. */
interface SaidRow {
  /** Nothing later was said of it, as far as is recorded: what holds now, unless it holds from a day to come. */
  newest: boolean;
}

/** One statement about an actor: how far it is operational, or how far it can reach an oblast. */
export interface ActorSaidRow extends SaidRow {
  actor_id: string;
  /** Where the store has it: of two that took effect together the later one holds. */
  position: bigint;
  operations: Operations | null;
  access: AccessState | null;
  oblast: OblastCode | null;
  effective_at: Date;
  recorded_at: Date;
}

/** What a service is and where, from some moment on. */
export interface ServiceSaidRow extends SaidRow {
  service_id: string;
  position: bigint;
  actor_id: string;
  service: ServiceCode;
  oblasts: OblastCode[];
  /** No longer: it ended, or left the general pathway. */
  listed: boolean;
  effective_at: Date;
  recorded_at: Date;
}

export interface CapacitySaidRow extends SaidRow {
  service_id: string;
  position: bigint;
  capacity: CapacityState;
  available: number | null;
  occurred_at: Date;
  recorded_at: Date;
}

/** What a draft of the general pathway asks for, until it is sent: for the projection alone. */
export interface ReferralRouteRow {
  referral_id: string;
  reference: string;
  service: ServiceCode;
  oblast: OblastCode;
}

export interface SentReferralRow extends ReferralRouteRow {
  receiver_actor_id: string;
  sent_at: Date;
  recorded_at: Date;
  acknowledge_by: Date;
  decide_by: Date;
}

/**
 * What can follow the sending, as far as it counts. `closed`: decided, and no service given; `expired`: nobody decided
 * in time.
 */
export type Step = 'acknowledged' | 'accepted' | 'served' | 'closed' | 'taken_back' | 'expired';

export interface ReferralStepRow {
  referral_id: string;
  position: bigint;
  step: Step;
  occurred_at: Date;
  recorded_at: Date;
}

/** That somebody was told of a silence. */
export interface SilenceToldRow {
  referral_id: string;
  clock: SilenceClock;
  rung: SilenceRung;
}

export interface InsightsTables {
  actor_said: ActorSaidRow;
  service_said: ServiceSaidRow;
  capacity_said: CapacitySaidRow;
  referral_route: ReferralRouteRow;
  sent_referral: SentReferralRow;
  referral_step: ReferralStepRow;
  silence_told: SilenceToldRow;
}

/** The rows as a projection writes them. */
export type Rows = Transaction<InsightsTables>;
