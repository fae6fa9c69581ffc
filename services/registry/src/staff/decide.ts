/** Who becomes a member of an actor, and what she may do there. */
import type { Decider, DecisionContext } from '@stezhka/event-store';
import { type Pathway, Refusal, type Role } from '@stezhka/vocabulary';
import type { ChangeRoles, Held, JoinStaff, StaffCommand } from './commands.js';
import type { StaffEvent } from './events.js';
import { evolve, initialState, type Member, type StaffState } from './evolve.js';

/** Looked up for the decision. */
export interface StaffFacts {
  /** Roles that whoever asks may give and take. */
  readonly grantable: readonly Role[];
  /** Isolated pathways for which the member's actor is certified now. */
  readonly actorCertifications: readonly Pathway[];
}

export const staffDecider: Decider<StaffState, StaffCommand, StaffEvent, StaffFacts> = {
  initialState,
  decide,
  evolve,
};

type Context = DecisionContext<StaffFacts>;

function decide(state: StaffState, command: StaffCommand, context: Context): readonly StaffEvent[] {
  if (command.type === 'JoinStaff') return joinStaff(state, command, context);
  if (state.phase === 'unknown') throw new Refusal('NOT_FOUND');
  const { targetId: staffId, facts } = context;
  switch (command.type) {
    case 'ChangeRoles':
      return changeRoles(state, command, context);
    case 'DisableStaff':
      return state.phase === 'disabled' ? [] : [{ type: 'StaffDisabled.v1', data: { staffId } }];
    case 'EnableStaff':
      if (state.phase === 'active') return [];
      // Access that comes back is given anew, with all that she holds.
      checkRoles(state.roles, facts);
      checkCertifications(state.certifications, facts);
      return [{ type: 'StaffEnabled.v1', data: { staffId } }];
    case 'DropCertifications':
      return dropCertifications(state, context);
    default:
      return command satisfies never;
  }
}

function joinStaff(state: StaffState, command: JoinStaff, { targetId, facts }: Context): StaffEvent[] {
  const { type: _type, ...joining } = command;
  // The stream's id is derived from issuer and subject: whoever is a member already is a member once.
  if (state.phase !== 'unknown') throw new Refusal('CONFLICT');
  checkHeld(joining, facts);
  return [{ type: 'StaffJoined.v1', data: { staffId: targetId, ...joining } }];
}

function changeRoles(member: Member, command: ChangeRoles, { targetId, facts }: Context): StaffEvent[] {
  const { roles, certifications } = command;
  const changed = difference(member.roles, roles);
  if (changed.length === 0 && difference(member.certifications, certifications).length === 0) return [];
  if (roles.length === 0) throw new Refusal('INVALID_INPUT');
  checkRoles(changed, facts);
  checkCertifications(certifications, facts);
  return [{ type: 'StaffRolesChanged.v1', data: { staffId: targetId, roles, certifications } }];
}

function dropCertifications({ roles, certifications }: Member, { targetId, facts }: Context): StaffEvent[] {
  const kept = certifications.filter((pathway) => facts.actorCertifications.includes(pathway));
  if (kept.length === certifications.length) return [];
  const held = { roles: [...roles], certifications: kept };
  return [{ type: 'StaffRolesChanged.v1', data: { staffId: targetId, ...held } }];
}

function checkHeld({ roles, certifications }: Held, facts: StaffFacts): void {
  if (roles.length === 0) throw new Refusal('INVALID_INPUT');
  checkRoles(roles, facts);
  checkCertifications(certifications, facts);
}

function checkRoles(roles: readonly Role[], { grantable }: StaffFacts): void {
  if (roles.some((role) => !grantable.includes(role))) throw new Refusal('NOT_FOUND', grantable);
}

function checkCertifications(certifications: readonly Pathway[], { actorCertifications }: StaffFacts): void {
  if (certifications.some((pathway) => !actorCertifications.includes(pathway)))
    throw new Refusal('NOT_CERTIFIED', actorCertifications);
}

function difference<Code>(before: readonly Code[], after: readonly Code[]): Code[] {
  return [
    ...before.filter((code) => !after.includes(code)),
    ...after.filter((code) => !before.includes(code)),
  ];
}
