/** The whole service over a real PostgreSQL: what others publish is projected at once, at record times that a spec sets. */
import type { Viewer } from '@stezhka/auth';
import { createPositionTokens, type DomainEvent, type RecordedEvent } from '@stezhka/event-store';
import type { ReadModel } from '@stezhka/read-model';
import { startTemporaryCluster } from '@stezhka/read-model/testing';
import { createContextFactory, createInProcess } from '@stezhka/subgraph';
import { createLogger } from '@stezhka/telemetry';
import { sql } from 'kysely';
import { createInsightsService, type InsightsDeps } from '../app.js';
import { migrations } from '../migrations.js';
import type { InsightsTables } from '../rows.js';

const member = (staffId: string, actorId: string, roles: Viewer['roles'], certified = false): Viewer => ({
  ...{ staffId, actorId, issuer: 'https://login.example', subject: `subject-${staffId}`, roles },
  certifications: certified ? ['gbv', 'tip', 'cp'] : [],
});

/** Invented staff: one who coordinates, and everybody who does not. */
export const people = {
  coordinator: member('coordinator', 'office', ['cluster_coordinator']),
  certifiedCoordinator: member('certified', 'office', ['cluster_coordinator', 'caseworker'], true),
  official: member('official', 'office', ['authority_official']),
  registrar: member('registrar', 'office', ['network_registrar']),
  caseworker: member('caseworker', 'beacon', ['caseworker', 'supervisor'], true),
} as const;
export type Who = keyof typeof people | 'nobody';

const tables = [
  ...(['actor_said', 'service_said', 'capacity_said'] as const),
  ...(['referral_route', 'sent_referral', 'referral_step', 'silence_told'] as const),
];

export interface InsightsAtWork {
  readonly readModel: ReadModel<InsightsTables>;
  /** What time it is for whoever asks. */
  readonly clock: { now: Date };
  /** Recorded at this moment. */
  happen(recordedAt: string, ...events: DomainEvent[]): Promise<void>;
  // biome-ignore lint/suspicious/noExplicitAny: what a query answers is as many-shaped as queries are
  ask(who: Who, query: string, deps?: Partial<InsightsDeps>): Promise<any>;
  /** Everything in the tables, past every wall. */
  rows(): Promise<Record<string, object[]>>;
  /** Empties the tables and projects everything again. */
  replay(): Promise<void>;
  stop(): Promise<void>;
}

export async function startInsights(): Promise<InsightsAtWork> {
  const cluster = await startTemporaryCluster();
  const readModel = await cluster.readModel<InsightsTables>('insights', migrations);
  const usual = createInsightsService({ readModel });
  const { projections } = usual;
  const clock = { now: new Date('2026-05-01T12:00:00.000Z') };
  const logger = createLogger({ service: 'insights', level: 'silent' });
  const log: RecordedEvent[] = [];

  async function project(events: readonly RecordedEvent[]): Promise<void> {
    for (const { name, prefixes, project: put } of projections)
      await readModel.asProjector(name, async (tx) => {
        for (const event of events)
          if (prefixes.some((prefix) => event.stream.startsWith(prefix))) await put(tx as never, event);
      });
  }

  return {
    readModel,
    clock,
    async happen(recordedAt, ...events) {
      const recorded = events.map((event, n): RecordedEvent => {
        const data = event.data as { readonly referralId?: string; readonly actorId?: string };
        const nth = log.length + n;
        return {
          ...event,
          ...{ id: `event-${nth}`, revision: 0n, position: BigInt(nth) },
          stream: data.referralId ? `referral-${data.referralId}` : `actor-${data.actorId}`,
          metadata: { commandId: 'command', payloadHash: 'hash', causedBy: 'staff' },
          recordedAt: new Date(recordedAt),
        };
      });
      log.push(...recorded);
      await project(recorded);
    },
    async ask(who, query, deps) {
      const { subgraph } = deps ? createInsightsService({ readModel, ...deps }) : usual;
      const contextFactory = createContextFactory({
        authenticate: async () => (who === 'nobody' ? undefined : people[who]),
        tokens: createPositionTokens('a secret for specs alone'),
        waitFor: async () => true,
        now: () => clock.now,
      });
      const spoken = createInProcess({ subgraph, contextFactory, logger });
      try {
        return await spoken.execute({ query, headers: {} });
      } finally {
        await spoken.stop();
      }
    },
    rows: () =>
      readModel.asProjector('spec', async (tx) => {
        const all: Record<string, object[]> = {};
        for (const table of tables)
          all[table] = (await sql<object>`select * from ${sql.table(table)} order by 1, 2`.execute(tx)).rows;
        return all;
      }),
    async replay() {
      await readModel.asProjector('spec', (tx) =>
        sql`truncate ${sql.join(tables.map((table) => sql.table(table)))}`.execute(tx),
      );
      await project(log);
    },
    stop: () => cluster.stop(),
  };
}
