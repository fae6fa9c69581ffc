/**
 * The timers as rows, so that they outlive every process. Several processes may share them: a timer is claimed in one
 * short transaction, struck outside of it, and only then ended; who dies in between loses its claim after a while and
 * another strikes again, which the referral's stream takes for the same command. Of one referral only the first that
 * waits can be claimed, so that its ladder is climbed in order, however many come due at once.
 */
import type { ReadModel } from '@stezhka/read-model';
import type { SilenceClock } from '@stezhka/vocabulary';
import { type RawBuilder, sql } from 'kysely';
import type { ExpireReferral, NoticeSilence } from '../referral/commands.js';
import { silenceOf } from '../referral/evolve.js';
import type { ReferralsTables, ReferralTimerRow } from '../rows.js';
import type { Strike } from './ladder.js';

export type TimerKey = Pick<ReferralTimerRow, 'referral_id' | 'policy' | 'rung'>;
export type DueTimer = TimerKey & Pick<ReferralTimerRow, 'due_at'>;

export interface Timers {
  /** Those that are there already stay as they are, struck or not. */
  set(referralId: string, strikes: readonly Strike[]): Promise<void>;
  /** Those of one clock, or all, will not be needed. */
  end(referralId: string, which: 'all' | SilenceClock): Promise<void>;
  /** Some that are due at this moment and that nobody else is about to strike. */
  claim(now: Date): Promise<readonly DueTimer[]>;
  /** These have been struck, and never will be again. */
  struck(timers: readonly TimerKey[]): Promise<void>;
  /** When the next one comes due; undefined if none waits. */
  nextDue(): Promise<Date | undefined>;
}

/** How long a claim holds, in milliseconds. One that lies further ahead was made by a clock that was put back since. */
export const CLAIM_HOLDS_MS = 30_000;
/** How many one process takes on at once. */
const AT_ONCE = 32;

export function createTimers(readModel: ReadModel<ReferralsTables>): Timers {
  /** Locked in one order by everybody who waits for a lock: two who end the same ones must not wait for each other. */
  async function finish(
    which: RawBuilder<unknown>,
    as: NonNullable<ReferralTimerRow['ended']>,
  ): Promise<void> {
    await readModel.asRecorder((tx) =>
      sql`
        update referral_timer set ended = ${as}
        where (referral_id, policy, rung) in (
          select referral_id, policy, rung from referral_timer
          where ended is null and ${which}
          order by referral_id, policy, step
          for update
        )`.execute(tx),
    );
  }

  return {
    async set(referralId, strikes) {
      if (strikes.length === 0) return;
      const rows = strikes.map(({ command, dueAt }, step) => ({
        referral_id: referralId,
        policy: command.policy,
        rung: nameOf(command),
        step,
        due_at: new Date(dueAt),
        claimed_at: null,
        ended: null,
      }));
      await readModel.asRecorder((tx) =>
        tx
          .insertInto('referral_timer')
          .values(rows)
          .onConflict((conflict) => conflict.columns(['referral_id', 'policy', 'rung']).doNothing())
          .execute(),
      );
    },

    async end(referralId, which) {
      const clock = which === 'all' ? sql`true` : sql`rung like ${`${which}:%`}`;
      await finish(sql`referral_id = ${referralId} and ${clock}`, 'answered');
    },

    async claim(now) {
      const expired = new Date(now.getTime() - CLAIM_HOLDS_MS);
      const impossible = new Date(now.getTime() + CLAIM_HOLDS_MS);
      const { rows } = await readModel.asRecorder((tx) =>
        sql<DueTimer>`
          with due as materialized (
            select referral_id, policy, rung from referral_timer waiting
            where ended is null and due_at <= ${now}
              and (claimed_at is null or claimed_at <= ${expired} or claimed_at > ${impossible})
              and not exists (
                select from referral_timer before
                where before.referral_id = waiting.referral_id and before.ended is null
                  and before.step < waiting.step
              )
            order by due_at limit ${AT_ONCE}
            for update skip locked
          )
          update referral_timer timer set claimed_at = ${now} from due
          where timer.referral_id = due.referral_id and timer.policy = due.policy and timer.rung = due.rung
          returning timer.referral_id, timer.policy, timer.rung, timer.due_at`.execute(tx),
      );
      return rows;
    },

    async struck(timers) {
      if (timers.length === 0) return;
      const keys = timers.map(
        ({ referral_id, policy, rung }) => sql`(${referral_id}, ${policy}::int, ${rung})`,
      );
      await finish(sql`(referral_id, policy, rung) in (${sql.join(keys)})`, 'struck');
    },

    async nextDue() {
      const first = await readModel.asRecorder((tx) =>
        tx
          .selectFrom('referral_timer')
          .select(({ fn }) => fn.min('due_at').as('due_at'))
          .where('ended', 'is', null)
          .executeTakeFirst(),
      );
      return first?.due_at ?? undefined;
    },
  };
}

const EXPIRE = 'expire';

/** How a row calls what it is to say. */
export function nameOf(command: NoticeSilence | ExpireReferral): string {
  return command.type === 'ExpireReferral' ? EXPIRE : silenceOf(command);
}

/** What a timer was set to say. */
export function commandOf({ policy, rung: name }: TimerKey): NoticeSilence | ExpireReferral {
  if (name === EXPIRE) return { type: 'ExpireReferral', policy };
  const [clock, rung] = name.split(':') as [NoticeSilence['clock'], NoticeSilence['rung']];
  return { type: 'NoticeSilence', policy, clock, rung };
}
