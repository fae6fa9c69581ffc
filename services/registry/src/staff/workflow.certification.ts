/**
 * Nobody may work on an isolated pathway for an actor that is no longer certified for it. When a certification is
 * taken back its staff lose it too; and because somebody may join while it is taken back, every change of a member
 * is looked at once more after it is recorded.
 */
import type { Workflow } from '@stezhka/event-store';
import type { Pathway } from '@stezhka/vocabulary';
import type { ActorEvent } from '../actor/events.js';
import type { StaffEvent } from './events.js';

/** Take from a member what her actor is not certified for now; quiet when she holds no such thing. */
export type DropWhatIsNotHeld = (staffId: string, because: { readonly eventId: string }) => Promise<void>;

export interface CertificationWorkflowDeps {
  readonly drop: DropWhatIsNotHeld;
  /**
   * Ids of the actor's staff who hold this certification, by rows that contain everything up to a position.
   * @throws Error while the rows are behind it: the workflow asks again
   */
  readonly holders: (actorId: string, pathway: Pathway, upTo: bigint) => Promise<readonly string[]>;
}

export function certificationWorkflow({ drop, holders }: CertificationWorkflowDeps): Workflow {
  return {
    name: 'registry.certification',
    prefixes: ['actor-', 'staff-'],
    // What one of them must not see any more may not be passed over.
    onPoison: 'stall',
    async react(recorded) {
      const event = recorded as unknown as ActorEvent | StaffEvent;
      const because = { eventId: recorded.id };
      switch (event.type) {
        case 'CertificationRevoked.v1': {
          const { actorId, pathway } = event.data;
          for (const staffId of await holders(actorId, pathway, recorded.position))
            await drop(staffId, because);
          return;
        }
        case 'StaffJoined.v1':
        case 'StaffRolesChanged.v1':
        case 'StaffEnabled.v1':
          return drop(event.data.staffId, because);
        default:
      }
    },
  };
}
