/**
 * Whoever keeps the time: strikes what is due, then sleeps until the next, at most a few seconds, because another
 * process may have set an earlier one and because clocks jump. Any number of processes may keep it together.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '@stezhka/telemetry';
import type { GiveStrike } from './strike.js';
import { commandOf, type DueTimer, type Timers } from './timers.js';

const MOST_MS = 5_000;
const LEAST_MS = 50;

export interface Clock {
  /** Strikes everything that is due now and that nobody else has claimed; how much that was. */
  strike(): Promise<number>;
  /** When the next one comes due; undefined if none waits. */
  nextDue(): Promise<Date | undefined>;
}

export interface ClockDeps {
  readonly timers: Timers;
  readonly give: GiveStrike;
  readonly now: () => Date;
}

export function createClock({ timers, give, now }: ClockDeps): Clock {
  /** Judged at the moment it was found due: a clock put back meanwhile does not make it early. */
  async function strikeOne(timer: DueTimer, at: Date): Promise<void> {
    const { referral_id, policy, rung } = timer;
    await give(referral_id, commandOf(timer), { key: `${policy}:${rung}`, now: at });
  }

  return {
    async strike() {
      let count = 0;
      const failed: unknown[] = [];
      for (;;) {
        const at = now();
        const due = await timers.claim(at);
        if (due.length === 0) break;
        const results = await Promise.allSettled(due.map((timer) => strikeOne(timer, at)));
        for (const result of results) if (result.status === 'rejected') failed.push(result.reason);
        const struck = due.filter((_, n) => results[n]!.status === 'fulfilled');
        await timers.struck(struck);
        count += struck.length;
      }
      // Its claim runs out by itself, and then it is tried again; the others were not kept waiting.
      if (failed.length > 0) throw new AggregateError(failed, 'timers that could not be struck');
      return count;
    },
    nextDue: () => timers.nextDue(),
  };
}

export interface KeepingTime {
  /** Strikes no more; resolves when what is under way is done. */
  stop(): Promise<void>;
}

export function keepTime(deps: {
  readonly clock: Clock;
  readonly now: () => Date;
  readonly logger: Logger;
}): KeepingTime {
  const { clock, now, logger } = deps;
  const ending = new AbortController();
  const { signal } = ending;

  async function untilNext(): Promise<number> {
    const next = await clock.nextDue();
    const wait = next === undefined ? MOST_MS : next.getTime() - now().getTime();
    // What is due already is claimed by somebody: soon is early enough to look whether she did it.
    return wait <= 0 ? MOST_MS : Math.min(MOST_MS, Math.max(LEAST_MS, wait));
  }

  async function keep(): Promise<void> {
    while (!signal.aborted) {
      let wait = MOST_MS;
      try {
        await clock.strike();
        wait = await untilNext();
      } catch (error) {
        logger.error('clock.not_struck', { error });
      }
      await pause(wait, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  const keeping = keep();
  return {
    async stop() {
      ending.abort();
      await keeping;
    },
  };
}
