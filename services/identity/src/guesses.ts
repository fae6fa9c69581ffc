/**
 * How often a password may be tried. Counted before the password is looked at, in the database, so that neither
 * guesses in parallel nor a second process nor a restart give more of them; and counted alike for names that exist
 * and names that do not.
 */
import type { ReadModel } from '@stezhka/read-model';
import type { Secrets } from './secrets.js';
import type { IdentityTables } from './tables.js';

export interface Guesses {
  /** False: too many were wrong lately, this one is not to be looked at. */
  admit(name: string, address: string): Promise<boolean>;
  /** The one that was admitted was right. */
  right(name: string, address: string): Promise<void>;
}

export interface GuessState {
  readonly failures: number;
  readonly lastAt: Date;
  readonly blockedUntil: Date | null;
}

/** Wrong ones in a row before waiting begins. An office behind one address has many people in it. */
const allowed = { name: 5, address: 100 };
const forgottenAfterMs = 15 * 60_000;
const firstWaitMs = 30_000;
const longestWaitMs = 15 * 60_000;

/** The state after one more guess at `now`; nothing if it must wait. */
export function countGuess(before: GuessState | undefined, now: Date, limit: number): GuessState | undefined {
  if (before?.blockedUntil && before.blockedUntil > now) return undefined;
  const recent = before !== undefined && now.getTime() - before.lastAt.getTime() < forgottenAfterMs;
  const failures = (recent ? before.failures : 0) + 1;
  const wait = Math.min(firstWaitMs * 2 ** (failures - limit), longestWaitMs);
  return {
    failures,
    lastAt: now,
    blockedUntil: failures < limit ? null : new Date(now.getTime() + wait),
  };
}

export function createGuesses(deps: {
  readonly readModel: ReadModel<IdentityTables>;
  readonly secrets: Secrets;
  readonly now: () => Date;
}): Guesses {
  const { readModel, secrets, now } = deps;
  const keysOf = (name: string, address: string) =>
    [
      { key: secrets.digest(`name ${name}`), limit: allowed.name },
      { key: secrets.digest(`address ${address}`), limit: allowed.address },
    ] as const;
  return {
    admit: (name, address) =>
      readModel.asRecorder(async (tx) => {
        const counted = [];
        for (const { key, limit } of keysOf(name, address)) {
          await tx
            .insertInto('password_guess')
            .values({ key, failures: 0, last_at: now(), blocked_until: null })
            .onConflict((conflict) => conflict.column('key').doNothing())
            .execute();
          const row = await tx
            .selectFrom('password_guess')
            .selectAll()
            .where('key', '=', key)
            .forUpdate()
            .executeTakeFirstOrThrow();
          const before = { failures: row.failures, lastAt: row.last_at, blockedUntil: row.blocked_until };
          counted.push({ key, after: countGuess(before, now(), limit) });
        }
        if (counted.some(({ after }) => after === undefined)) return false;
        for (const { key, after } of counted) {
          if (after === undefined) continue;
          await tx
            .updateTable('password_guess')
            .set({ failures: after.failures, last_at: after.lastAt, blocked_until: after.blockedUntil })
            .where('key', '=', key)
            .execute();
        }
        return true;
      }),
    right: (name, address) =>
      readModel.asRecorder(async (tx) => {
        const [byName, byAddress] = keysOf(name, address);
        await tx.deleteFrom('password_guess').where('key', '=', byName.key).execute();
        // Whoever knows one password could otherwise go on guessing others from the same place.
        await tx
          .updateTable('password_guess')
          .set((row) => ({ failures: row('failures', '-', 1), blocked_until: null }))
          .where('key', '=', byAddress.key)
          .where('failures', '>', 0)
          .execute();
      }),
  };
}
