/** Where an actor's events leave it, as far as a decision needs to know. */
import type {
  AccessState,
  Base,
  CapacityState,
  CountryCode,
  OblastCode,
  Operations,
  Pathway,
} from '@stezhka/vocabulary';
import { type History, recordIn } from '../in-force.js';
import type { ServiceTerms } from './commands.js';
import type { ActorEvent } from './events.js';

export interface Capacity {
  readonly capacity: CapacityState;
  readonly available?: number | undefined;
  readonly maximum?: number | undefined;
  readonly occurredAt: string;
}

export interface OfferedTerms {
  readonly terms: ServiceTerms;
  /** From when the newest terms hold. */
  readonly effectiveAt: string;
  readonly capacity?: Capacity;
}

export type ServiceState =
  | ({ readonly phase: 'offered' } & OfferedTerms)
  | { readonly phase: 'ended'; readonly effectiveAt: string };

export interface Certification {
  readonly effectiveAt: string;
  readonly validUntil?: string | undefined;
}

export interface AdmittedActor {
  readonly phase: 'admitted';
  readonly country: CountryCode;
  readonly admittedAt: string;
  readonly operations: History<Operations>;
  readonly base: History<Base>;
  readonly access: Readonly<Partial<Record<OblastCode, History<AccessState>>>>;
  readonly services: Readonly<Record<string, ServiceState>>;
  readonly certifications: Readonly<Partial<Record<Pathway, Certification>>>;
}

export type ActorState = { readonly phase: 'unknown' } | AdmittedActor;

export const initialState: ActorState = { phase: 'unknown' };

export function evolve(state: ActorState, event: ActorEvent): ActorState {
  if (event.type === 'ActorAdmitted.v1')
    return {
      phase: 'admitted',
      country: event.data.country,
      admittedAt: event.data.effectiveAt,
      operations: [],
      base: [],
      access: {},
      services: {},
      certifications: {},
    };
  // A stream begins with its admission: whatever came before it is not this actor's.
  return state.phase === 'admitted' ? { ...state, ...changed(state, event) } : state;
}

type Change = Exclude<ActorEvent, { type: 'ActorAdmitted.v1' }>;

function changed(actor: AdmittedActor, event: Change): Partial<AdmittedActor> {
  switch (event.type) {
    case 'ActorOperationsChanged.v1': {
      const { operations: value, effectiveAt } = event.data;
      return { operations: recordIn(actor.operations, { value, effectiveAt }) };
    }
    case 'ActorBaseChanged.v1': {
      const { base: value, effectiveAt } = event.data;
      return { base: recordIn(actor.base, { value, effectiveAt }) };
    }
    case 'ActorAccessChanged.v1': {
      const { oblast, access: value, effectiveAt } = event.data;
      const history = recordIn(actor.access[oblast] ?? [], { value, effectiveAt });
      return { access: { ...actor.access, [oblast]: history } };
    }
    case 'ServiceOffered.v1':
    case 'ServiceTermsChanged.v1':
      return withService(actor, event.data.serviceId, offered(actor, event.data));
    case 'ServiceEnded.v1': {
      const { serviceId, effectiveAt } = event.data;
      return withService(actor, serviceId, { phase: 'ended', effectiveAt });
    }
    case 'CapacityReported.v1':
      return reported(actor, event.data);
    case 'CertificationGranted.v1': {
      const { pathway, effectiveAt, validUntil } = event.data;
      return { certifications: { ...actor.certifications, [pathway]: { effectiveAt, validUntil } } };
    }
    case 'CertificationRevoked.v1': {
      const { [event.data.pathway]: _revoked, ...certifications } = actor.certifications;
      return { certifications };
    }
    default:
      return event satisfies never;
  }
}

function withService(actor: AdmittedActor, serviceId: string, service: ServiceState): Partial<AdmittedActor> {
  return { services: { ...actor.services, [serviceId]: service } };
}

type Of<Type extends ActorEvent['type']> = Extract<ActorEvent, { type: Type }>['data'];

function offered(
  actor: AdmittedActor,
  data: Of<'ServiceOffered.v1'> | Of<'ServiceTermsChanged.v1'>,
): ServiceState {
  const { actorId: _actor, serviceId, effectiveAt, ...terms } = data;
  const before = actor.services[serviceId];
  const capacity = before?.phase === 'offered' && before.capacity ? { capacity: before.capacity } : {};
  return { phase: 'offered', terms, effectiveAt, ...capacity };
}

function reported(actor: AdmittedActor, data: Of<'CapacityReported.v1'>): Partial<AdmittedActor> {
  const { actorId: _actor, serviceId, ...capacity } = data;
  const service = actor.services[serviceId];
  if (service?.phase !== 'offered') return {};
  // Typed in late, behind a newer report: true, and no longer so.
  if (service.capacity && service.capacity.occurredAt > capacity.occurredAt) return {};
  return withService(actor, serviceId, { ...service, capacity });
}
