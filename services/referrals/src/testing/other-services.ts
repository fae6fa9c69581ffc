/** Registry and consent as referrals knows them: by the events that they publish. */
import type { DomainEvent } from '@stezhka/event-store';
import type {
  ActorAdmittedV1,
  CapacityReportedV1,
  CertificationGrantedV1,
  ConsentWithdrawnV1,
  DisclosurePermittedV1,
  DisclosureRefusedV1,
  HouseholdOpenedV1,
  ServiceOfferedV1,
} from '@stezhka/schema';
import type { ReferralEvent } from '../referral/events.js';
import { actors } from './people.js';
import type { ServiceAtWork } from './service-at-work.js';

type Asked = Extract<ReferralEvent, { type: 'ReferralOfferRequested.v1' }>['data'];
type Answer = 'permits' | 'refuses' | 'is silent';

const since = '2022-03-01T08:00:00.000Z';
const occurredAt = '2026-01-05T08:00:00.000Z';

export function admitted(actorId: string): DomainEvent<string, ActorAdmittedV1> {
  const name = { uk: actorId, en: actorId, ro: actorId };
  return {
    type: 'ActorAdmitted.v1',
    data: { actorId, name, kind: 'ngo', country: 'UA', effectiveAt: since },
  };
}

export function offered(
  actorId: string,
  serviceId: string,
  changes: Partial<ServiceOfferedV1> = {},
): DomainEvent<string, ServiceOfferedV1> {
  const data: ServiceOfferedV1 = {
    actorId,
    serviceId,
    service: 'SHL.TRANSIT',
    pathways: ['general'],
    oblasts: ['UA-46'],
    modality: 'in_person',
    ageBands: [],
    sexes: [],
    languages: ['uk'],
    intakeQuestions: [],
    neededClasses: ['C1'],
    admissionDocument: false,
    effectiveAt: since,
    ...changes,
  };
  return { type: 'ServiceOffered.v1', data };
}

export function capacity(
  actorId: string,
  serviceId: string,
  report: Pick<CapacityReportedV1, 'capacity' | 'available' | 'occurredAt'>,
): DomainEvent<string, CapacityReportedV1> {
  return { type: 'CapacityReported.v1', data: { actorId, serviceId, ...report } };
}

export function certified(
  actorId: string,
  pathway: CertificationGrantedV1['pathway'],
): DomainEvent<string, CertificationGrantedV1> {
  return { type: 'CertificationGranted.v1', data: { actorId, pathway, effectiveAt: since } };
}

export function householdOpened(
  householdId: string,
  changes: Partial<HouseholdOpenedV1> = {},
): DomainEvent<string, HouseholdOpenedV1> {
  const data: HouseholdOpenedV1 = {
    householdId,
    actorId: actors.sender,
    pathway: 'general',
    memberIds: ['mother', 'son'],
    occurredAt,
    channel: 'in_person',
    ...changes,
  };
  return { type: 'HouseholdOpened.v1', data };
}

export function permitted({ householdId, referralId, offerId, ...offer }: Asked) {
  const { recipientActorId, serviceId, memberIds } = offer;
  const data: DisclosurePermittedV1 = {
    householdId,
    permitId: `permit-${offerId}`,
    referralId,
    offerId,
    recipientActorId,
    serviceId,
    agreementIds: ['agreement'],
    memberIds,
    snapshot: [],
    validUntil: '2030-01-01T00:00:00.000Z',
  };
  return { type: 'DisclosurePermitted.v1', data };
}

function refused({ householdId, referralId, offerId }: Asked) {
  const data: DisclosureRefusedV1 = { householdId, referralId, offerId, reason: 'not_agreed' };
  return { type: 'DisclosureRefused.v1', data };
}

export function agreementTakenBack(
  { householdId, referralId, offerId, recipientActorId }: Asked,
  at: string,
) {
  const data: ConsentWithdrawnV1 = {
    householdId,
    principalIds: ['mother'],
    agreementIds: ['agreement'],
    ended: [{ permitId: `permit-${offerId}`, referralId, offerId, recipientActorId }],
    narrowed: [],
    occurredAt: at,
    channel: 'phone',
  };
  return { type: 'ConsentWithdrawn.v1', data };
}

/** Consent hears every offer and answers as it is told, in the stream of the household. */
export function playConsent(service: ServiceAtWork) {
  const ending = new AbortController();
  const offers: Asked[] = [];
  let answer: Answer = 'permits';
  const heard = (async () => {
    const { signal } = ending;
    for await (const delivery of service.store.subscribe({ prefixes: ['referral-'], signal })) {
      const event = delivery.kind === 'event' ? (delivery.event as unknown as ReferralEvent) : undefined;
      if (event?.type !== 'ReferralOfferRequested.v1') continue;
      offers.push(event.data);
      const stream = `household-${event.data.householdId}`;
      const said = { permits: permitted, refuses: refused, 'is silent': undefined }[answer]?.(event.data);
      if (said) await service.published(stream, said);
    }
  })();
  return {
    offers,
    answers(with_: Answer) {
      answer = with_;
    },
    async stop() {
      ending.abort();
      await heard;
    },
  };
}
