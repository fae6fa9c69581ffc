/**
 * What must follow. A workflow hears events and answers with commands. It keeps a checkpoint, hears every event at
 * least once, and gives each command under the event's id as its key: hearing twice changes nothing.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { RecordedEvent } from './events.js';
import { noticingQuiet } from './noticing-quiet.js';
import type { EventStore } from './store.js';

export interface Workflow {
  readonly name: string;
  /** Streams it listens to, by name prefix. */
  readonly prefixes: readonly string[];
  /**
   * What to do when an event cannot be answered after several tries: `park` lets the others pass and says so
   * loudly; `stall` stops here, because what follows (a withdrawal, a disabled user) must not be passed over. While
   * a store is away, either waits for it.
   */
  readonly onPoison: 'park' | 'stall';
  react(event: RecordedEvent): Promise<void>;
}

/** Where workflows remember how far they have heard. */
export interface Checkpoints {
  load(name: string): Promise<bigint | undefined>;
  save(name: string, position: bigint): Promise<void>;
}

export interface WorkflowLog {
  error(event: string, fields?: Record<string, unknown>): void;
}

export interface RunningWorkflows {
  /** Names of the workflows that stopped at an event they could not answer. */
  stalled(): readonly string[];
  /** Whether each of them has answered everything up to this position. */
  havePassed(position: bigint): boolean;
  stop(): Promise<void>;
}

const TRIES = 6;
/** Events of others that are passed over before the place is saved. */
const SAVE_EVERY = 64;
/** An answer is remembered when nothing follows it for so long, and while others follow at least this often. */
const SAVE_AFTER_MS = 50;
const SAVE_EVERY_MS = 1_000;

export function startWorkflows(options: {
  readonly store: EventStore;
  readonly workflows: readonly Workflow[];
  readonly checkpoints: Checkpoints;
  /** Whether it failed because a store is away: nothing is wrong with the event, however long that lasts. */
  readonly isAway: (error: unknown) => boolean;
  readonly log: WorkflowLog;
  readonly deps?: {
    /** How it waits before it tries again; by a timer if absent. */
    readonly pause?: (ms: number, ending: AbortSignal) => Promise<unknown>;
  };
}): RunningWorkflows {
  const ending = new AbortController();
  const { signal } = ending;
  const { pause = inTime } = options.deps ?? {};
  const stalled = new Set<string>();
  const passed = new Map<string, bigint>();

  async function answer(workflow: Workflow, event: RecordedEvent): Promise<void> {
    let attempt = 0;
    for (let tries = 1; !signal.aborted; tries++) {
      try {
        await workflow.react(event);
        stalled.delete(workflow.name);
        return;
      } catch (error) {
        if (options.isAway(error)) {
          if (tries === TRIES) options.log.error('workflow.waits', { workflow: workflow.name, error });
        } else if (++attempt >= TRIES) {
          const { id: eventId, type: eventType } = event;
          options.log.error('workflow.poison', {
            workflow: workflow.name,
            eventId,
            eventType,
            attempt,
            error,
          });
          if (workflow.onPoison === 'park') return;
          stalled.add(workflow.name);
        }
        await pause(Math.min(2_000, 25 * 2 ** tries), signal);
      }
    }
  }

  async function run(workflow: Workflow): Promise<void> {
    const after = await options.checkpoints.load(workflow.name);
    // Where nothing has happened since, nothing is told.
    if (after !== undefined) passed.set(workflow.name, after);
    let seen: bigint | undefined;
    let unsaved = 0;
    let savedAt = 0;
    const save = async () => {
      if (seen !== undefined && unsaved > 0) await options.checkpoints.save(workflow.name, seen);
      unsaved = 0;
      savedAt = performance.now();
    };
    const from = after === undefined ? {} : { after };
    const deliveries = options.store.subscribe({ prefixes: workflow.prefixes, signal, ...from });
    const patience = () => (unsaved >= SAVE_EVERY ? SAVE_AFTER_MS : undefined);
    for await (const delivery of noticingQuiet(deliveries, patience)) {
      if (delivery === 'quiet') {
        await save();
      } else if (delivery.kind === 'event') {
        await answer(workflow, delivery.event);
        if (signal.aborted) break;
        seen = delivery.event.position;
        unsaved = SAVE_EVERY;
      } else if (delivery.kind === 'checkpoint') {
        seen = delivery.position;
        unsaved += 1;
      }
      if (seen !== undefined) passed.set(workflow.name, seen);
      if (unsaved >= SAVE_EVERY && performance.now() - savedAt >= SAVE_EVERY_MS) await save();
    }
    await save();
  }

  async function keepRunning(workflow: Workflow): Promise<void> {
    while (!signal.aborted) {
      try {
        await run(workflow);
      } catch (error) {
        options.log.error('workflow.interrupted', { workflow: workflow.name, error });
        await pause(500, signal);
      }
    }
  }

  const running = options.workflows.map(keepRunning);
  return {
    stalled: () => [...stalled],
    havePassed: (position) => options.workflows.every(({ name }) => (passed.get(name) ?? -1n) >= position),
    async stop() {
      ending.abort();
      await Promise.all(running);
    },
  };
}

const inTime = (ms: number, signal: AbortSignal) => delay(ms, undefined, { signal }).catch(() => undefined);
