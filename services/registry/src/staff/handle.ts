/** A member's commands as the API and the loader call them: who may is asked first, then the decision is made. */
import type { Viewer } from '@stezhka/auth';
import { type CommandHandler, idWithin } from '@stezhka/event-store';
import { type Pathway, pathways, Refusal, roles } from '@stezhka/vocabulary';
import type { Ask, Asked, Keyed } from '../actor/handle.js';
import { inListOrder } from '../as-told.js';
import type { RegistryWall } from '../authorize.js';
import type { ChangeRoles, DisableStaff, EnableStaff, JoinStaff, StaffCommand } from './commands.js';
import type { StaffFacts } from './decide.js';
import type { StaffState } from './evolve.js';
import type { DropWhatIsNotHeld } from './workflow.certification.js';

/** A command's own fields for one member. */
export type AskedOfStaff<Command> = Asked<Command> & { readonly staffId: string };

export interface StaffCommands {
  /**
   * The receipt's id is the member's. Registrar; or the administrator of this actor, for a random subject of the
   * issuer that signed herself in.
   */
  readonly joinStaff: Ask<Asked<JoinStaff>>;
  /** Nobody's own. */
  readonly changeRoles: Ask<AskedOfStaff<ChangeRoles>>;
  readonly disableStaff: Ask<AskedOfStaff<DisableStaff>>;
  /** Nobody's own. */
  readonly enableStaff: Ask<AskedOfStaff<EnableStaff>>;
}

export interface StaffCommandDeps {
  readonly staff: CommandHandler<StaffState, StaffCommand, StaffFacts>;
  /** Isolated pathways for which an actor is certified; undefined where there is no such actor. */
  readonly certificationsOf: (actorId: string, now: Date) => Promise<readonly Pathway[] | undefined>;
  readonly wall: RegistryWall;
  readonly secret: string;
}

/** The network's own command, for the workflow that follows certifications. */
export function createDrop(
  deps: Pick<StaffCommandDeps, 'staff' | 'certificationsOf'> & { readonly now: () => Date },
): DropWhatIsNotHeld {
  const { staff, certificationsOf, now } = deps;
  return async (staffId, { eventId }) => {
    const loaded = await staff.load(staffId);
    if (!loaded || loaded.state.phase === 'unknown') return;
    const actorCertifications = (await certificationsOf(loaded.state.actorId, now())) ?? [];
    const request = {
      target: staffId,
      name: 'DropCertifications',
      command: { type: 'DropCertifications' },
      facts: { grantable: [], actorCertifications },
      key: eventId,
      user: 'system:certification',
      now: now(),
      causationId: eventId,
    } as const;
    await staff.handle(request, loaded);
  };
}

/** One user of one issuer is one member, however often she joins. */
export function staffIdOf(secret: string, issuer: string, subject: string): string {
  return idWithin(secret, issuer, `staff ${subject}`);
}

export function createStaffCommands(deps: StaffCommandDeps): StaffCommands {
  const { staff, secret } = deps;
  const wall: RegistryWall = deps.wall;

  async function give(
    viewer: Viewer,
    to: { readonly staffId: string; readonly actorId: string },
    asked: Keyed,
    command: StaffCommand,
    now: Date,
  ) {
    const actorCertifications = await deps.certificationsOf(to.actorId, now);
    if (!actorCertifications) throw new Refusal('NOT_FOUND');
    const grantable = roles.codes.filter((role) => wall.allows('staff.grantRole', viewer, { role }));
    const { key, seenRevision } = asked;
    return staff.handle({
      target: to.staffId,
      name: command.type,
      command,
      facts: { grantable, actorCertifications },
      key,
      user: viewer.staffId,
      now,
      ...(seenRevision === undefined ? {} : { seenRevision }),
    });
  }

  /** For a member who has joined: her actor is what is asked about. */
  async function change(
    viewer: Viewer | undefined,
    staffId: string,
    asked: Keyed,
    command: StaffCommand,
    now: Date,
  ) {
    const loaded = await staff.load(staffId);
    const actorId = loaded && loaded.state.phase !== 'unknown' ? loaded.state.actorId : '';
    wall.authorize('staff.manage', viewer, { actorId });
    if (command.type !== 'DisableStaff') wall.authorize('staff.empower', viewer, { staffId });
    return give(viewer, { staffId, actorId }, asked, command, now);
  }

  return {
    async joinStaff(viewer, { actorId, issuer, subject, roles: given, certifications, ...asked }, now) {
      wall.authorize('staff.manage', viewer, { actorId });
      // Before anything is looked up: what is refused here says nothing of whether she is a member somewhere.
      if (!wall.allows('staff.claim', viewer, { issuer, subject }))
        throw new Refusal('INVALID_INPUT', [viewer.issuer]);
      const staffId = staffIdOf(secret, issuer, subject);
      const held = {
        roles: inListOrder(roles, given),
        certifications: inListOrder(pathways, certifications),
      };
      const command = { type: 'JoinStaff' as const, actorId, issuer, subject, ...held };
      return give(viewer, { staffId, actorId }, asked, command, now);
    },
    changeRoles: (viewer, { staffId, roles: given, certifications, ...asked }, now) =>
      change(
        viewer,
        staffId,
        asked,
        {
          type: 'ChangeRoles',
          roles: inListOrder(roles, given),
          certifications: inListOrder(pathways, certifications),
        },
        now,
      ),
    disableStaff: (viewer, { staffId, ...asked }, now) =>
      change(viewer, staffId, asked, { type: 'DisableStaff' }, now),
    enableStaff: (viewer, { staffId, ...asked }, now) =>
      change(viewer, staffId, asked, { type: 'EnableStaff' }, now),
  };
}
