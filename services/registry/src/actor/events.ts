/** What is true for ever about a protection actor. Names and descriptions are what it publishes about itself. */
import {
  code,
  count,
  type EventsOf,
  event,
  fields,
  flag,
  id,
  list,
  moment,
  optional,
  publicText,
} from '@stezhka/schema';
import {
  accessStates,
  ageBands,
  bases,
  capacityStates,
  countries,
  dataClasses,
  intakeQuestions,
  modalities,
  oblasts,
  operations,
  pathways,
  personLanguages,
  serviceCodes,
  sexes,
} from '@stezhka/vocabulary';

/** What kind of organisation an actor is. */
export const actorKinds = ['ngo', 'government', 'medical', 'hotline', 'partner_abroad'] as const;
export type ActorKind = (typeof actorKinds)[number];

const actorId = id('The actor.');
const serviceId = id('One service of the actor, in its own areas and under its own conditions.');
const effectiveAt = moment('From when this holds; may lie before it was recorded.');

/** What an actor says about one of its services: where, for whom, and what it must know to decide. */
const serviceTerms = {
  service: code(serviceCodes.codes, 'What is offered.'),
  pathways: list(code(pathways.codes, 'A pathway.'), 'On which pathways referrals are received.'),
  oblasts: list(code(oblasts.codes, 'An oblast.'), 'Where it is offered; empty for an actor abroad.'),
  modality: code(modalities.codes, 'How it is given.'),
  ageBands: list(code(ageBands.codes, 'An age band.'), 'Whom it serves by age; empty: everyone.'),
  sexes: list(code(sexes.codes, 'A sex.'), 'Whom it serves by sex; empty: everyone.'),
  languages: list(code(personLanguages.codes, 'A language.'), 'Languages in which it is given.'),
  intakeQuestions: list(
    code(intakeQuestions.codes, 'A question.'),
    'What its intake officers must know before they can decide.',
  ),
  neededClasses: list(
    code(dataClasses.codes, 'A data class.'),
    'Without agreement to share these the service cannot be given.',
  ),
  admissionDocument: flag('Whether a formal направлення is demanded for admission.'),
};

