/** An invented actor's past, in the words that its specs share. */
import { specOf } from '@stezhka/event-store/testing';
import type { ServiceTerms } from '../src/actor/commands.js';
import { actorDecider } from '../src/actor/decide.js';
import type { ActorEvent } from '../src/actor/events.js';

export const now = new Date('2024-06-01T12:00:00.000Z');
export const { given } = specOf(actorDecider, now);
export const actorId = 'target';
export const [march, april, may] = ['2022-03-01', '2022-04-01', '2022-05-01'].map(
  (day) => `${day}T08:00:00.000Z`,
) as [string, string, string];
export const tomorrow = '2024-06-02T12:00:00.000Z';

export const profile = {
  name: { uk: 'Притулок «Калина»', en: 'Kalyna Shelter', ro: 'Adăpostul Kalyna' },
  kind: 'ngo',
  country: 'UA',
  homeOblast: 'UA-46',
} as const;
export const terms: ServiceTerms = {
  service: 'SHL.TRANSIT',
  pathways: ['general'],
  oblasts: ['UA-46'],
  modality: 'in_person',
  ageBands: [],
  sexes: [],
  languages: ['uk'],
  intakeQuestions: ['pets'],
  neededClasses: ['C1'],
  admissionDocument: false,
};
export const serviceId = 'id:service';

type Of<Type extends ActorEvent['type']> = Extract<ActorEvent, { type: Type }>['data'];
export const admitted: ActorEvent = {
  type: 'ActorAdmitted.v1',
  data: { actorId, ...profile, effectiveAt: march },
};
export const offered: ActorEvent = {
  type: 'ServiceOffered.v1',
  data: { actorId, serviceId, ...terms, effectiveAt: march },
};
export const ended: ActorEvent = {
  type: 'ServiceEnded.v1',
  data: { actorId, serviceId, effectiveAt: april },
};
export const operates = (
  operations: Of<'ActorOperationsChanged.v1'>['operations'],
  effectiveAt: string,
): ActorEvent => ({
  type: 'ActorOperationsChanged.v1',
  data: { actorId, operations, effectiveAt },
});
export const room = (data: Omit<Of<'CapacityReported.v1'>, 'actorId' | 'serviceId'>): ActorEvent => ({
  type: 'CapacityReported.v1',
  data: { actorId, serviceId, ...data },
});
export const certified = (effectiveAt: string, validUntil?: string): ActorEvent => ({
  type: 'CertificationGranted.v1',
  data: { actorId, pathway: 'gbv', effectiveAt, ...(validUntil === undefined ? {} : { validUntil }) },
});
export const revoked: ActorEvent = {
  type: 'CertificationRevoked.v1',
  data: { actorId, pathway: 'gbv', effectiveAt: april },
};
