/** Actors and what they offer, as they are now. One projection, so that an actor and its services never disagree. */
import type { RecordedEvent } from '@stezhka/event-store';
import type { Projection } from '@stezhka/read-model';
import type { RegistryTables, Rows } from '../rows.js';
import type { ActorEvent } from './events.js';
import { projectService } from './projection.services.js';
import { projectStatus } from './projection.status.js';

type RecordedActorEvent = RecordedEvent & ActorEvent;

export const directoryProjection: Projection<RegistryTables> = {
  name: 'directory',
  prefixes: ['actor-'],
  tables: ['actor', 'actor_status_history', 'actor_service', 'service_pathway', 'certification'],
  // A certification whose revocation cannot be read would stay.
  failClosed: true,
  async project(tx, recorded) {
    await projectActor(tx as unknown as Rows, recorded as RecordedActorEvent);
  },
};

async function projectActor(rows: Rows, event: RecordedActorEvent): Promise<void> {
  switch (event.type) {
    case 'ActorAdmitted.v1':
      return admitted(rows, event.data);
    case 'ActorOperationsChanged.v1':
    case 'ActorBaseChanged.v1':
    case 'ActorAccessChanged.v1':
      return projectStatus(rows, event);
    case 'ServiceOffered.v1':
    case 'ServiceTermsChanged.v1':
    case 'ServiceEnded.v1':
    case 'CapacityReported.v1':
      return projectService(rows, event);
    case 'CertificationGranted.v1': {
      const { actorId: actor_id, pathway, effectiveAt, validUntil } = event.data;
      const dates = {
        effective_at: new Date(effectiveAt),
        valid_until: validUntil === undefined ? null : new Date(validUntil),
      };
      await rows
        .insertInto('certification')
        .values({ actor_id, pathway, ...dates })
        .onConflict((held) => held.columns(['actor_id', 'pathway']).doUpdateSet(dates))
        .execute();
      return;
    }
    case 'CertificationRevoked.v1':
      await rows
        .deleteFrom('certification')
        .where('actor_id', '=', event.data.actorId)
        .where('pathway', '=', event.data.pathway)
        .execute();
      return;
    default:
      return event satisfies never;
  }
}

type Admitted = Extract<ActorEvent, { type: 'ActorAdmitted.v1' }>['data'];

async function admitted(rows: Rows, data: Admitted): Promise<void> {
  const { actorId, name, kind, country, homeOblast, dutyPhone, effectiveAt } = data;
  await rows
    .insertInto('actor')
    .values({
      actor_id: actorId,
      name_uk: name.uk,
      name_en: name.en,
      name_ro: name.ro,
      kind,
      country,
      home_oblast: homeOblast ?? null,
      duty_phone: dutyPhone ?? null,
      admitted_at: new Date(effectiveAt),
      operations: null,
      operations_since: null,
      base: null,
      base_since: null,
    })
    .execute();
}
