/**
 * How often a password may be tried. Counted before the password is looked at, in the database, so that neither
 * guesses in parallel nor a second process nor a restart give more of them; and counted alike for names that exist
 * and names that do not. Nobody sees in her own guesses whether somebody else has signed in: a right one leaves no trace
 * in what is counted, and takes back no wrong one.
 */
import type { ReadModel } from '@stezhka/read-model';
import { sql } from 'kysely';
import type { Secrets } from './secrets.js';
import type { IdentityTables } from './tables.js';

export interface Guesses {
  /** Nothing: too many were wrong lately, this one is not to be looked at. */
  admit(name: string, address: string): Promise<Admitted | undefined>;
}

/** Counted as wrong until it is said to be right. */
export interface Admitted {
  right(): Promise<void>;
}

export interface GuessState {
  readonly failures: number;
  readonly lastAt: Date;
  readonly blockedUntil: Date | null;
}

/**
 * Wrong ones lately before waiting begins. For a name at one address a few; for a name from everywhere more, or anybody
 * could keep anybody out; and an office behind one address has many people in it.
 */
const allowed = { nameAtAddress: 5, name: 30, address: 100 };
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

interface Counted {
  readonly key: string;
  readonly before: GuessState;
  readonly after: GuessState;
}

type Tx = Parameters<Parameters<ReadModel<IdentityTables>['asRecorder']>[0]>[0];

export function createGuesses(deps: {
  readonly readModel: ReadModel<IdentityTables>;
  readonly secrets: Secrets;
  readonly now: () => Date;
}): Guesses {
  const { readModel, secrets, now } = deps;
  // Always in this order: two that lock each other's rows would wait for ever.
  const keysOf = (name: string, address: string) => [
    {
      key: secrets.digest(`name at address ${JSON.stringify([name, address])}`),
      limit: allowed.nameAtAddress,
    },
    { key: secrets.digest(`name ${name}`), limit: allowed.name },
    { key: secrets.digest(`address ${address}`), limit: allowed.address },
  ];
  return {
    async admit(name, address) {
      const counted = await readModel.asRecorder(async (tx) => {
        const all: Counted[] = [];
        for (const { key, limit } of keysOf(name, address)) {
          const before = await lockedState(tx, key, now());
          const after = countGuess(before, now(), limit);
          if (after === undefined) return undefined;
          all.push({ key, before, after });
        }
        for (const { key, after } of all)
          await tx.updateTable('password_guess').set(rowOf(after)).where('key', '=', key).execute();
        return all;
      });
      return counted && { right: () => readModel.asRecorder((tx) => takeBack(tx, counted)) };
    },
  };
}

async function lockedState(tx: Tx, key: string, now: Date): Promise<GuessState> {
  await tx
    .insertInto('password_guess')
    .values({ key, failures: 0, last_at: now, blocked_until: null })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
  const row = await tx
    .selectFrom('password_guess')
    .selectAll()
    .where('key', '=', key)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return { failures: row.failures, lastAt: row.last_at, blockedUntil: row.blocked_until };
}

const rowOf = ({ failures, lastAt, blockedUntil }: GuessState) => ({
  failures,
  last_at: lastAt,
  blocked_until: blockedUntil,
});

/** As if it had not been made; what others have guessed meanwhile stays counted. */
async function takeBack(tx: Tx, counted: readonly Counted[]): Promise<void> {
  for (const { key, before, after } of counted)
    await tx
      .updateTable('password_guess')
      .set({
        failures: sql`greatest(failures - 1, 0)`,
        last_at: sql`case when last_at = ${after.lastAt} then ${before.lastAt} else last_at end`,
        blocked_until: sql`case when blocked_until = ${after.blockedUntil} then null else blocked_until end`,
      })
      .where('key', '=', key)
      .execute();
}
