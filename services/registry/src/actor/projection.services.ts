/** What an actor offers now and how much room it last said there is. */
import type { Rows, ServiceRow } from '../rows.js';
import type { ServiceTerms } from './commands.js';
import type { ActorEvent } from './events.js';

type ServiceEvent = Extract<
  ActorEvent,
  { type: 'ServiceOffered.v1' | 'ServiceTermsChanged.v1' | 'ServiceEnded.v1' | 'CapacityReported.v1' }
>;

export async function projectService(rows: Rows, event: ServiceEvent): Promise<void> {
  const { actorId: actor_id, serviceId: service_id } = event.data;
  switch (event.type) {
    case 'ServiceOffered.v1': {
      const offered = { service_id, actor_id, offered_at: new Date(event.data.effectiveAt), ended_at: null };
      const unsaid = { capacity: null, available: null, maximum: null, capacity_at: null };
      await rows
        .insertInto('actor_service')
        .values({ ...offered, ...unsaid, ...termsOf(event.data) })
        .execute();
      return insertPathways(rows, event.data);
    }
    case 'ServiceTermsChanged.v1':
      await rows
        .updateTable('actor_service')
        .set(termsOf(event.data))
        .where('service_id', '=', service_id)
        .execute();
      await rows.deleteFrom('service_pathway').where('service_id', '=', service_id).execute();
      return insertPathways(rows, event.data);
    case 'ServiceEnded.v1':
      await rows
        .updateTable('actor_service')
        .set({ ended_at: new Date(event.data.effectiveAt) })
        .where('service_id', '=', service_id)
        .execute();
      return;
    case 'CapacityReported.v1': {
      const { capacity, available = null, maximum = null, occurredAt } = event.data;
      const capacity_at = new Date(occurredAt);
      await rows
        .updateTable('actor_service')
        .set({ capacity, available, maximum, capacity_at })
        .where('service_id', '=', service_id)
        .where((service) =>
          service.or([service('capacity_at', 'is', null), service('capacity_at', '<=', capacity_at)]),
        )
        .execute();
      return;
    }
    default:
      return event satisfies never;
  }
}

type Terms = Omit<
  ServiceRow,
  'service_id' | 'actor_id' | 'offered_at' | 'ended_at' | 'capacity' | 'available' | 'maximum' | 'capacity_at'
>;

function termsOf(terms: ServiceTerms): Terms {
  return {
    service: terms.service,
    oblasts: terms.oblasts,
    modality: terms.modality,
    age_bands: terms.ageBands,
    sexes: terms.sexes,
    languages: terms.languages,
    intake_questions: terms.intakeQuestions,
    needed_classes: terms.neededClasses,
    admission_document: terms.admissionDocument,
    listed_openly: terms.pathways.includes('general'),
  };
}

async function insertPathways(
  rows: Rows,
  {
    actorId: actor_id,
    serviceId: service_id,
    pathways,
  }: ServiceTerms & { actorId: string; serviceId: string },
): Promise<void> {
  const own = pathways.map((pathway) => ({ service_id, actor_id, pathway }));
  await rows.insertInto('service_pathway').values(own).execute();
}
