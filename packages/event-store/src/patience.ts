/**
 * A store that restarts is away for a second or two. Whoever asks it something in that time waits, rather than being
 * told to come again; once it has been away for longer, everybody is told at once.
 */
import { setTimeout as pause } from 'node:timers/promises';

const FIRST_PAUSE_MS = 25;
const LONGEST_PAUSE_MS = 500;

export interface PatienceOptions {
  /** For how long, from the first failure on, the same is tried again; in milliseconds. */
  readonly lastsMs: number;
  /** Whether the store was away, so that the same may succeed a little later. */
  isAway(error: unknown): boolean;
}

export interface Patience {
  /** `ask` must be such that asking twice does what asking once does. */
  while<Answer>(ask: () => Promise<Answer>): Promise<Answer>;
  /** The store was heard of in another way: when it is away next, that is a new absence. */
  heard(): void;
  /** Nobody waits any more. */
  end(): void;
}

export function createPatience({ lastsMs, isAway }: PatienceOptions): Patience {
  const ending = new AbortController();
  let awaySince: number | undefined;
  const heard = () => {
    awaySince = undefined;
  };
  return {
    async while(ask) {
      for (let wait = FIRST_PAUSE_MS; ; wait = Math.min(2 * wait, LONGEST_PAUSE_MS)) {
        try {
          const answer = await ask();
          heard();
          return answer;
        } catch (error) {
          if (!isAway(error)) throw error;
          awaySince ??= performance.now();
          if (ending.signal.aborted || performance.now() - awaySince > lastsMs) throw error;
        }
        await pause(wait, undefined, { signal: ending.signal }).catch(() => undefined);
      }
    },
    heard,
    end: () => ending.abort(),
  };
}
