/**
 * Events into rows: rows and checkpoint in one transaction, fenced. An event that cannot be projected is found,
 * tried again alone, and then its whole stream is parked (a later event of it would rest on a gap) or the projection
 * halts, as it declared.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { RecordedEvent } from '@stezhka/event-store';
import type { Logger } from '@stezhka/telemetry';
import type { Transaction } from 'kysely';
import type { BaseTables } from './base-migrations.js';
import { advanceCheckpoint, type Checkpoint, parkStream } from './checkpoint.js';
import { isPassing } from './database-error.js';
import type { Progress } from './progress.js';
import type { Projection } from './projection.js';
import type { ReadModel } from './read-model.js';

/** Pauses before each new try of an event that failed. */
const triesAfterMs = [20, 200];

class CannotProject extends Error {
  override readonly name = 'CannotProject';
  constructor(
    readonly event: RecordedEvent,
    cause: unknown,
  ) {
    super('an event cannot be projected', { cause });
  }
}

export interface Applier {
  /** Project these events and stand at `position`. `halted`: an event could not be, and may not be passed over. */
  apply(events: readonly RecordedEvent[], position: bigint): Promise<'applied' | 'halted'>;
}

export function createApplier<DB>(options: {
  readonly readModel: ReadModel<DB>;
  readonly projection: Projection<DB>;
  readonly from: Checkpoint;
  readonly progress: Pick<Progress, 'wrote'>;
  readonly logger: Logger;
}): Applier {
  const { readModel, projection, progress, logger } = options;
  const { name } = projection;
  const parked = new Set(options.from.parked);
  let { fence, position: standing } = options.from;

  /** @throws CannotProject, FenceLost, and what the connection throws */
  const commit = async (events: readonly RecordedEvent[], position: bigint | undefined): Promise<void> => {
    fence = await readModel.asProjector(name, async (tx) => {
      const next = await advanceCheckpoint(tx, { projection: name, fence }, { position });
      for (const event of events) await project(tx, event);
      return next;
    });
    standing = position;
    if (events.length > 0) progress.wrote(name);
  };

  const project = async (tx: Transaction<DB & BaseTables>, event: RecordedEvent): Promise<void> => {
    try {
      await projection.project(tx, event);
    } catch (error) {
      throw isPassing(error) ? error : new CannotProject(event, error);
    }
  };

  const commitAlone = async (event: RecordedEvent): Promise<CannotProject | undefined> => {
    for (let tried = 0; ; tried += 1) {
      try {
        await commit([event], event.position);
        return undefined;
      } catch (error) {
        if (!(error instanceof CannotProject)) throw error;
        const pause = triesAfterMs[tried];
        if (pause === undefined) return error;
        await delay(pause);
      }
    }
  };

  const setAside = async (event: RecordedEvent, failure: CannotProject): Promise<'applied' | 'halted'> => {
    const { stream, position, type: eventType } = event;
    const halted = projection.failClosed === true;
    fence = await readModel.asProjector(name, async (tx) => {
      const at = { projection: name, fence };
      if (halted) return advanceCheckpoint(tx, at, { position: standing, halted });
      const next = await advanceCheckpoint(tx, at, { position });
      const reason = reasonOf(failure.cause);
      await parkStream(tx, { projection: name, stream, position, eventId: event.id, eventType, reason });
      return next;
    });
    const fields = { projection: name, stream, eventType, position, eventId: event.id, error: failure.cause };
    logger.error(halted ? 'projection.halted' : 'projection.parked', fields);
    if (halted) return 'halted';
    standing = position;
    parked.add(stream);
    return 'applied';
  };

  return {
    async apply(events, position) {
      let rest = events;
      for (;;) {
        rest = rest.filter(({ stream }) => !parked.has(stream));
        try {
          await commit(rest, position);
          return 'applied';
        } catch (error) {
          if (!(error instanceof CannotProject)) throw error;
          const bad = rest.indexOf(error.event);
          const before = rest[bad - 1];
          if (before !== undefined) await commit(rest.slice(0, bad), before.position);
          const failure = await commitAlone(error.event);
          if (failure !== undefined && (await setAside(error.event, failure)) === 'halted') return 'halted';
          rest = rest.slice(bad + 1);
        }
      }
    },
  };
}

function reasonOf(error: unknown): string {
  const { code } = error as { code?: unknown };
  if (typeof code === 'string' && /^[A-Z0-9_]{1,64}$/.test(code)) return code;
  return error instanceof Error ? error.constructor.name : 'unknown';
}
