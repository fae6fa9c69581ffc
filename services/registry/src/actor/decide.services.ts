/** What an actor offers, and how much room there is. */
import { isDeepStrictEqual } from 'node:util';
import type { DecisionContext } from '@stezhka/event-store';
import { isIsolated, Refusal } from '@stezhka/vocabulary';
import { certifiedPathways } from './certified.js';
import type {
  ChangeServiceTerms,
  EndService,
  MarkServiceFull,
  OfferService,
  ReportCapacity,
  ServiceTerms,
  TakePlace,
} from './commands.js';
import type { ActorEvent } from './events.js';
import type { AdmittedActor, ServiceState } from './evolve.js';

/** Services that one actor may ever have offered: its whole list is read with it. */
const MOST_SERVICES = 200;

type Offered = Extract<ServiceState, { phase: 'offered' }>;

export function offerService(
  actor: AdmittedActor,
  { type: _type, effectiveAt, ...terms }: OfferService,
  actorId: string,
  { now, newId }: DecisionContext,
): ActorEvent[] {
  if (Object.keys(actor.services).length >= MOST_SERVICES) throw new Refusal('TOO_LARGE');
  checkTerms(actor, terms, now);
  return [
    { type: 'ServiceOffered.v1', data: { actorId, serviceId: newId('service'), ...terms, effectiveAt } },
  ];
}

export function changeServiceTerms(
  actor: AdmittedActor,
  { type: _type, serviceId, effectiveAt, ...terms }: ChangeServiceTerms,
  actorId: string,
  { now }: DecisionContext,
): ActorEvent[] {
  const service = offeredService(actor, serviceId);
  if (isDeepStrictEqual(service.terms, terms)) return [];
  if (effectiveAt < service.effectiveAt) throw new Refusal('OCCURRED_BEFORE');
  checkTerms(actor, terms, now);
  return [{ type: 'ServiceTermsChanged.v1', data: { actorId, serviceId, ...terms, effectiveAt } }];
}

export function endService(
  actor: AdmittedActor,
  { serviceId, effectiveAt }: EndService,
  actorId: string,
): ActorEvent[] {
  if (actor.services[serviceId]?.phase === 'ended') return [];
  if (effectiveAt < offeredService(actor, serviceId).effectiveAt) throw new Refusal('OCCURRED_BEFORE');
  return [{ type: 'ServiceEnded.v1', data: { actorId, serviceId, effectiveAt } }];
}

export function reportCapacity(
  actor: AdmittedActor,
  { type: _type, seenAt, ...report }: ReportCapacity & { readonly occurredAt: string },
  actorId: string,
): ActorEvent[] {
  const { capacity: latest } = offeredService(actor, report.serviceId);
  const { serviceId: _service, ...capacity } = report;
  if (latest && isDeepStrictEqual(latest, capacity)) return [];
  // A place that was taken meanwhile must not be given back by somebody who did not see it go.
  if (latest && seenAt !== undefined && latest.occurredAt > seenAt) throw new Refusal('STALE_REVISION');
  checkPlaces(report);
  return [{ type: 'CapacityReported.v1', data: { actorId, ...report } }];
}

export function markServiceFull(
  actor: AdmittedActor,
  command: MarkServiceFull,
  actorId: string,
): ActorEvent[] {
  const service = toldOf(actor, command);
  if (!service) return [];
  const { serviceId, occurredAt } = command;
  const maximum = service.capacity?.maximum;
  const data = {
    actorId,
    serviceId,
    capacity: 'no-capacity' as const,
    available: 0,
    ...given({ maximum }),
    occurredAt,
  };
  return [{ type: 'CapacityReported.v1', data }];
}

/** One place, however many people: how many they are is for the parties. Where places are not counted, none is taken. */
export function takePlace(actor: AdmittedActor, command: TakePlace, actorId: string): ActorEvent[] {
  const { capacity, available, maximum } = toldOf(actor, command)?.capacity ?? {};
  if (capacity !== 'capacity' || available === undefined) return [];
  const { serviceId, occurredAt } = command;
  const left = { capacity: available > 1 ? capacity : ('no-capacity' as const), available: available - 1 };
  return [
    { type: 'CapacityReported.v1', data: { actorId, serviceId, ...left, ...given({ maximum }), occurredAt } },
  ];
}

const given = ({ maximum }: { readonly maximum: number | undefined }) =>
  maximum === undefined ? {} : { maximum };

/** The service whose room an answer tells of, unless its actor has said something newer. */
function toldOf(
  actor: AdmittedActor,
  { serviceId, pathway, occurredAt }: Omit<MarkServiceFull, 'type'>,
): Offered | undefined {
  const service = actor.services[serviceId];
  if (service?.phase !== 'offered') return undefined;
  // Everybody reads the room of a service that is given on the general pathway too: it would tell of the referral.
  if (isIsolated(pathway) && !service.terms.pathways.every(isIsolated)) return undefined;
  return service.capacity && service.capacity.occurredAt > occurredAt ? undefined : service;
}

/** Another actor's service is not found, like one that never was. */
function offeredService(actor: AdmittedActor, serviceId: string): Offered {
  const service = Object.hasOwn(actor.services, serviceId) ? actor.services[serviceId] : undefined;
  if (!service) throw new Refusal('NOT_FOUND');
  if (service.phase === 'ended') throw new Refusal('ILLEGAL_TRANSITION', ['OfferService']);
  return service;
}

function checkTerms(actor: AdmittedActor, terms: ServiceTerms, now: Date): void {
  if (terms.pathways.length === 0) throw new Refusal('INVALID_INPUT');
  if (terms.oblasts.length === 0 && actor.country === 'UA') throw new Refusal('INVALID_INPUT');
  const held = certifiedPathways(actor, now);
  if (terms.pathways.some((pathway) => isIsolated(pathway) && !held.includes(pathway)))
    throw new Refusal('NOT_CERTIFIED', ['general', ...held]);
}

function checkPlaces({ capacity, available, maximum }: Omit<ReportCapacity, 'type'>): void {
  const contradicts =
    (available !== undefined && maximum !== undefined && available > maximum) ||
    (capacity === 'no-capacity' && available !== undefined && available > 0) ||
    (capacity === 'capacity' && available === 0);
  if (contradicts) throw new Refusal('INVALID_INPUT');
}
