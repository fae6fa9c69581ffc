/**
 * Who may see what waits unanswered: coordinators, of the general pathway. By reference, receiver and group of services;
 * never where, and never of whom. It is whatever waits beyond its time, and what the ladder has brought to their notice
 * before.
 */
import type { Viewer, Wall } from '@stezhka/auth';
import type { ReadModel } from '@stezhka/read-model';
import {
  type ServiceGroup,
  type SilenceClock,
  type SilenceRung,
  serviceGroupOf,
  silenceRungs,
} from '@stezhka/vocabulary';
import { sql } from 'kysely';
import type { InsightsSubjects } from '../authorize.js';
import type { Moments } from '../moments.js';
import type { InsightsTables, SentReferralRow, SilenceToldRow, Step } from '../rows.js';

export interface SilentReferral {
  readonly reference: string;
  readonly receiverActorId: string;
  readonly serviceGroup: ServiceGroup;
  /** Which time has run out, or soon will; where both have, the one for deciding. */
  readonly clock: SilenceClock;
  readonly due: Date;
  /** Whole hours since; none while it is still to come. */
  readonly hoursBeyond: number;
  /** How far up the ladder it was told, on the clocks that still run; undefined: to nobody. */
  readonly rung: SilenceRung | undefined;
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

export function createSilenceQueries(deps: {
  readonly readModel: ReadModel<InsightsTables>;
  readonly wall: Wall<InsightsSubjects>;
}): SilenceQueries {
  const { readModel } = deps;
  const wall: Wall<InsightsSubjects> = deps.wall;
  return {
    async silence(viewer, now) {
      wall.authorize('silence.read', viewer, undefined);
      const rows = await readModel.askAsViewer(viewer, () => waitingAt(now));
      const items = rows
        .map((row) => silent(row, now))
        .sort((a, b) => a.due.getTime() - b.due.getTime() || (a.reference < b.reference ? -1 : 1));
      return { asOf: now, asKnownAt: now, items: items.slice(0, MOST) };
    },
  };
}

interface Waiting
  extends Pick<
    SentReferralRow,
    'reference' | 'receiver_actor_id' | 'service' | 'acknowledge_by' | 'decide_by'
  > {
  /** The newest; what expired and was acknowledged after all waits again. */
  readonly step: Extract<Step, 'acknowledged'> | null;
  readonly told: readonly Pick<SilenceToldRow, 'clock' | 'rung'>[];
}

/** Most are decided, and are left aside together; of the others it is asked one by one how far they are. */
const waitingAt = (now: Date) => sql<Waiting>`
    with undecided as materialized (
      select * from sent_referral one where not exists (
        select from referral_step step where step.referral_id = one.referral_id and step.step = any(${decided})
      )
    )
    select reference, receiver_actor_id, service, acknowledge_by, decide_by, step, told
    from undecided sent
    left join lateral (
      select step from referral_step one
      where one.referral_id = sent.referral_id order by position desc limit 1
    ) newest on true
    cross join lateral (
      select coalesce(jsonb_agg(jsonb_build_object('clock', clock, 'rung', rung)), '[]') as told
      from silence_told one where one.referral_id = sent.referral_id
    ) ladder
    where (step is null or step = 'acknowledged') and (
      decide_by < ${now}
      or (acknowledge_by < ${now} and step is null)
      or told @> ${JSON.stringify([broughtBefore])}::jsonb
    )`;

const decided: readonly Step[] = ['accepted', 'served', 'closed', 'taken_back'];

/** The last rung of the clock for deciding comes before its end. */
const broughtBefore: Pick<SilenceToldRow, 'clock' | 'rung'> = { clock: 'decide', rung: 'coordinator' };

function silent(row: Waiting, now: Date): SilentReferral {
  const clock =
    row.step === null && row.decide_by >= now && row.acknowledge_by < now ? 'acknowledge' : 'decide';
  const due = clock === 'decide' ? row.decide_by : row.acknowledge_by;
  return {
    reference: row.reference,
    receiverActorId: row.receiver_actor_id,
    serviceGroup: serviceGroupOf(row.service),
    clock,
    due,
    hoursBeyond: Math.max(0, Math.floor((now.getTime() - due.getTime()) / HOUR_MS)),
    rung: highestRung(row),
  };
}

function highestRung({ step, told }: Waiting): SilenceRung | undefined {
  const running = told.filter(({ clock }) => clock === 'decide' || step === null);
  return silenceRungs.codes.findLast((rung) => running.some((one) => one.rung === rung));
}
