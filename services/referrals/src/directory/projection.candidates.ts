/** Who can be offered what, from what the registry publishes. */
import type { RecordedEvent } from '@stezhka/event-store';
import type { Projection } from '@stezhka/read-model';
import type { Transaction } from 'kysely';
import type { ReferralsTables } from '../rows.js';
import type { DirectoryEvent } from './actor-events.js';

export const candidatesProjection: Projection<ReferralsTables> = {
  name: 'candidates',
  prefixes: ['actor-'],
  tables: ['candidate', 'directory_actor'],
  project: (tx, event) =>
    project(
      tx as unknown as Transaction<ReferralsTables>,
      event as unknown as DirectoryEvent & RecordedEvent,
    ),
};

async function project(tx: Transaction<ReferralsTables>, event: DirectoryEvent): Promise<void> {
  switch (event.type) {
    case 'ActorAdmitted.v1':
      await tx
        .insertInto('directory_actor')
        .values({ actor_id: event.data.actorId, operations: 'full', certifications: {} })
        .execute();
      return;
    case 'ActorOperationsChanged.v1': {
      const { actorId, operations } = event.data;
      await tx.updateTable('directory_actor').set({ operations }).where('actor_id', '=', actorId).execute();
      await tx.updateTable('candidate').set({ operations }).where('actor_id', '=', actorId).execute();
      return;
    }
    case 'ServiceOffered.v1':
    case 'ServiceTermsChanged.v1':
      return putOnOffer(tx, event.data);
    case 'ServiceEnded.v1':
      await tx
        .updateTable('candidate')
        .set({ ended: true })
        .where('service_id', '=', event.data.serviceId)
        .execute();
      return;
    case 'CapacityReported.v1': {
      const { serviceId, capacity, available, occurredAt } = event.data;
      const capacity_at = new Date(occurredAt);
      await tx
        .updateTable('candidate')
        .set({ capacity, available: available ?? null, capacity_at })
        .where('service_id', '=', serviceId)
        // What was so earlier but typed in later is no news.
        .where((held) => held.or([held('capacity_at', 'is', null), held('capacity_at', '<=', capacity_at)]))
        .execute();
      return;
    }
    case 'CertificationGranted.v1':
    case 'CertificationRevoked.v1':
      return certify(tx, event);
    default:
      // Registry publishes more than a sender needs: base, access, names.
      return;
  }
}

type Terms = Extract<DirectoryEvent, { type: 'ServiceOffered.v1' }>['data'];

async function putOnOffer(tx: Transaction<ReferralsTables>, terms: Terms): Promise<void> {
  const actor = await tx
    .selectFrom('directory_actor')
    .select(['operations', 'certifications'])
    .where('actor_id', '=', terms.actorId)
    .executeTakeFirstOrThrow();
  const offered = {
    actor_id: terms.actorId,
    service: terms.service,
    oblasts: terms.oblasts,
    pathways: terms.pathways,
    modality: terms.modality,
    age_bands: terms.ageBands,
    sexes: terms.sexes,
    languages: terms.languages,
    needed_classes: terms.neededClasses,
    admission_document: terms.admissionDocument,
    ended: false,
    ...actor,
  };
  await tx
    .insertInto('candidate')
    .values({
      service_id: terms.serviceId,
      capacity: 'unknown',
      available: null,
      capacity_at: null,
      ...offered,
    })
    .onConflict((conflict) => conflict.column('service_id').doUpdateSet(offered))
    .execute();
}

type Certification = Extract<DirectoryEvent, { type: 'CertificationGranted.v1' | 'CertificationRevoked.v1' }>;

async function certify(tx: Transaction<ReferralsTables>, event: Certification): Promise<void> {
  const { actorId, pathway } = event.data;
  const { certifications: before } = await tx
    .selectFrom('directory_actor')
    .select('certifications')
    .where('actor_id', '=', actorId)
    .executeTakeFirstOrThrow();
  const { [pathway]: _, ...others } = before;
  const granted = event.type === 'CertificationGranted.v1';
  const certifications = granted ? { ...others, [pathway]: event.data.validUntil ?? null } : others;
  await tx.updateTable('directory_actor').set({ certifications }).where('actor_id', '=', actorId).execute();
  await tx.updateTable('candidate').set({ certifications }).where('actor_id', '=', actorId).execute();
}