export const actorEvents = {
  'ActorAdmitted.v1': event({
    description: 'An organisation joined the network.',
    data: {
      actorId,
      name: fields({
        uk: publicText('Name in Ukrainian.'),
        en: publicText('Name in English.'),
        ro: publicText('Name in Romanian.'),
      }),
      kind: code(actorKinds, 'What kind of organisation it is.'),
      country: code(countries.codes, 'Where it is registered.'),
      homeOblast: optional(code(oblasts.codes, 'Where its seat is, in Ukraine.')),
      dutyPhone: optional(publicText('Phone of the duty officer, as published to the network.')),
      effectiveAt,
    },
    example: {
      actorId: 'k3v5tq2m7xw4zdp6ybnh2rjf5a',
      name: { uk: 'Притулок «Калина»', en: 'Kalyna Shelter', ro: 'Adăpostul Kalyna' },
      kind: 'ngo',
      country: 'UA',
      homeOblast: 'UA-46',
      effectiveAt: '2022-03-01T08:00:00.000Z',
    },
  }),
  'ActorOperationsChanged.v1': event({
    description: 'How far an actor is operational changed.',
    data: { actorId, operations: code(operations.codes, 'How far it is operational.'), effectiveAt },
    example: {
      actorId: 'k3v5tq2m7xw4zdp6ybnh2rjf5a',
      operations: 'full',
      effectiveAt: '2022-03-01T08:00:00.000Z',
    },
  }),
  'ActorBaseChanged.v1': event({
    description: 'An actor moved away from its home, or back.',
    data: { actorId, base: code(bases.codes, 'Where it works from.'), effectiveAt },
    example: {
      actorId: 'k3v5tq2m7xw4zdp6ybnh2rjf5a',
      base: 'evacuated',
      effectiveAt: '2022-03-01T08:00:00.000Z',
    },
  }),
  'ActorAccessChanged.v1': event({
    description: "An actor's access to an area changed.",
    data: {
      actorId,
      oblast: code(oblasts.codes, 'The area.'),
      access: code(accessStates.codes, 'How far it can be reached.'),
      effectiveAt,
    },
    example: {
      actorId: 'k3v5tq2m7xw4zdp6ybnh2rjf5a',
      oblast: 'UA-63',
      access: 'limited',
      effectiveAt: '2022-03-01T08:00:00.000Z',
    },
  }),
  'ServiceOffered.v1': event({
    description: 'An actor began to offer a service.',
    data: { actorId, serviceId, ...serviceTerms, effectiveAt },
    example: {
      actorId: 'k3v5tq2m7xw4zdp6ybnh2rjf5a',
      serviceId: 'p5r3wq6t2n4yhm7xvk2zjdba4c',
      service: 'SHL.TRANSIT',
      pathways: ['general'],
      oblasts: ['UA-46'],
      modality: 'in_person',
      ageBands: [],
      sexes: [],
      languages: ['uk', 'ru'],
      intakeQuestions: ['mobility_limits', 'pets'],
      neededClasses: ['C1', 'C2'],
      admissionDocument: false,
      effectiveAt: '2022-03-01T08:00:00.000Z',
    },
  }),
  'ServiceTermsChanged.v1': event({
    description: 'The terms of a service changed; all of them are repeated.',
    data: { actorId, serviceId, ...serviceTerms, effectiveAt },
    example: {
      actorId: 'k3v5tq2m7xw4zdp6ybnh2rjf5a',
      serviceId: 'p5r3wq6t2n4yhm7xvk2zjdba4c',
      service: 'SHL.TRANSIT',
      pathways: ['general'],
      oblasts: ['UA-46', 'UA-21'],
      modality: 'in_person',
      ageBands: [],
      sexes: [],
      languages: ['uk'],
      intakeQuestions: [],
      neededClasses: ['C1', 'C2'],
      admissionDocument: true,
      effectiveAt: '2023-01-01T00:00:00.000Z',
    },
  }),
  'ServiceEnded.v1': event({
    description: 'An actor stopped offering a service.',
    data: { actorId, serviceId, effectiveAt },
    example: {
      actorId: 'k3v5tq2m7xw4zdp6ybnh2rjf5a',
      serviceId: 'p5r3wq6t2n4yhm7xvk2zjdba4c',
      effectiveAt: '2024-01-01T00:00:00.000Z',
    },
  }),
  'CapacityReported.v1': event({
    description: 'An actor said how much room a service has.',
    data: {
      actorId,
      serviceId,
      capacity: code(capacityStates.codes, 'Whether there is room.'),
      available: optional(count('Free places.')),
      maximum: optional(count('All places.')),
      occurredAt: moment('When it was so.'),
    },
    example: {
      actorId: 'k3v5tq2m7xw4zdp6ybnh2rjf5a',
      serviceId: 'p5r3wq6t2n4yhm7xvk2zjdba4c',
      capacity: 'capacity',
      available: 4,
      maximum: 18,
      occurredAt: '2026-03-01T08:00:00.000Z',
    },
  }),
  'CertificationGranted.v1': event({
    description: 'An actor was certified to receive referrals of an isolated pathway.',
    data: {
      actorId,
      pathway: code(pathways.codes, 'The pathway.'),
      validUntil: optional(moment('When the certification ends.')),
      effectiveAt,
    },
    example: {
      actorId: 'k3v5tq2m7xw4zdp6ybnh2rjf5a',
      pathway: 'gbv',
      effectiveAt: '2022-03-01T08:00:00.000Z',
    },
  }),
  'CertificationRevoked.v1': event({
    description: 'A certification was taken back.',
    data: { actorId, pathway: code(pathways.codes, 'The pathway.'), effectiveAt },
    example: {
      actorId: 'k3v5tq2m7xw4zdp6ybnh2rjf5a',
      pathway: 'gbv',
      effectiveAt: '2024-03-01T08:00:00.000Z',
    },
  }),
} as const;

export type ActorEvent = EventsOf<typeof actorEvents>;
