/** How a deadline reads: how much of what is left, or how long it has been over. Pure, so that it can be proved. */
export interface Reading {
  readonly state: 'over' | 'soon' | 'left';
  readonly unit: 'minutes' | 'hours' | 'days';
  /** 1 or more. */
  readonly count: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const SOON = 4 * HOUR;
/** Below this a day more or less is much of what is left. */
const IN_DAYS = 4 * DAY;

/** @param dueAt ISO 8601 @param now milliseconds */
export function readClock(dueAt: string, now: number): Reading {
  const left = Date.parse(dueAt) - now;
  const size = Math.abs(left);
  const state = left < 0 ? 'over' : left <= SOON ? 'soon' : 'left';
  if (size >= IN_DAYS) return { state, unit: 'days', count: Math.floor(size / DAY) };
  if (size >= HOUR) return { state, unit: 'hours', count: Math.floor(size / HOUR) };
  return { state, unit: 'minutes', count: Math.max(1, Math.ceil(size / MINUTE)) };
}

/** The message that says it; `count` goes in. */
export function readingWords({ state, unit }: Reading): string {
  return overOrLeft[state === 'over' ? 'over' : 'left'][unit];
}

const overOrLeft = {
  over: { minutes: 'clock.over.minutes', hours: 'clock.over.hours', days: 'clock.over.days' },
  left: { minutes: 'clock.left.minutes', hours: 'clock.left.hours', days: 'clock.left.days' },
} as const;
