/** Who covers what, statement by statement. A service of isolated pathways alone leaves no trace here. */
import type { RecordedEvent } from '@stezhka/event-store';
import type { Projection } from '@stezhka/read-model';
import { sql } from 'kysely';
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
      const effective_at = new Date(effectiveAt);
      return put(rows, 'actor_said', { actor_id, position, recorded_at, effective_at, ...said });
    }
    case 'ServiceOffered.v1':
    case 'ServiceTermsChanged.v1':
      return termsSaid(rows, event.data, { position, recorded_at });
    case 'ServiceEnded.v1':
      return unlisted(rows, event.data, { position, recorded_at });
    case 'CapacityReported.v1': {
      const { serviceId: service_id, capacity, available = null, occurredAt } = event.data;
      if (!(await lastRecordedOf(rows, service_id))?.listed) return;
      const occurred_at = new Date(occurredAt);
      return put(rows, 'capacity_said', {
        ...{ service_id, position, capacity, available, occurred_at, recorded_at },
      });
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
  return put(rows, 'service_said', { ...said, ...recording });
}

/** Off the map, if it was ever on it. */
async function unlisted(
  rows: Rows,
  { serviceId, effectiveAt }: { readonly serviceId: string; readonly effectiveAt: string },
  recording: Recording,
): Promise<void> {
  const before = await lastRecordedOf(rows, serviceId);
  if (!before?.listed) return;
  const { newest: _, ...was } = before;
  const ended = { ...was, oblasts: [], listed: false, effective_at: new Date(effectiveAt) };
  return put(rows, 'service_said', { ...ended, ...recording });
}

/** Of each table: what a statement in it is about, and since when it is so. */
const statements = {
  actor_said: { about: ['actor_id', 'oblast'], since: 'effective_at' },
  service_said: { about: ['service_id'], since: 'effective_at' },
  capacity_said: { about: ['service_id'], since: 'occurred_at' },
} as const;

/** Statements come in the order in which they were recorded, and may tell of a day before those that came earlier. */
async function put<Table extends keyof typeof statements>(
  rows: Rows,
  table: Table,
  said: Omit<InsightsTables[Table], 'newest'>,
): Promise<void> {
  const { about, since } = statements[table];
  const value = (column: string) => (said as Readonly<Record<string, unknown>>)[column];
  const sameAs = (column: string) =>
    value(column) === null ? sql`${sql.ref(column)} is null` : sql`${sql.ref(column)} = ${value(column)}`;
  const same = sql`newest and ${sql.join(about.map(sameAs), sql` and `)}`;
  await sql`update ${sql.table(table)} set newest = false
    where ${same} and ${sql.ref(since)} <= ${value(since)}`.execute(rows);
  const newest = sql<boolean>`not exists (select from ${sql.table(table)} where ${same})`;
  await rows
    .insertInto<keyof typeof statements>(table)
    .values({ ...said, newest } as never)
    .execute();
}

function lastRecordedOf(rows: Rows, serviceId: string): Promise<ServiceSaidRow | undefined> {
  return rows
    .selectFrom('service_said')
    .selectAll()
    .where('service_id', '=', serviceId)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
}
