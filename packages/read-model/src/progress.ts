/** How far each projection is, and who waits for it: whoever wrote wants to read what he wrote. */

export interface Progress {
  /** Undefined: nothing yet. A rebuild moves it back. */
  positionOf(name: string): bigint | undefined;
  moved(name: string, position: bigint | undefined): void;
  /** Rows were written: by this process, or, as it has just learned, perhaps by another one. */
  wrote(name: string): void;
  /** How often that was, as far as this process knows. */
  writtenOf(name: string): number;
  /** A halted projection will not get there: its waiters are answered at once. */
  halted(name: string, isHalted: boolean): void;
  isHalted(name: string): boolean;
  /** True when all of these are at the position or past it; false when time is up or one of them is halted. */
  reached(names: readonly string[], position: bigint, timeoutMs: number): Promise<boolean>;
  /** Whether somebody waits for this one. */
  isAwaited(name: string): boolean;
  /** Answers everybody who still waits with false. */
  close(): void;
}

interface Waiter {
  readonly names: readonly string[];
  readonly position: bigint;
  answer(reached: boolean): void;
}

export function trackProgress(): Progress {
  const positions = new Map<string, bigint | undefined>();
  const written = new Map<string, number>();
  const haltedNames = new Set<string>();
  const waiters = new Set<Waiter>();
  let closed = false;

  const verdict = ({ names, position }: Omit<Waiter, 'answer'>): boolean | undefined => {
    const behind = names.filter((name) => {
      const at = positions.get(name);
      return at === undefined || at < position;
    });
    if (behind.length === 0) return true;
    return closed || behind.some((name) => haltedNames.has(name)) ? false : undefined;
  };
  const review = (): void => {
    for (const waiter of waiters) {
      const known = verdict(waiter);
      if (known !== undefined) waiter.answer(known);
    }
  };

  return {
    positionOf: (name) => positions.get(name),
    moved(name, position) {
      positions.set(name, position);
      review();
    },
    wrote(name) {
      written.set(name, (written.get(name) ?? 0) + 1);
    },
    writtenOf: (name) => written.get(name) ?? 0,
    halted(name, isHalted) {
      if (isHalted) haltedNames.add(name);
      else haltedNames.delete(name);
      review();
    },
    isHalted: (name) => haltedNames.has(name),
    isAwaited: (name) => [...waiters].some(({ names }) => names.includes(name)),
    async reached(names, position, timeoutMs) {
      const known = verdict({ names, position });
      if (known !== undefined) return known;
      return new Promise<boolean>((resolve) => {
        const timer = setTimeout(() => waiter.answer(false), timeoutMs);
        const waiter: Waiter = {
          names,
          position,
          answer(reached) {
            clearTimeout(timer);
            waiters.delete(waiter);
            resolve(reached);
          },
        };
        waiters.add(waiter);
      });
    },
    close() {
      closed = true;
      review();
    },
  };
}
