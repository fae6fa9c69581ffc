/** Who may receive on an isolated pathway. The general one is open to every actor and needs no certification. */
import { isIsolated, type Pathway, pathways, Refusal } from '@stezhka/vocabulary';
import type { GrantCertification, RevokeCertification } from './commands.js';
import type { ActorEvent } from './events.js';
import type { AdmittedActor } from './evolve.js';

export function grantCertification(
  actor: AdmittedActor,
  { pathway, validUntil, effectiveAt }: GrantCertification,
  actorId: string,
): ActorEvent[] {
  isolated(pathway);
  if (validUntil !== undefined && validUntil <= effectiveAt) throw new Refusal('INVALID_INPUT');
  const held = actor.certifications[pathway];
  if (held && held.validUntil === validUntil) return [];
  const until = validUntil === undefined ? {} : { validUntil };
  return [{ type: 'CertificationGranted.v1', data: { actorId, pathway, ...until, effectiveAt } }];
}

export function revokeCertification(
  actor: AdmittedActor,
  { pathway, effectiveAt }: RevokeCertification,
  actorId: string,
): ActorEvent[] {
  isolated(pathway);
  const held = actor.certifications[pathway];
  if (!held) return [];
  if (effectiveAt < held.effectiveAt) throw new Refusal('OCCURRED_BEFORE');
  return [{ type: 'CertificationRevoked.v1', data: { actorId, pathway, effectiveAt } }];
}

function isolated(pathway: Pathway): void {
  if (!isIsolated(pathway)) throw new Refusal('INVALID_INPUT', pathways.codes.filter(isIsolated));
}
