/** Who may do and see what of an actor. Each rule has a twin among the policies of the rows where it guards rows. */
import type { Rules, Viewer } from '@stezhka/auth';
import { isIsolated, type Pathway, type Role } from '@stezhka/vocabulary';

export interface ActorSubjects {
  'actor.admit': undefined;
  'actor.certify': undefined;
  /** Operations, base and access. */
  'actor.changeStatus': { readonly actorId: string };
  'actor.read': undefined;
  /** Offer, change and end services. */
  'service.manage': { readonly actorId: string };
  'service.read': { readonly actorId: string; readonly pathways: readonly Pathway[] };
  'capacity.report': { readonly actorId: string };
  /** That an actor, or one of its services, receives on this pathway. */
  'pathway.read': { readonly actorId: string; readonly pathway: Pathway };
}

export const isRegistrar = (viewer: Viewer) => viewer.roles.includes('network_registrar');

const worksAt = (viewer: Viewer, actorId: string, ...roles: readonly Role[]) =>
  viewer.actorId === actorId && roles.some((role) => viewer.roles.includes(role));

const readsPathway = (viewer: Viewer, actorId: string, pathway: Pathway) =>
  !isIsolated(pathway) ||
  viewer.certifications.includes(pathway) ||
  viewer.actorId === actorId ||
  isRegistrar(viewer);

export const actorRules: Rules<ActorSubjects> = {
  'actor.admit': isRegistrar,
  'actor.certify': isRegistrar,
  'actor.changeStatus': (viewer, { actorId }) =>
    isRegistrar(viewer) || worksAt(viewer, actorId, 'actor_administrator'),
  'actor.read': () => true,
  'service.manage': (viewer, { actorId }) => worksAt(viewer, actorId, 'actor_administrator'),
  'service.read': (viewer, { actorId, pathways }) =>
    pathways.some((pathway) => readsPathway(viewer, actorId, pathway)),
  'capacity.report': (viewer, { actorId }) =>
    worksAt(viewer, actorId, 'actor_administrator', 'supervisor', 'intake_officer', 'duty_officer'),
  'pathway.read': (viewer, { actorId, pathway }) => readsPathway(viewer, actorId, pathway),
};
