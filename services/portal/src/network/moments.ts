/** The days at which the network can be looked at: the last of each month since 2022, and now. */

/** `2022-08`; `now`: not in the past at all. */
export type Moment = `${number}-${string}` | 'now';

const FIRST_YEAR = 2022;

/** Oldest first. A month that is not over is no day of the past yet. */
export function momentsUntil(now: Date): readonly Moment[] {
  const months = (now.getUTCFullYear() - FIRST_YEAR) * 12 + now.getUTCMonth();
  const past = Array.from(
    { length: months },
    (_, n): Moment => `${FIRST_YEAR + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`,
  );
  return [...past, 'now'];
}

/** The noon of a month's last day, ISO 8601; undefined: now. */
export function asOfOf(moment: Moment): string | undefined {
  if (moment === 'now') return undefined;
  const [year, month] = moment.split('-').map(Number);
  return new Date(Date.UTC(year!, month!, 0, 12)).toISOString();
}

/** The end of a day, so that who asks twice on it asks the same. */
export function endOfDay(now: Date): string {
  return `${now.toISOString().slice(0, 10)}T23:59:59Z`;
}
