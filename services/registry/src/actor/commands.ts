/** What may be asked about an actor. Moments are ISO 8601; those named `effectiveAt` and `occurredAt` may lie in the past. */
import type {
  AccessState,
  AgeBand,
  Base,
  CapacityState,
  CountryCode,
  DataClass,
  IntakeQuestion,
  Labels,
  Modality,
  OblastCode,
  Operations,
  Pathway,
  PersonLanguage,
  ServiceCode,
  Sex,
} from '@stezhka/vocabulary';
import type { ActorKind } from './events.js';

export interface AdmitActor {
  readonly type: 'AdmitActor';
  readonly name: Labels;
  readonly kind: ActorKind;
  readonly country: CountryCode;
  readonly homeOblast?: OblastCode;
  readonly dutyPhone?: string;
  readonly effectiveAt: string;
}

export interface ChangeOperations {
  readonly type: 'ChangeOperations';
  readonly operations: Operations;
  readonly effectiveAt: string;
}

export interface ChangeBase {
  readonly type: 'ChangeBase';
  readonly base: Base;
  readonly effectiveAt: string;
}

export interface ChangeAccess {
  readonly type: 'ChangeAccess';
  readonly oblast: OblastCode;
  readonly access: AccessState;
  readonly effectiveAt: string;
}

/** Where and for whom a service is, and what it must know to decide. */
export interface ServiceTerms {
  readonly service: ServiceCode;
  readonly pathways: Pathway[];
  readonly oblasts: OblastCode[];
  readonly modality: Modality;
  /** Empty: everyone. */
  readonly ageBands: AgeBand[];
  /** Empty: everyone. */
  readonly sexes: Sex[];
  readonly languages: PersonLanguage[];
  readonly intakeQuestions: IntakeQuestion[];
  readonly neededClasses: DataClass[];
  readonly admissionDocument: boolean;
}

export interface OfferService extends ServiceTerms {
  readonly type: 'OfferService';
  readonly effectiveAt: string;
}

export interface ChangeServiceTerms extends ServiceTerms {
  readonly type: 'ChangeServiceTerms';
  readonly serviceId: string;
  readonly effectiveAt: string;
}

export interface EndService {
  readonly type: 'EndService';
  readonly serviceId: string;
  readonly effectiveAt: string;
}

export interface ReportCapacity {
  readonly type: 'ReportCapacity';
  readonly serviceId: string;
  readonly capacity: CapacityState;
  readonly available?: number;
  readonly maximum?: number;
  /** Now, if absent. */
  readonly occurredAt?: string;
  /** When that was so which the sender saw: there may be something newer by now. */
  readonly seenAt?: string;
}

/** The network's own conclusion from a decline: nobody asks for it over the API. */
export interface MarkServiceFull {
  readonly type: 'MarkServiceFull';
  readonly serviceId: string;
  /** Of the referral that was answered. */
  readonly pathway: Pathway;
  readonly occurredAt: string;
}

/** The network's own conclusion from an acceptance: nobody asks for it over the API. */
export interface TakePlace extends Omit<MarkServiceFull, 'type'> {
  readonly type: 'TakePlace';
}

export interface GrantCertification {
  readonly type: 'GrantCertification';
  readonly pathway: Pathway;
  readonly validUntil?: string;
  readonly effectiveAt: string;
}

export interface RevokeCertification {
  readonly type: 'RevokeCertification';
  readonly pathway: Pathway;
  readonly effectiveAt: string;
}

export type ActorCommand =
  | AdmitActor
  | ChangeOperations
  | ChangeBase
  | ChangeAccess
  | OfferService
  | ChangeServiceTerms
  | EndService
  | ReportCapacity
  | MarkServiceFull
  | TakePlace
  | GrantCertification
  | RevokeCertification;
