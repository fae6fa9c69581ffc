/**
 * Ends a process in order, once. Signals arrive twice in practice (a terminal and a supervisor both send them), and
 * a second run of a stop step is how data gets lost.
 */
import type { Logger } from './logger.js';

export interface StopStep {
  readonly name: string;
  stop(): unknown;
}

/** What signals come from: `process`, or an emitter in a test. */
export interface SignalSource {
  on(signal: NodeJS.Signals, listener: () => void): unknown;
  off(signal: NodeJS.Signals, listener: () => void): unknown;
}

export interface GracefulStopOptions {
  /** Run one after another, each awaited; a failing step does not keep the later ones from running. */
  readonly steps: readonly StopStep[];
  readonly signals?: readonly NodeJS.Signals[];
  /** All steps together; what is not done by then is abandoned. */
  readonly timeoutMs: number;
  /** 0 when every step succeeded in time, else 1. */
  readonly exit: (code: number) => void;
  readonly logger?: Logger;
  readonly source?: SignalSource;
}

export interface GracefulStop {
  /** What a signal does, for the program itself; later calls join the first. */
  stop(): Promise<void>;
  /** Take the signal handlers off without stopping. */
  dispose(): void;
}

export function gracefulStop(options: GracefulStopOptions): GracefulStop {
  const { signals = ['SIGTERM', 'SIGINT'], source = process } = options;
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    stopping ??= runSteps(options).then(options.exit);
    return stopping;
  };
  // The handlers stay while stopping: without them a second signal would kill the process half way.
  const onSignal = (): void => void stop();
  for (const signal of signals) source.on(signal, onSignal);
  return {
    stop,
    dispose: () => {
      for (const signal of signals) source.off(signal, onSignal);
    },
  };
}

async function runSteps({ steps, timeoutMs, logger }: GracefulStopOptions): Promise<number> {
  let code = 0;
  let current = 'none';
  const run = async (): Promise<void> => {
    for (const step of steps) {
      current = step.name;
      try {
        await step.stop();
      } catch (error) {
        code = 1;
        logger?.error('stop.step_failed', { step: step.name, error });
      }
    }
  };
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<'late'>((resolve) => {
    timer = setTimeout(resolve, timeoutMs, 'late');
  });
  const outcome = await Promise.race([run(), timeout]);
  clearTimeout(timer);
  if (outcome !== 'late') return code;
  logger?.error('stop.timed_out', { step: current });
  return 1;
}
