/** An actor's status: three axes, each with a history of its own. What already holds at that moment is no news. */
import { inForceAt } from '../in-force.js';
import type { ChangeAccess, ChangeBase, ChangeOperations } from './commands.js';
import type { ActorEvent } from './events.js';
import type { AdmittedActor } from './evolve.js';

export function changeOperations(
  actor: AdmittedActor,
  { operations, effectiveAt }: ChangeOperations,
  actorId: string,
): ActorEvent[] {
  if (inForceAt(actor.operations, effectiveAt) === operations) return [];
  return [{ type: 'ActorOperationsChanged.v1', data: { actorId, operations, effectiveAt } }];
}

export function changeBase(
  actor: AdmittedActor,
  { base, effectiveAt }: ChangeBase,
  actorId: string,
): ActorEvent[] {
  if (inForceAt(actor.base, effectiveAt) === base) return [];
  return [{ type: 'ActorBaseChanged.v1', data: { actorId, base, effectiveAt } }];
}

export function changeAccess(
  actor: AdmittedActor,
  { oblast, access, effectiveAt }: ChangeAccess,
  actorId: string,
): ActorEvent[] {
  if (inForceAt(actor.access[oblast] ?? [], effectiveAt) === access) return [];
  return [{ type: 'ActorAccessChanged.v1', data: { actorId, oblast, access, effectiveAt } }];
}
