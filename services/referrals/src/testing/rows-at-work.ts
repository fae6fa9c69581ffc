/** The rows of referrals in a real PostgreSQL: what happens is projected at once, with record times that a spec sets. */
import type { DomainEvent, RecordedEvent } from '@stezhka/event-store';
import type { ReadModel } from '@stezhka/read-model';
import { startTemporaryCluster } from '@stezhka/read-model/testing';
import { sql } from 'kysely';
import { candidatesProjection } from '../directory/projection.candidates.js';
import { migrations } from '../migrations.js';
import { referralProjection } from '../referral/projection.referral.js';
import { timelineProjection } from '../referral/projection.timeline.js';
import type { ReferralActRow, ReferralRow, ReferralsTables } from '../rows.js';

const projections = [candidatesProjection, referralProjection, timelineProjection];

export interface RowsAtWork {
  readonly readModel: ReadModel<ReferralsTables>;
  /** The same rows without row security, for specs that ask whether the first wall holds alone. */
  readonly unwalled: ReadModel<ReferralsTables>;
  /** Recorded at this moment, or a second after the one before it. */
  happen(stream: string, events: readonly DomainEvent[], recordedAt?: Date): Promise<void>;
  /** Everything in the projections' tables, past every wall. */
  rows(): Promise<{ referral: ReferralRow[]; referral_act: ReferralActRow[]; candidate: object[] }>;
  /** What one party has of a referral. */
  ofParty(
    actorId: string,
    referralId: string,
  ): Promise<{ row: ReferralRow | undefined; acts: ReferralActRow[] }>;
  /** Empties the tables and projects everything again. */
  replay(): Promise<void>;
  stop(): Promise<void>;
}

export async function startRows(): Promise<RowsAtWork> {
  const cluster = await startTemporaryCluster();
  const service = 'referrals';
  const readModel = await cluster.readModel<ReferralsTables>(service, migrations);
  const withoutRowSecurity = { deps: { withoutRowSecurity: true } } as const;
  const unwalled = await cluster.readModel<ReferralsTables>(service, migrations, withoutRowSecurity);

  const log: RecordedEvent[] = [];
  let recordTime = Date.parse('2026-03-01T15:00:00.000Z');

  async function project(event: RecordedEvent): Promise<void> {
    for (const projection of projections)
      if (projection.prefixes.some((prefix) => event.stream.startsWith(prefix)))
        await readModel.asProjector(projection.name, (tx) => projection.project(tx as never, event));
  }

  const rows: RowsAtWork['rows'] = () =>
    readModel.asProjector('spec', async (tx) => ({
      referral: await tx.selectFrom('referral').selectAll().orderBy('referral_id').orderBy('side').execute(),
      referral_act: await tx
        .selectFrom('referral_act')
        .selectAll()
        .orderBy('referral_id')
        .orderBy('party_actor_id')
        .orderBy('revision')
        .execute(),
      candidate: await tx.selectFrom('candidate').selectAll().orderBy('service_id').execute(),
    }));

  return {
    readModel,
    unwalled,
    async happen(stream, events, recordedAt) {
      for (const event of events) {
        recordTime = recordedAt?.getTime() ?? recordTime + 1_000;
        const recorded: RecordedEvent = {
          ...event,
          id: `event-${log.length}`,
          metadata: { commandId: 'command', payloadHash: 'hash', causedBy: 'staff' },
          stream,
          revision: BigInt(log.filter((past) => past.stream === stream).length),
          position: BigInt(log.length * 100 + 7),
          recordedAt: new Date(recordTime),
        };
        log.push(recorded);
        await project(recorded);
      }
    },
    rows,
    async ofParty(actorId, referralId) {
      const { referral, referral_act } = await rows();
      const theirs = (row: { party_actor_id: string; referral_id: string }) =>
        row.party_actor_id === actorId && row.referral_id === referralId;
      return { row: referral.find(theirs), acts: referral_act.filter(theirs) };
    },
    async replay() {
      const tables = projections.flatMap((projection) => projection.tables);
      await readModel.asProjector('spec', (tx) =>
        sql`truncate ${sql.join(tables.map((table) => sql.table(table)))}`.execute(tx),
      );
      for (const event of log) await project(event);
    },
    stop: () => cluster.stop(),
  };
}
