/** Where a member's events leave her. She never leaves the record: access is cut by disabling. */
import type { Pathway, Role } from '@stezhka/vocabulary';
import type { StaffEvent } from './events.js';

export interface Member {
  readonly actorId: string;
  readonly roles: readonly Role[];
  readonly certifications: readonly Pathway[];
}

export type StaffState = { readonly phase: 'unknown' } | ({ readonly phase: 'active' | 'disabled' } & Member);

export const initialState: StaffState = { phase: 'unknown' };

export function evolve(state: StaffState, event: StaffEvent): StaffState {
  if (event.type === 'StaffJoined.v1') {
    const { actorId, roles, certifications } = event.data;
    return { phase: 'active', actorId, roles, certifications };
  }
  if (state.phase === 'unknown') return state;
  switch (event.type) {
    case 'StaffRolesChanged.v1':
      return { ...state, roles: event.data.roles, certifications: event.data.certifications };
    case 'StaffDisabled.v1':
      return { ...state, phase: 'disabled' };
    case 'StaffEnabled.v1':
      return { ...state, phase: 'active' };
    default:
      return event satisfies never;
  }
}
