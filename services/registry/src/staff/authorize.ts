/** Who may make whom a member, and who sees the members of an actor. */
import type { Rules, Viewer } from '@stezhka/auth';
import type { Role } from '@stezhka/vocabulary';
import { isRegistrar } from '../actor/authorize.js';

export interface StaffSubjects {
  /** Join, change, disable and enable members of this actor. */
  'staff.manage': { readonly actorId: string };
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

const administers = (viewer: Viewer, actorId: string) =>
  viewer.actorId === actorId && viewer.roles.includes('actor_administrator');

export const staffRules: Rules<StaffSubjects> = {
  'staff.manage': (viewer, { actorId }) => isRegistrar(viewer) || administers(viewer, actorId),
  'staff.grantRole': (viewer, { role }) => isRegistrar(viewer) || !networkRoles.includes(role),
  'staff.read': (viewer, { actorId, staffId }) =>
    viewer.staffId === staffId ||
    isRegistrar(viewer) ||
    administers(viewer, actorId) ||
    (viewer.actorId === actorId && viewer.roles.includes('supervisor')),
};
