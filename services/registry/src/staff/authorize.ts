/** Who may make whom a member, and who sees the members of an actor. */
import type { Rules, Viewer } from '@stezhka/auth';
import type { Role } from '@stezhka/vocabulary';
import { isRegistrar } from '../actor/authorize.js';

export interface StaffSubjects {
  /** Join, change, disable and enable members of this actor. */
  'staff.manage': { readonly actorId: string };
  /** Say what this member may do. */
  'staff.empower': { readonly staffId: string };
  /** Make this user of this issuer a member. */
  'staff.claim': { readonly issuer: string; readonly subject: string };
  /** Give or take this role. */
  'staff.grantRole': { readonly role: Role };
  'staff.read': { readonly actorId: string; readonly staffId: string };
}

/** Roles that reach beyond one actor. */
const networkRoles: readonly Role[] = [
  'network_registrar',
  'cluster_coordinator',
  'authority_official',
  'hotline_operator',
];

/**
 * Made by a provider at random, long enough that it cannot be guessed: no login name, no address, no number. See
 * `decisions/0002-what-joining-tells.md`.
 */
const RANDOM_SUBJECT = /^[A-Za-z0-9_|:-]{22,255}$/;

const administers = (viewer: Viewer, actorId: string) =>
  viewer.actorId === actorId && viewer.roles.includes('actor_administrator');

export const staffRules: Rules<StaffSubjects> = {
  'staff.manage': (viewer, { actorId }) => isRegistrar(viewer) || administers(viewer, actorId),
  // Whoever could say what she herself may do would have no limits: `decisions/0001-a-second-person.md`.
  'staff.empower': (viewer, { staffId }) => viewer.staffId !== staffId,
  'staff.claim': (viewer, { issuer, subject }) =>
    isRegistrar(viewer) || (viewer.issuer === issuer && RANDOM_SUBJECT.test(subject)),
  'staff.grantRole': (viewer, { role }) => isRegistrar(viewer) || !networkRoles.includes(role),
  'staff.read': (viewer, { actorId, staffId }) =>
    viewer.staffId === staffId ||
    isRegistrar(viewer) ||
    administers(viewer, actorId) ||
    (viewer.actorId === actorId && viewer.roles.includes('supervisor')),
};
