/** One organisation of the demonstration: admitted, certified, its services offered and their room confirmed. */
import { setup } from '@stezhka/registry';
import type { Network } from '../network.js';
import type { DemonstrationActor, DemonstrationService } from './actors.js';

export interface EnteredActor {
  readonly actorId: string;
  /** Ids of its services by `<actor>/<service>`. */
  readonly services: ReadonlyMap<string, EnteredService>;
}

export interface EnteredService {
  readonly actorId: string;
  readonly serviceId: string;
}

const JOINED = '2022-03-01T08:00:00.000Z';

export async function enterActor(network: Network, actor: DemonstrationActor): Promise<EnteredActor> {
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
  const services = new Map<string, EnteredService>();
  for (const service of actor.services)
    services.set(`${key}/${service.key}`, await enterService(network, actorId, key, service));
  return { actorId, services };
}

async function enterService(
  network: Network,
  actorId: string,
  actorKey: string,
  service: DemonstrationService,
): Promise<EnteredService> {
  const { commands } = network.registry;
  const now = new Date();
  const { id: serviceId } = await commands.offerService(
    setup,
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
    setup,
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
