/**
 * A referral in the making. It lives in this page's memory alone: what is typed about a person is never written to
 * the browser's storage, and a reload forgets it.
 */
import type {
  AgeBand,
  AgreementForm,
  DataClass,
  DeclineReason,
  IntakeAnswer,
  IntakeQuestion,
  Modality,
  OblastCode,
  Pathway,
  PersonLanguage,
  ServiceCode,
  Sex,
  Urgency,
} from '@stezhka/vocabulary';

export interface Need {
  readonly service: ServiceCode | '';
  readonly oblast: OblastCode | '';
  readonly urgency: Urgency | undefined;
  readonly pathway: Pathway;
  readonly modality: Modality;
  readonly language: PersonLanguage | '';
  readonly ageBands: readonly AgeBand[];
  readonly sexes: readonly Sex[];
}

/** An organisation, as far as an agreement names it. */
export interface NamedActor {
  readonly actorId: string;
  readonly name: string;
}

/** The service that is asked first. */
export interface Chosen extends NamedActor {
  readonly serviceId: string;
  readonly dutyPhone: string | undefined;
  readonly questions: readonly IntakeQuestion[];
  /** Without agreement to share these it cannot be given. */
  readonly neededClasses: readonly DataClass[];
}

/** One of those who are referred. Every part may stay unknown: empty says so. */
export interface Person {
  readonly name: string;
  readonly workingLabel: string;
  readonly phone: string;
  readonly safeTime: string;
  readonly neverLeaveMessage: boolean;
  readonly ageBand: AgeBand | '';
  readonly sex: Sex | '';
}

export interface Agreement {
  readonly form: AgreementForm | undefined;
  readonly days: 30 | 90 | 180;
  readonly agreed: boolean;
  /** When she agreed, ISO 8601; set with her yes, so that a retry says the same. */
  readonly since: string;
}

/** The organisation that an earlier referral was sent to. */
export interface Asked {
  readonly actorId: string;
  readonly became: 'waits' | 'declined' | 'silent' | 'ended';
  readonly reason: DeclineReason | undefined;
}

/** What goes on from an earlier referral of the same people. */
export interface Continued {
  /** A draft that was never sent, or refused by consent: it is sent itself. */
  readonly draftId: string | undefined;
  /** An earlier one that this continues. */
  readonly partOf: string | undefined;
  /** That one waits for its answer: this one is prepared to follow it, and goes by itself. */
  readonly waits: boolean;
  /** Who was asked by that one, and what came of it so far. */
  readonly asked: Asked | undefined;
  readonly reference: string;
  readonly householdId: string;
  readonly memberIds: readonly string[];
  /** What was written about the need before. */
  readonly decisionRecordId: string | undefined;
  /** Actors that an agreement in force names for what is shared here, and until when. */
  readonly agreedUntil: Readonly<Record<string, string>>;
}

export interface Draft {
  readonly need: Need;
  /** Never to be offered to, and never told. */
  readonly excluded: readonly NamedActor[];
  readonly chosen: Chosen | undefined;
  /** Who else may be asked if the first cannot, in order. */
  readonly others: readonly NamedActor[];
  readonly people: readonly Person[];
  readonly words: string;
  readonly answers: Readonly<Partial<Record<IntakeQuestion, IntakeAnswer>>>;
  /** Share what was written before instead of `words` and `answers`. */
  readonly reuse: boolean;
  readonly agreement: Agreement;
  readonly continued: Continued | undefined;
}

export const nobodyKnown: Person = {
  name: '',
  workingLabel: '',
  phone: '',
  safeTime: '',
  neverLeaveMessage: false,
  ageBand: '',
  sex: '',
};

export const emptyDraft: Draft = {
  need: {
    service: '',
    oblast: '',
    urgency: undefined,
    pathway: 'general',
    modality: 'either',
    language: '',
    ageBands: [],
    sexes: [],
  },
  excluded: [],
  chosen: undefined,
  others: [],
  people: [nobodyKnown],
  words: '',
  answers: {},
  reuse: false,
  agreement: { form: undefined, days: 90, agreed: false, since: '' },
  continued: undefined,
};

/** Clinical help after rape works within hours only, whatever else is said. */
export function alwaysEmergency(service: ServiceCode | ''): boolean {
  return service === 'HLT.CMR';
}

/** The urgency that will hold. */
export function urgencyOf({ service, urgency }: Need): Urgency | undefined {
  return alwaysEmergency(service) ? 'emergency' : urgency;
}

/** Whether an agreement in force already covers what would be shared with the chosen actor. */
export function coveredUntil({ continued, chosen }: Draft): string | undefined {
  return chosen ? continued?.agreedUntil[chosen.actorId] : undefined;
}

/** The draft with a part of it changed. A yes was given to the text as it was read: where that changes, it is asked again. */
export function changed(draft: Draft, part: Partial<Draft>): Draft {
  const next = { ...draft, ...part };
  if (part.agreement || heardIn(next) === heardIn(draft)) return next;
  return { ...next, agreement: { ...next.agreement, agreed: false } };
}

/** What a person hears before she says yes: to whom what goes until when, and for how many she speaks. */
function heardIn(draft: Draft): string {
  const { chosen, others, people, agreement } = draft;
  const asked = [chosen, ...others].map((actor) => actor?.actorId);
  return JSON.stringify([asked, sharedClasses(draft), people.length, agreement.days]);
}

/** Beside the routing, which is no secret of hers. What a service needs goes along, whether or not anything is known. */
export function sharedClasses({ people, chosen, continued }: Draft): readonly DataClass[] {
  const contact = continued !== undefined || people.some(hasContact);
  const classes = new Set<DataClass>([
    ...(contact ? ['C1' as const] : []),
    'C2',
    ...(chosen?.neededClasses ?? []),
  ]);
  classes.delete('C0');
  return [...classes].sort();
}

export function hasContact({ name, workingLabel, phone, safeTime, neverLeaveMessage }: Person): boolean {
  return neverLeaveMessage || [name, workingLabel, phone, safeTime].some((part) => part.trim() !== '');
}
