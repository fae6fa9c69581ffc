/** One organisation of the demonstration: admitted and certified; then, by its own administrator, its services. */
import type { Viewer } from '@stezhka/auth';
import { setup } from '@stezhka/registry';
import type { Network } from '../network.js';
import type { DemonstrationActor, DemonstrationService } from './actors.js';

export interface EnteredService {
  readonly actorId: string;
  readonly serviceId: string;
}

const JOINED = '2022-03-01T08:00:00.000Z';

/** The new actor's id. */
export async function enterActor(network: Network, actor: DemonstrationActor): Promise<string> {
  const { commands } = network.registry;
  const now = new Date();
  const { key, name, kind, homeOblast, dutyPhone } = actor;
  const { id: actorId } = await commands.admitActor(
    setup,
    { key: `demo-actor-${key}`, name, kind, country: 'UA', homeOblast, dutyPhone, effectiveAt: JOINED },
    now,
  );
  await commands.changeOperations(
    setup,
    { key: `demo-operations-${key}`, actorId, operations: 'full', effectiveAt: JOINED },
    now,
  );
  for (const pathway of actor.certifications)
    await commands.grantCertification(
      setup,
      { key: `demo-certified-${key}-${pathway}`, actorId, pathway, effectiveAt: JOINED },
      now,
    );
  return actorId;
}

export async function enterService(
  network: Network,
  administrator: Viewer,
  actorKey: string,
  service: DemonstrationService,
): Promise<EnteredService> {
  const { commands } = network.registry;
  const { actorId } = administrator;
  const now = new Date();
  const { id: serviceId } = await commands.offerService(
    administrator,
    {
      key: `demo-service-${actorKey}-${service.key}`,
      actorId,
      service: service.service,
      pathways: [...service.pathways],
      oblasts: [...service.oblasts],
      modality: service.modality ?? 'either',
      ageBands: [],
      sexes: [],
      languages: ['uk', 'ru'],
      intakeQuestions: [...(service.intakeQuestions ?? [])],
      neededClasses: [...(service.neededClasses ?? ['C2'])],
      admissionDocument: false,
      effectiveAt: JOINED,
    },
    now,
  );
  const { available, maximum } = service.capacity;
  await commands.reportCapacity(
    administrator,
    {
      key: `demo-capacity-${actorKey}-${service.key}`,
      actorId,
      serviceId,
      capacity: 'capacity',
      available,
      maximum,
      occurredAt: network.foundedAt.toISOString(),
    },
    now,
  );
  return { actorId, serviceId };
}
