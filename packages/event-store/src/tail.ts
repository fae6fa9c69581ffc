/**
 * The newest end of the store, heard once for everybody in this process. A dozen readers follow the same store; were
 * each to hear it for itself, every event would be sent and decoded a dozen times
 * (`decisions/0003-one-live-subscription.md`).
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { AllStreamResolvedEvent } from '@eventstore/db-client';
import type { RecordedEvent } from './events.js';
import { readUntil, type Source } from './source.js';

/** An event as the tail keeps it: decoded once, by the first who wants it. */
export interface Heard {
  readonly stream: string;
  readonly position: bigint;
  readonly isJson: boolean;
  recorded(): RecordedEvent;
}

export interface Listener {
  /** It is known now from where on the tail hears everything. Resolves as well when the signal ends the wait. */
  begun(signal: AbortSignal): Promise<void>;
  /** Nothing after this position is missing in what the tail still has. */
  reachesBackTo(position: bigint | undefined): boolean;
  /** What comes after a position, until the signal ends it or the tail has moved on without this reader. */
  after(position: bigint | undefined, signal: AbortSignal): AsyncGenerator<Heard>;
  /** When the last one has left, nothing is heard any more. */
  leave(): void;
}

export interface TailOptions {
  /** How many of the newest events are kept at least; who falls further behind reads on from the store. */
  readonly length: number;
  open(after: bigint | undefined): Source<AllStreamResolvedEvent>;
  head(): Promise<bigint | undefined>;
  recorded(event: NonNullable<AllStreamResolvedEvent['event']>): RecordedEvent;
}

export interface Tail {
  listen(): Listener;
}

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 2_000;

export function createTail(options: TailOptions): Tail {
  let hearing: Hearing | undefined;
  let listeners = 0;
  return {
    listen() {
      hearing ??= new Hearing(options);
      listeners += 1;
      const own = hearing;
      return {
        begun: (signal) => own.begun(signal),
        reachesBackTo: (position) => own.reachesBackTo(position),
        after: (position, signal) => own.after(position, signal),
        leave() {
          listeners -= 1;
          if (listeners > 0) return;
          own.end();
          hearing = undefined;
        },
      };
    },
  };
}

/** From the first listener to the last one. */
class Hearing {
  readonly #options: TailOptions;
  readonly #ending = new AbortController();
  readonly #waiting = new Set<() => void>();
  readonly #kept: Heard[] = [];
  #dropped = 0;
  #begun = false;
  /** Everything after this was heard; undefined is the store's beginning. */
  #floor: bigint | undefined;

  constructor(options: TailOptions) {
    this.#options = options;
    void this.#hear();
  }

  end(): void {
    this.#ending.abort();
  }

  async begun(signal: AbortSignal): Promise<void> {
    while (!this.#begun && !signal.aborted) await this.#change(signal);
  }

  reachesBackTo(position: bigint | undefined): boolean {
    if (!this.#begun) return false;
    return this.#floor === undefined || (position !== undefined && position >= this.#floor);
  }

  async *after(position: bigint | undefined, signal: AbortSignal): AsyncGenerator<Heard> {
    const place = position === undefined ? 0 : this.#kept.findIndex((one) => one.position > position);
    let next = this.#dropped + (place === -1 ? this.#kept.length : place);
    while (!signal.aborted && next >= this.#dropped) {
      const heard = this.#kept[next - this.#dropped];
      if (heard) {
        next += 1;
        yield heard;
      } else await this.#change(signal);
    }
  }

  async #hear(): Promise<void> {
    const { signal } = this.#ending;
    const { open, head } = this.#options;
    let wait = FIRST_PAUSE_MS;
    while (!signal.aborted) {
      const before = this.#last;
      try {
        if (!this.#begun) this.#begin(await head());
        for await (const { event } of readUntil(open(this.#last), signal)) if (event) this.#keep(event);
      } catch {
        // A lost connection is no news to those who listen: it is heard on from the last event.
      }
      wait = this.#last === before ? Math.min(wait * 2, LONGEST_PAUSE_MS) : FIRST_PAUSE_MS;
      await pause(wait, undefined, { signal }).catch(() => undefined);
    }
  }

  get #last(): bigint | undefined {
    return this.#kept.at(-1)?.position ?? this.#floor;
  }

  #begin(floor: bigint | undefined): void {
    this.#floor = floor;
    this.#begun = true;
    this.#wake();
  }

  #keep(event: NonNullable<AllStreamResolvedEvent['event']>): void {
    let recorded: RecordedEvent | undefined;
    this.#kept.push({
      stream: event.streamId,
      position: event.position.commit,
      isJson: event.isJson,
      recorded: () => {
        recorded ??= this.#options.recorded(event);
        return recorded;
      },
    });
    const { length } = this.#options;
    if (this.#kept.length === 2 * length) {
      this.#floor = this.#kept[length - 1]!.position;
      this.#dropped += length;
      this.#kept.splice(0, length);
    }
    this.#wake();
  }

  #wake(): void {
    for (const wake of [...this.#waiting]) wake();
  }

  #change(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        this.#waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.#waiting.add(wake);
      signal.addEventListener('abort', wake);
      if (signal.aborted) wake();
    });
  }
}
