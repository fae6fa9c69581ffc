/**
 * Why an actor's service can or cannot be offered a referral. Every candidate gets its reasons, chosen or not: a
 * caseworker who knows better can then say so, and one who does not learns the network.
 */
import type {
  AgeBand,
  CapacityState,
  OblastCode,
  Operations,
  Pathway,
  PersonLanguage,
  ServiceCode,
  Sex,
} from '@stezhka/vocabulary';
import { capacityAt, codeList } from '@stezhka/vocabulary';

/** What speaks against an offer, so that it cannot be made. */
export const unsuitableReasons = codeList({
  own_actor: {
    uk: 'Це ваша організація',
    en: 'This is your own organisation',
    ro: 'Este propria organizație',
  },
  excluded: { uk: 'Виключено відправником', en: 'Excluded by the sender', ro: 'Exclus de expeditor' },
  other_service: { uk: 'Інша послуга', en: 'Another service', ro: 'Alt serviciu' },
  not_operational: { uk: 'Не працює', en: 'Not operational', ro: 'Nu este operațional' },
  out_of_area: { uk: 'Інша область', en: 'Out of area', ro: 'În afara zonei' },
  pathway_not_served: {
    uk: 'Не приймає цим шляхом',
    en: 'Does not receive on this pathway',
    ro: 'Nu primește pe această cale',
  },
  not_certified: { uk: 'Немає сертифікації', en: 'Not certified', ro: 'Necertificat' },
  age_not_served: { uk: 'Інший вік', en: 'Age not served', ro: 'Vârstă neacceptată' },
  sex_not_served: { uk: 'Інша стать', en: 'Sex not served', ro: 'Sex neacceptat' },
  modality_not_offered: { uk: 'Інша форма надання', en: 'Not given in this way', ro: 'Nu se oferă astfel' },
});
export type Unsuitable = (typeof unsuitableReasons.codes)[number];

/** What a sender should know before she offers all the same. */
export const cautions = codeList({
  no_capacity: { uk: 'Немає місць', en: 'No room', ro: 'Fără locuri' },
  waitlist: { uk: 'Черга', en: 'Waiting list', ro: 'Listă de așteptare' },
  additional_assessment: {
    uk: 'Потрібна додаткова оцінка',
    en: 'Needs an additional assessment',
    ro: 'Necesită o evaluare suplimentară',
  },
  capacity_unknown: {
    uk: 'Місця не підтверджено',
    en: 'Capacity not confirmed',
    ro: 'Capacitate neconfirmată',
  },
  partly_operational: { uk: 'Працює частково', en: 'Partly operational', ro: 'Parțial operațional' },
  language_not_spoken: {
    uk: 'Не говорять цією мовою',
    en: 'Language not spoken',
    ro: 'Limba nu este vorbită',
  },
  admission_document: {
    uk: 'Потрібне направлення',
    en: 'Asks for a formal paper',
    ro: 'Cere un document formal',
  },
});
export type Caution = (typeof cautions.codes)[number];

/** What is asked for. */
export interface Need {
  readonly senderActorId: string;
  readonly service: ServiceCode;
  readonly oblast: OblastCode;
  readonly pathway: Pathway;
  readonly modality: 'in_person' | 'remote' | 'either';
  readonly ageBands: readonly AgeBand[];
  readonly sexes: readonly Sex[];
  readonly language?: PersonLanguage;
  readonly excludedActorIds: readonly string[];
}

/** One service of one actor, as the directory has it. */
export interface Candidate {
  readonly actorId: string;
  readonly service: ServiceCode;
  readonly operations: Operations;
  readonly oblasts: readonly OblastCode[];
  readonly pathways: readonly Pathway[];
  readonly certifications: readonly Pathway[];
  readonly modality: 'in_person' | 'remote' | 'either';
  readonly ageBands: readonly AgeBand[];
  readonly sexes: readonly Sex[];
  readonly languages: readonly PersonLanguage[];
  readonly admissionDocument: boolean;
  readonly capacity: CapacityState;
  readonly available: number | null;
  /** When capacity was last confirmed. */
  readonly capacityAt: Date | null;
}

export interface Explanation {
  readonly unsuitable: readonly Unsuitable[];
  readonly cautions: readonly Caution[];
}

const none = (served: readonly string[], asked: readonly string[]) =>
  served.length > 0 && !asked.every((one) => served.includes(one));

export function explain(need: Need, candidate: Candidate, now: Date): Explanation {
  const unsuitable: [Unsuitable, boolean][] = [
    ['own_actor', candidate.actorId === need.senderActorId],
    ['excluded', need.excludedActorIds.includes(candidate.actorId)],
    ['other_service', candidate.service !== need.service],
    ['not_operational', candidate.operations === 'suspended' || candidate.operations === 'closed'],
    ['out_of_area', none(candidate.oblasts, [need.oblast])],
    ['pathway_not_served', !candidate.pathways.includes(need.pathway)],
    ['not_certified', need.pathway !== 'general' && !candidate.certifications.includes(need.pathway)],
    ['age_not_served', none(candidate.ageBands, need.ageBands)],
    ['sex_not_served', none(candidate.sexes, need.sexes)],
    [
      'modality_not_offered',
      need.modality !== 'either' && candidate.modality !== 'either' && need.modality !== candidate.modality,
    ],
  ];
  const { capacity: said, available, capacityAt: updatedAt } = candidate;
  const { state: capacity } = capacityAt({ state: said, available, maximum: null, updatedAt }, now);
  const known: [Caution, boolean][] = [
    ['no_capacity', capacity === 'no-capacity'],
    ['waitlist', capacity === 'waitlist'],
    ['additional_assessment', capacity === 'additional-assessment-required'],
    ['capacity_unknown', capacity === 'unknown'],
    ['partly_operational', candidate.operations === 'partial'],
    ['language_not_spoken', need.language !== undefined && none(candidate.languages, [need.language])],
    ['admission_document', candidate.admissionDocument],
  ];
  return { unsuitable: holding(unsuitable), cautions: holding(known) };
}

/** Best first: whom nothing speaks against, then who has room, then by fewest cautions. */
export function byMerit(a: Explanation & { available: number | null }, b: typeof a): number {
  return (
    a.unsuitable.length - b.unsuitable.length ||
    Number(a.cautions.includes('no_capacity')) - Number(b.cautions.includes('no_capacity')) ||
    a.cautions.length - b.cautions.length ||
    (b.available ?? 0) - (a.available ?? 0)
  );
}

const holding = <Code>(reasons: readonly [Code, boolean][]): readonly Code[] =>
  reasons.filter(([, holds]) => holds).map(([code]) => code);
