/** How the tables of organisations are written: names by kind, room in a word, staff as everywhere. */
import type { OblastCode, Pathway, PersonLanguage, ServiceCode } from '@stezhka/vocabulary';
import type { DemonstrationActor, DemonstrationService, DemonstrationStaff } from '../described.js';

type Capacity = Pick<DemonstrationService, 'capacity'>;

export const room = (available: number, maximum: number, daysAgo = 0): Capacity => ({
  capacity: { available, maximum, daysAgo },
});
/** Said too long ago to be believed. */
export const stale = (available: number, maximum: number): Capacity => room(available, maximum, 20);
export const full = (maximum: number, daysAgo = 1): Capacity => ({
  capacity: { state: 'no-capacity', available: 0, maximum, daysAgo },
});
export const queue = (maximum: number): Capacity => ({
  capacity: { state: 'waitlist', available: 0, maximum, daysAgo: 2 },
});
export const assessed = (maximum: number): Capacity => ({
  capacity: { state: 'additional-assessment-required', maximum, daysAgo: 1 },
});
export const unsaid: Capacity = {};

type Terms = Omit<Partial<DemonstrationService>, 'key' | 'service' | 'capacity'>;

/** A service in the actor's own oblast, on the general pathway, unless it says otherwise. */
export interface ServiceRow extends Terms {
  readonly service: ServiceCode;
  readonly capacity: Capacity;
}

export const gives = (service: ServiceCode, capacity: Capacity, terms: Terms = {}): ServiceRow => ({
  service,
  capacity,
  ...terms,
});
/** The same on an isolated pathway, which wants the contact as well. */
export const sealed = (
  service: ServiceCode,
  pathway: Exclude<Pathway, 'general'>,
  capacity: Capacity,
  terms: Terms = {},
): ServiceRow => gives(service, capacity, { pathways: [pathway], neededClasses: ['C1', 'C2'], ...terms });

type Kind = 'centre' | 'fund' | 'house' | 'union' | 'initiative';
type Named = Pick<DemonstrationActor, 'name'>;

const kinds: Record<Kind, (uk: string, latin: string) => DemonstrationActor['name']> = {
  centre: (uk, latin) => ({ uk: `Осередок «${uk}»`, en: `${latin} Centre`, ro: `Centrul ${latin}` }),
  fund: (uk, latin) => ({ uk: `Фонд «${uk}»`, en: `${latin} Fund`, ro: `Fondul ${latin}` }),
  house: (uk, latin) => ({ uk: `Дім «${uk}»`, en: `${latin} House`, ro: `Casa ${latin}` }),
  union: (uk, latin) => ({ uk: `Спілка «${uk}»`, en: `${latin} Union`, ro: `Uniunea ${latin}` }),
  initiative: (uk, latin) => ({
    uk: `Ініціатива «${uk}»`,
    en: `${latin} Initiative`,
    ro: `Inițiativa ${latin}`,
  }),
};

export const called = (kind: Kind, uk: string, latin: string): Named => ({ name: kinds[kind](uk, latin) });

export interface ActorRow extends Pick<DemonstrationActor, 'key' | 'name' | 'dutyPhone'> {
  readonly kind?: DemonstrationActor['kind'];
  readonly country?: DemonstrationActor['country'];
  readonly oblast?: OblastCode;
  readonly history: NonNullable<DemonstrationActor['history']>;
  readonly certified?: readonly Pathway[];
  readonly lapsed?: readonly Pathway[];
  readonly languages?: readonly PersonLanguage[];
  readonly services: readonly ServiceRow[];
  /** Beside the one whom every actor has: who leads it, refers and answers, and signs in nowhere. */
  readonly staff?: readonly DemonstrationStaff[];
}

export function actor(row: ActorRow): DemonstrationActor {
  const { key, name, dutyPhone, oblast, history, kind = 'ngo', certified = [], lapsed = [] } = row;
  return {
    ...{ key, name, dutyPhone, history, kind, certifications: certified, lapsed },
    ...(row.country ? { country: row.country } : {}),
    ...(oblast ? { homeOblast: oblast } : {}),
    services: row.services.map(({ capacity, service, ...terms }) => ({
      ...{ key: service, service, oblasts: oblast ? [oblast] : [], pathways: ['general'] as const },
      ...(row.languages ? { languages: row.languages } : {}),
      ...terms,
      ...capacity,
    })),
    staff: [
      {
        name: `${key}-desk`,
        roles: ['actor_administrator', 'supervisor', 'duty_officer', 'caseworker', 'intake_officer'],
        certifications: certified,
      },
      ...(row.staff ?? []),
    ],
  };
}

export const signIn = (
  name: string,
  displayName: string,
  roles: DemonstrationStaff['roles'],
  goodFor: string,
  certifications: readonly Pathway[] = [],
): DemonstrationStaff => ({ name, displayName, roles, goodFor, certifications });
