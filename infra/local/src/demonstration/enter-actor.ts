/** One organisation of the demonstration: admitted and certified; then, by its own administrator, its services. */
import type { Viewer } from '@stezhka/auth';
import { setup } from '@stezhka/registry';
import type { AccessState, Base, OblastCode, Operations } from '@stezhka/vocabulary';
import type { Composed } from '../composed.js';
import type { DemonstrationActor, DemonstrationService, StatusChange } from './described.js';

export interface EnteredService {
  readonly actorId: string;
  readonly serviceId: string;
}

const DAY = 86_400_000;

const joined: readonly StatusChange[] = ['2022-03-01 full'];

const morning = (day: string) => `${day}T08:00:00.000Z`;

/** When the actor was admitted. */
const since = ({ history = joined }: DemonstrationActor) => morning(history[0]!.split(' ')[0]!);

/** The new actor's id. */
export async function enterActor(network: Composed, actor: DemonstrationActor): Promise<string> {
  const { commands } = network.registry;
  const now = new Date();
  const { key, name, kind, country = 'UA', homeOblast, dutyPhone } = actor;
  const home = homeOblast ? { homeOblast } : {};
  const effectiveAt = since(actor);
  const { id: actorId } = await commands.admitActor(
    setup,
    { key: `demo-actor-${key}`, name, kind, country, ...home, dutyPhone, effectiveAt },
    now,
  );
  for (const [n, change] of (actor.history ?? joined).entries())
    await enterStatus(
      network,
      actorId,
      change,
      n === 0 ? `demo-operations-${key}` : `demo-status-${key}-${n}`,
    );
  for (const pathway of [...actor.certifications, ...(actor.lapsed ?? [])])
    await commands.grantCertification(
      setup,
      { key: `demo-certified-${key}-${pathway}`, actorId, pathway, effectiveAt },
      now,
    );
  return actorId;
}

async function enterStatus({ registry }: Composed, actorId: string, change: StatusChange, key: string) {
  const { commands } = registry;
  const [day, said, access] = change.split(' ') as [string, string, AccessState | undefined];
  const told = { key, actorId, effectiveAt: morning(day) };
  const now = new Date();
  if (access) return commands.changeAccess(setup, { ...told, oblast: said as OblastCode, access }, now);
  if (said === 'home' || said === 'evacuated')
    return commands.changeBase(setup, { ...told, base: said satisfies Base }, now);
  return commands.changeOperations(setup, { ...told, operations: said as Operations }, now);
}

/** A certification that ended by its date, after the services that rest on it were offered. */
export async function enterLapses(network: Composed, actor: DemonstrationActor, actorId: string) {
  const validUntil = new Date(network.foundedAt.getTime() - 40 * DAY).toISOString();
  for (const pathway of actor.lapsed ?? [])
    await network.registry.commands.grantCertification(
      setup,
      { key: `demo-lapsed-${actor.key}-${pathway}`, actorId, pathway, effectiveAt: since(actor), validUntil },
      new Date(),
    );
}

export async function enterService(
  network: Composed,
  administrator: Viewer,
  actor: DemonstrationActor,
  service: DemonstrationService,
): Promise<EnteredService> {
  const { commands } = network.registry;
  const { actorId } = administrator;
  const now = new Date();
  const { id: serviceId } = await commands.offerService(
    administrator,
    {
      key: `demo-service-${actor.key}-${service.key}`,
      actorId,
      service: service.service,
      pathways: [...service.pathways],
      oblasts: [...service.oblasts],
      modality: service.modality ?? 'either',
      ageBands: [...(service.ageBands ?? [])],
      sexes: [...(service.sexes ?? [])],
      languages: [...(service.languages ?? (['uk', 'ru'] as const))],
      intakeQuestions: [...(service.intakeQuestions ?? [])],
      neededClasses: [...(service.neededClasses ?? (['C2'] as const))],
      admissionDocument: service.admissionDocument ?? false,
      effectiveAt: since(actor),
    },
    now,
  );
  if (service.capacity) {
    const { daysAgo = 0, state = 'capacity', ...room } = service.capacity;
    const occurredAt = new Date(network.foundedAt.getTime() - daysAgo * DAY).toISOString();
    const key = `demo-capacity-${actor.key}-${service.key}`;
    await commands.reportCapacity(
      administrator,
      { key, actorId, serviceId, capacity: state, ...room, occurredAt },
      now,
    );
  }
  return { actorId, serviceId };
}
