/** What many withdrawals come to. */
import type { Account, Kind } from './one-withdrawal.js';

export interface Verdict {
  readonly withdrawals: number;
  /** What was taken back in them. */
  readonly kinds: readonly Kind[];
  /** Answers that came before all recipients knew: it had taken referrals too long to pass it on. */
  readonly beforeAllKnew: number;
  readonly attempts: number;
  /** Tries that opened something, and of them those under an old key. */
  readonly opened: number;
  readonly openedOnRetry: number;
  /** Asked before a withdrawal's answer and answered after it. */
  readonly onTheirWay: number;
  /** Asked after a withdrawal's answer, and of them those under an old key. */
  readonly askedAfter: number;
  readonly askedAfterOnRetry: number;
  /** Of those asked after: the ones that opened what was withdrawn. There must be none. */
  readonly openedAfter: number;
  readonly openedAfterOnRetry: number;
  /** The codes of all refusals. */
  readonly codes: readonly string[];
}

export function verdictOn(accounts: readonly Account[]): Verdict {
  const all = accounts.flatMap(({ attempts, answered, closed }) =>
    attempts.map((attempt) => ({
      ...attempt,
      after: attempt.asked > answered,
      onItsWay: attempt.asked < answered && attempt.answered > answered,
      opensClosed: attempt.opened.some((subject) => closed.includes(subject)),
    })),
  );
  const opened = all.filter((attempt) => attempt.opened.length > 0);
  const after = all.filter((attempt) => attempt.after);
  const openedAfter = after.filter((attempt) => attempt.opensClosed);
  const onRetry = (attempts: readonly { readonly retry: boolean }[]) =>
    attempts.filter(({ retry }) => retry).length;
  return {
    withdrawals: accounts.length,
    kinds: [...new Set(accounts.map(({ kind }) => kind))].sort(),
    beforeAllKnew: accounts.filter(({ allKnew }) => !allKnew).length,
    attempts: all.length,
    opened: opened.length,
    openedOnRetry: onRetry(opened),
    onTheirWay: all.filter((attempt) => attempt.onItsWay).length,
    askedAfter: after.length,
    askedAfterOnRetry: onRetry(after),
    openedAfter: openedAfter.length,
    openedAfterOnRetry: onRetry(openedAfter),
    codes: [...new Set(all.flatMap(({ code }) => code ?? []))].sort(),
  };
}
