/** The staff of each actor, for those who look after them. Who they are, only identity knows. */
import type { RecordedEvent } from '@stezhka/event-store';
import type { Projection } from '@stezhka/read-model';
import type { RegistryTables, Rows, StaffRow } from '../rows.js';
import type { StaffEvent } from './events.js';

type RecordedStaffEvent = RecordedEvent & StaffEvent;

export const staffProjection: Projection<RegistryTables> = {
  name: 'staff',
  prefixes: ['staff-'],
  tables: ['staff'],
  async project(tx, recorded) {
    const rows = tx as unknown as Rows;
    const event = recorded as RecordedStaffEvent;
    const { staffId } = event.data;
    const change = (columns: Partial<StaffRow>) =>
      rows
        .updateTable('staff')
        .set({ ...columns, revision: event.revision })
        .where('staff_id', '=', staffId)
        .execute();
    switch (event.type) {
      case 'StaffJoined.v1': {
        const { actorId: actor_id, roles, certifications } = event.data;
        const first = { disabled: false, joined_at: event.recordedAt, revision: event.revision };
        await rows
          .insertInto('staff')
          .values({ staff_id: staffId, actor_id, roles, certifications, ...first })
          .execute();
        return;
      }
      case 'StaffRolesChanged.v1': {
        const { roles, certifications } = event.data;
        await change({ roles, certifications });
        return;
      }
      case 'StaffDisabled.v1':
        await change({ disabled: true });
        return;
      case 'StaffEnabled.v1':
        await change({ disabled: false });
        return;
      default:
        return event satisfies never;
    }
  },
};
