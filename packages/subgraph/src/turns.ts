/**
 * Acts take turns, one at a time; whoever reads waits for no turn. Together they would be done no sooner, since they
 * share one thread, and every reader would wait for all of them (`decisions/0003-acts-take-turns.md`).
 */

/** Lets the next one in; may be called again. */
export type Leave = () => void;

export interface Turns {
  /** Resolves when it is the caller's turn, in order of asking. */
  take(): Promise<Leave>;
}

/** Whoever needs longer goes on, but the next one is let in: one call that is never answered must not stop all acts. */
const LONGEST_TURN_MS = 2_000;

export function createTurns(longestMs = LONGEST_TURN_MS): Turns {
  const waiting: (() => void)[] = [];
  let taken = false;

  function pass(): void {
    const next = waiting.shift();
    if (next) next();
    else taken = false;
  }

  return {
    async take() {
      if (taken) await new Promise<void>((resolve) => waiting.push(resolve));
      taken = true;
      let left = false;
      const leave = () => {
        if (left) return;
        left = true;
        clearTimeout(late);
        pass();
      };
      const late = setTimeout(leave, longestMs).unref();
      return leave;
    },
  };
}
