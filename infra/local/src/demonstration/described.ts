/** What the demonstration says of an organisation and of a way: plain data, entered by commands. */
import type { Contact } from '@stezhka/consent';
import type {
  AccessState,
  AgeBand,
  AgreementForm,
  Base,
  CapacityScope,
  CapacityState,
  CountryCode,
  DeclineReason,
  IntakeQuestion,
  OblastCode,
  Operations,
  Outcome,
  Pathway,
  PersonLanguage,
  Role,
  ServiceCode,
  Sex,
  Urgency,
  WithdrawReason,
} from '@stezhka/vocabulary';

export interface DemonstrationService {
  readonly key: string;
  readonly service: ServiceCode;
  readonly oblasts: readonly OblastCode[];
  readonly pathways: readonly Pathway[];
  readonly modality?: 'in_person' | 'remote' | 'either';
  readonly ageBands?: readonly AgeBand[];
  readonly sexes?: readonly Sex[];
  readonly languages?: readonly PersonLanguage[];
  readonly intakeQuestions?: readonly IntakeQuestion[];
  readonly neededClasses?: readonly ('C1' | 'C2' | 'C3')[];
  readonly admissionDocument?: boolean;
  /** Absent: it never said. */
  readonly capacity?: {
    /** `capacity` if absent. */
    readonly state?: CapacityState;
    readonly available?: number;
    readonly maximum?: number;
    /** Days before the installation was made; as it was made if absent. */
    readonly daysAgo?: number;
  };
}

export interface DemonstrationStaff {
  /** Sign-in name, or what tells her from her colleagues where she has none. */
  readonly name: string;
  /** What colleagues see, kept by identity alone. Absent: nobody signs in as her. */
  readonly displayName?: string;
  readonly roles: readonly Role[];
  readonly certifications?: readonly Pathway[];
  /** For the printed list: what to sign in as her for. */
  readonly goodFor?: string;
}

/** Something said of an actor's status and from which day, one axis at a time. */
export type StatusChange = `${number}-${number}-${number} ${
  | Operations
  | Base
  | `${OblastCode} ${AccessState}`}`;

export interface DemonstrationActor {
  readonly key: string;
  readonly name: { readonly uk: string; readonly en: string; readonly ro: string };
  readonly kind: 'ngo' | 'government' | 'medical' | 'hotline' | 'partner_abroad';
  /** Ukraine if absent. */
  readonly country?: CountryCode;
  readonly homeOblast?: OblastCode;
  readonly dutyPhone: string;
  /** Oldest first; it was admitted on the day of the first. */
  readonly history?: readonly StatusChange[];
  readonly certifications: readonly Pathway[];
  /** Held once, and no longer. */
  readonly lapsed?: readonly Pathway[];
  readonly services: readonly DemonstrationService[];
  readonly staff: readonly DemonstrationStaff[];
}

/** What was done with a referral after it was sent; `heard`: typed in by the sender, who heard it on the phone. */
export type Step =
  | 'acknowledge'
  | 'accept'
  | 'heard accept'
  | 'start'
  | 'confirm'
  | `decline ${Exclude<DeclineReason, 'no_capacity' | 'other'>}`
  | `heard decline ${Exclude<DeclineReason, 'no_capacity' | 'other'>}`
  | `decline no_capacity ${CapacityScope}`
  | 'decline other'
  | `complete ${Outcome}`
  | `withdraw ${WithdrawReason}`
  | 'take back';

export interface DemonstrationCase {
  readonly key: string;
  /** Name of who refers, and where to. */
  readonly by: string;
  readonly to: { readonly actor: string; readonly service: string };
  readonly service: ServiceCode;
  readonly oblast: OblastCode;
  readonly urgency: Urgency;
  readonly pathway: Pathway;
  /** Days before the installation was made. */
  readonly daysAgo: number;
  readonly members: readonly Contact[];
  readonly composition?: readonly { readonly ageBand: AgeBand; readonly sex: Sex }[];
  readonly need: string;
  readonly answers: readonly { readonly question: string; readonly answer: string }[];
  /** Said orally before a witness if absent. */
  readonly form?: AgreementForm;
  /** Whom the agreement names, where that is not the recipient. */
  readonly agreedTo?: string;
  /** It stays a draft. */
  readonly unsent?: true;
  /** Hours from one act to the next; 1 if absent. */
  readonly pace?: number;
  /** What happened then, in order; no two of a kind. */
  readonly followed: readonly Step[];
  /** In words, where the reason of a decline is another. */
  readonly words?: string;
  /** Name of who answers. */
  readonly answeredBy: string;
}
