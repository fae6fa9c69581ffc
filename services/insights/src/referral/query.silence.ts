/**
 * Who may see what waits unanswered: coordinators, of the general pathway. By reference, receiver and group of services;
 * never where, and never of whom.
 */
import type { Viewer, Wall } from '@stezhka/auth';
import type { ReadModel } from '@stezhka/read-model';
import { type ServiceGroup, serviceGroupOf } from '@stezhka/vocabulary';
import type { ExpressionBuilder } from 'kysely';
import type { InsightsSubjects } from '../authorize.js';
import type { Moments } from '../moments.js';
import type { InsightsTables, SentReferralRow, Step } from '../rows.js';

export type Clock = 'acknowledge' | 'decide';

export interface SilentReferral {
  readonly reference: string;
  readonly receiverActorId: string;
  readonly serviceGroup: ServiceGroup;
  /** Which time has run out; where both have, the one for deciding. */
  readonly clock: Clock;
  readonly due: Date;
  /** Whole hours since. */
  readonly hoursBeyond: number;
}

export interface Silence extends Moments {
  /** The longest silence first. */
  readonly items: readonly SilentReferral[];
}

export interface SilenceQueries {
  /**
   * As it is now: what was silent on another day is nobody's to ask.
   * @throws Refusal UNAUTHENTICATED, NOT_FOUND
   */
  silence(viewer: Viewer | undefined, now: Date): Promise<Silence>;
}

const MOST = 500;
const HOUR_MS = 3_600_000;
const ended: readonly Step[] = ['accepted', 'served', 'closed', 'taken_back'];

export function createSilenceQueries(deps: {
  readonly readModel: ReadModel<InsightsTables>;
  readonly wall: Wall<InsightsSubjects>;
}): SilenceQueries {
  const { readModel } = deps;
  const wall: Wall<InsightsSubjects> = deps.wall;
  return {
    async silence(viewer, now) {
      wall.authorize('silence.read', viewer, undefined);
      const rows = await readModel.asViewer(viewer, (tx) =>
        tx
          .selectFrom('sent_referral')
          .select(['reference', 'receiver_actor_id', 'service', 'acknowledge_by', 'decide_by'])
          .where((row) => row.not(stepped(row, ended)))
          .where((row) =>
            row.or([
              row('decide_by', '<', now),
              row.and([row('acknowledge_by', '<', now), row.not(stepped(row, ['acknowledged']))]),
            ]),
          )
          .execute(),
      );
      const items = rows
        .map((row) => silent(row, now))
        .sort((a, b) => a.due.getTime() - b.due.getTime() || (a.reference < b.reference ? -1 : 1));
      return { asOf: now, asKnownAt: now, items: items.slice(0, MOST) };
    },
  };
}

/** Whether any of these followed. */
const stepped = (row: ExpressionBuilder<InsightsTables, 'sent_referral'>, steps: readonly Step[]) =>
  row.exists(
    row
      .selectFrom('referral_step')
      .select('referral_step.position')
      .whereRef('referral_step.referral_id', '=', 'sent_referral.referral_id')
      .where('referral_step.step', 'in', steps),
  );

type Waiting = Pick<
  SentReferralRow,
  'reference' | 'receiver_actor_id' | 'service' | 'acknowledge_by' | 'decide_by'
>;

function silent(row: Waiting, now: Date): SilentReferral {
  const clock = row.decide_by < now ? 'decide' : 'acknowledge';
  const due = clock === 'decide' ? row.decide_by : row.acknowledge_by;
  return {
    reference: row.reference,
    receiverActorId: row.receiver_actor_id,
    serviceGroup: serviceGroupOf(row.service),
    clock,
    due,
    hoursBeyond: Math.floor((now.getTime() - due.getTime()) / HOUR_MS),
  };
}
