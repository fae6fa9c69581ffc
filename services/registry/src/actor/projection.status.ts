/** What was said of an actor's status and when: all of it in the history, the newest in the actor's own row. */
import type { RecordedEvent } from '@stezhka/event-store';
import type { Rows, StatusRow } from '../rows.js';
import type { ActorEvent } from './events.js';

type StatusEvent = RecordedEvent &
  Extract<
    ActorEvent,
    { type: 'ActorOperationsChanged.v1' | 'ActorBaseChanged.v1' | 'ActorAccessChanged.v1' }
  >;

export async function projectStatus(rows: Rows, event: StatusEvent): Promise<void> {
  const statement: StatusRow = {
    actor_id: event.data.actorId,
    position: event.position,
    operations: null,
    base: null,
    access: null,
    oblast: null,
    effective_at: new Date(event.data.effectiveAt),
    recorded_at: event.recordedAt,
  };
  const insert = (said: Partial<StatusRow>) =>
    rows
      .insertInto('actor_status_history')
      .values({ ...statement, ...said })
      .execute();
  const { actor_id, effective_at } = statement;
  switch (event.type) {
    case 'ActorOperationsChanged.v1': {
      const { operations } = event.data;
      await insert({ operations });
      await rows
        .updateTable('actor')
        .set({ operations, operations_since: effective_at })
        .where('actor_id', '=', actor_id)
        .where((actor) =>
          actor.or([actor('operations_since', 'is', null), actor('operations_since', '<=', effective_at)]),
        )
        .execute();
      return;
    }
    case 'ActorBaseChanged.v1': {
      const { base } = event.data;
      await insert({ base });
      await rows
        .updateTable('actor')
        .set({ base, base_since: effective_at })
        .where('actor_id', '=', actor_id)
        .where((actor) =>
          actor.or([actor('base_since', 'is', null), actor('base_since', '<=', effective_at)]),
        )
        .execute();
      return;
    }
    case 'ActorAccessChanged.v1': {
      const { access, oblast } = event.data;
      await insert({ access, oblast });
      return;
    }
    default:
      return event satisfies never;
  }
}
