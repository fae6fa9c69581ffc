/** Who covers what, statement by statement. A service of isolated pathways alone leaves no trace here. */
import type { RecordedEvent } from '@stezhka/event-store';
import type { Projection } from '@stezhka/read-model';
import { isOnTheMap } from '../on-the-map.js';
import type { InsightsTables, Rows, ServiceSaidRow } from '../rows.js';
import type { CoverageEvent } from './events.js';

type Recorded = CoverageEvent & Pick<RecordedEvent, 'position' | 'recordedAt'>;
type Terms = Extract<CoverageEvent, { type: 'ServiceOffered.v1' | 'ServiceTermsChanged.v1' }>['data'];

export const coverageProjection: Projection<InsightsTables> = {
  name: 'coverage',
  prefixes: ['actor-'],
  tables: ['actor_said', 'service_said', 'capacity_said'],
  project: (tx, event) => project(tx as unknown as Rows, event as unknown as Recorded),
};

async function project(rows: Rows, event: Recorded): Promise<void> {
  const { position, recordedAt: recorded_at } = event;
  switch (event.type) {
    case 'ActorOperationsChanged.v1':
    case 'ActorAccessChanged.v1': {
      const { actorId: actor_id, effectiveAt } = event.data;
      const said =
        event.type === 'ActorOperationsChanged.v1'
          ? { operations: event.data.operations, access: null, oblast: null }
          : { operations: null, access: event.data.access, oblast: event.data.oblast };
      await rows
        .insertInto('actor_said')
        .values({ actor_id, position, recorded_at, effective_at: new Date(effectiveAt), ...said })
        .execute();
      return;
    }
    case 'ServiceOffered.v1':
    case 'ServiceTermsChanged.v1':
      return termsSaid(rows, event.data, { position, recorded_at });
    case 'ServiceEnded.v1':
      return unlisted(rows, event.data, { position, recorded_at });
    case 'CapacityReported.v1': {
      const { serviceId: service_id, capacity, available = null, occurredAt } = event.data;
      if (!(await newestOf(rows, service_id))?.listed) return;
      const occurred_at = new Date(occurredAt);
      await rows
        .insertInto('capacity_said')
        .values({ service_id, position, capacity, available, occurred_at, recorded_at })
        .execute();
      return;
    }
    default:
      // Registry publishes more than a map needs: names, bases, certifications.
      return;
  }
}

type Recording = Pick<ServiceSaidRow, 'position' | 'recorded_at'>;

async function termsSaid(rows: Rows, terms: Terms, recording: Recording): Promise<void> {
  const { serviceId: service_id, actorId: actor_id, service, oblasts, pathways, effectiveAt } = terms;
  if (!isOnTheMap(service, pathways)) return unlisted(rows, terms, recording);
  const said = { service_id, actor_id, service, oblasts, listed: true, effective_at: new Date(effectiveAt) };
  await rows
    .insertInto('service_said')
    .values({ ...said, ...recording })
    .execute();
}

/** Off the map, if it was ever on it. */
async function unlisted(
  rows: Rows,
  { serviceId, effectiveAt }: { readonly serviceId: string; readonly effectiveAt: string },
  recording: Recording,
): Promise<void> {
  const before = await newestOf(rows, serviceId);
  if (!before?.listed) return;
  const ended = { ...before, oblasts: [], listed: false, effective_at: new Date(effectiveAt) };
  await rows
    .insertInto('service_said')
    .values({ ...ended, ...recording })
    .execute();
}

function newestOf(rows: Rows, serviceId: string): Promise<ServiceSaidRow | undefined> {
  return rows
    .selectFrom('service_said')
    .selectAll()
    .where('service_id', '=', serviceId)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
}
