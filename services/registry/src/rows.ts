/** The rows by which the directory and the staff are read. Arrays hold codes in their lists' order. */
import type {
  AccessState,
  AgeBand,
  Base,
  CapacityState,
  CountryCode,
  DataClass,
  IntakeQuestion,
  Modality,
  OblastCode,
  Operations,
  Pathway,
  PersonLanguage,
  Role,
  ServiceCode,
  Sex,
} from '@stezhka/vocabulary';
import type { Transaction } from 'kysely';
import type { ActorKind } from './actor/events.js';

export interface ActorRow {
  actor_id: string;
  name_uk: string;
  name_en: string;
  name_ro: string;
  kind: ActorKind;
  country: CountryCode;
  home_oblast: OblastCode | null;
  duty_phone: string | null;
  admitted_at: Date;
  /** What the newest statement says, by when it took effect; null: nothing stated yet. */
  operations: Operations | null;
  operations_since: Date | null;
  base: Base | null;
  base_since: Date | null;
}

/** One statement about one axis of an actor's status; which axis tells the column that is not null. */
export interface StatusRow {
  actor_id: string;
  /** Where the store has the statement: of two that took effect together the later one holds. */
  position: bigint;
  operations: Operations | null;
  base: Base | null;
  access: AccessState | null;
  /** The area that `access` is about. */
  oblast: OblastCode | null;
  effective_at: Date;
  recorded_at: Date;
}

export interface ServiceRow {
  service_id: string;
  actor_id: string;
  service: ServiceCode;
  oblasts: OblastCode[];
  modality: Modality;
  age_bands: AgeBand[];
  sexes: Sex[];
  languages: PersonLanguage[];
  intake_questions: IntakeQuestion[];
  needed_classes: DataClass[];
  admission_document: boolean;
  /** Received on the general pathway too, so that everybody may know of it. */
  listed_openly: boolean;
  offered_at: Date;
  ended_at: Date | null;
  capacity: CapacityState | null;
  available: number | null;
  maximum: number | null;
  capacity_at: Date | null;
}

/** A row of its own for each pathway: who may not know of one reads the others and never a list with a gap. */
export interface ServicePathwayRow {
  service_id: string;
  actor_id: string;
  pathway: Pathway;
}

export interface CertificationRow {
  actor_id: string;
  pathway: Pathway;
  effective_at: Date;
  valid_until: Date | null;
}

export interface StaffRow {
  staff_id: string;
  actor_id: string;
  roles: Role[];
  certifications: Pathway[];
  disabled: boolean;
  joined_at: Date;
  /** Where her stream stands. */
  revision: bigint;
}

export interface RegistryTables {
  actor: ActorRow;
  actor_status_history: StatusRow;
  actor_service: ServiceRow;
  service_pathway: ServicePathwayRow;
  certification: CertificationRow;
  staff: StaffRow;
}

/** The rows as a projection writes them. */
export type Rows = Transaction<RegistryTables>;
