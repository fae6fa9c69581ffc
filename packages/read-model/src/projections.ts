/**
 * All projections of a service in one process. Any number of processes may run the same ones: one of them writes,
 * all of them know how far it is.
 */
import type { EventStore } from '@stezhka/event-store';
import type { Logger, Readiness } from '@stezhka/telemetry';
import { type ParkedStream, readParked, resetProjection } from './checkpoint.js';
import { watchLag } from './lag.js';
import type { Ownership } from './ownership.js';
import { trackProgress } from './progress.js';
import type { Projection } from './projection.js';
import { runProjection } from './projection-runner.js';
import type { ReadModel } from './read-model.js';
import { learnStoredProgress } from './stored-progress.js';

export interface ProjectionsOptions<DB> {
  readonly readModel: ReadModel<DB>;
  readonly store: EventStore;
  readonly projections: readonly Projection<DB>[];
  readonly logger: Logger;
  /** Not ready when a projection has not been current for longer than this; 30 s if absent. */
  readonly maxLagMs?: number;
  readonly deps?: {
    /** Replaces the lock, for tests that let two owners race for the fence. */
    readonly ownership?: Ownership;
  };
}

export interface Projections {
  /**
   * Resolves true as soon as the rows contain everything up to this position, in all projections or in those named;
   * false after `timeoutMs`, or at once if one of them is halted.
   */
  waitFor(position: bigint, timeoutMs: number, only?: readonly string[]): Promise<boolean>;
  /**
   * Another number as soon as this process has written rows of it or knows that another one may have: what was read of
   * them before may be old. It changes before anybody is told that a position is reached.
   */
  writtenOf(name: string): number;
  /** Milliseconds since the projection was last known to contain everything; about a second when all is well. */
  lagMs(name: string): number;
  /** For `Health.contribute`. */
  health(): Readiness;
  parked(): Promise<ParkedStream[]>;
  /** Empties the projection's tables and replays; resolves when it is where the store was when asked. */
  rebuild(name: string): Promise<void>;
  stop(): Promise<void>;
}

/** The longest that a timer can wait. */
const longestMs = 2 ** 31 - 1;

export function startProjections<DB>(options: ProjectionsOptions<DB>): Projections {
  const { readModel, store, projections, logger, maxLagMs = 30_000 } = options;
  const names = projections.map(({ name }) => name);
  if (new Set(names).size < names.length) throw new TypeError('two projections have the same name');
  const progress = trackProgress();
  const ownership = options.deps?.ownership ?? readModel.ownership();
  const runners = projections.map((projection) =>
    runProjection({ readModel, store, projection, ownership, progress, logger }),
  );
  const others = learnStoredProgress({ readModel, runners, progress, logger });
  const lag = watchLag({ store, names, progress, learn: others.learn, logger });

  const waitFor: Projections['waitFor'] = (position, timeoutMs, only = names) => {
    const reached = progress.reached(only, position, timeoutMs);
    others.whileAwaited();
    return reached;
  };

  return {
    waitFor,
    writtenOf: progress.writtenOf,
    lagMs: lag.of,
    health() {
      const lagMs = Math.max(0, ...names.map(lag.of));
      if (names.some(progress.isHalted)) return { ready: false, reason: 'halted' };
      if (lagMs === Number.POSITIVE_INFINITY) return { ready: false, reason: 'starting' };
      return lagMs > maxLagMs ? { ready: false, lagMs, reason: 'behind' } : { ready: true, lagMs };
    },
    parked: () => readModel.asProjector('parked', (tx) => readParked(tx, names)),
    async rebuild(name) {
      const projection = projections.find((candidate) => candidate.name === name);
      if (projection === undefined) throw new TypeError('no such projection');
      const fence = await readModel.asProjector(name, (tx) => resetProjection(tx, name, projection.tables));
      others.begunAgain(name, fence);
      const head = await store.head();
      if (head !== undefined && !(await waitFor(head, longestMs, [name]))) {
        throw new Error('the rebuild did not finish');
      }
    },
    async stop() {
      progress.close();
      await Promise.all([others.stop(), lag.stop()]);
      await Promise.all(runners.map((runner) => runner.stop()));
      await ownership.close();
    },
  };
}
