/**
 * The newest end of the store, heard once for everybody in this process. A dozen readers follow the same store; were
 * each to hear it for itself, every event would be sent and decoded a dozen times
 * (`decisions/0003-one-live-subscription.md`).
 */
import type { RecordedEvent } from './events.js';
import { readUntil } from './read-until.js';
import { createPauses, type Stored, type WholeStore } from './whole-store.js';

/** An event as the tail keeps it: decoded once, by the first who wants it. */
export interface TailEvent {
  readonly stream: string;
  readonly position: bigint;
  readonly isJson: boolean;
  recorded(): RecordedEvent;
}

/** One reader's ear at the tail, until its signal ends or it leaves. */
export interface Listener {
  /** It is known now from where on the tail hears everything; or the listening is over. */
  begun(): Promise<void>;
  /** Nothing after this position is missing in what the tail still has. */
  reachesBackTo(position: bigint | undefined): boolean;
  /** What comes after a position; ends with the signal, or where the tail has moved on without this reader. */
  after(position: bigint | undefined): AsyncGenerator<TailEvent>;
  leave(): void;
}

export interface Tail {
  /** While anybody listens the store is heard; when the last one has left, nothing is. */
  listen(signal: AbortSignal): Listener;
  /** Nothing is heard any more, whoever has not left. */
  close(): void;
}

/** `length`: how many of the newest events are kept at least; who falls further behind reads on from the store. */
export function createTail(store: WholeStore, length: number): Tail {
  let hearing: Hearing | undefined;
  const listeners = new Set<Listener>();
  const close = () => {
    hearing?.end();
    hearing = undefined;
  };
  return {
    listen(signal) {
      hearing ??= new Hearing(store, length);
      const own = hearing;
      const listener: Listener = {
        begun: () => own.begun(signal),
        reachesBackTo: (position) => own.reachesBackTo(position),
        after: (position) => own.after(position, signal),
        leave() {
          signal.removeEventListener('abort', listener.leave);
          if (listeners.delete(listener) && listeners.size === 0) close();
          // Whoever waits by this ear looks whether its signal has ended.
          own.wake();
        },
      };
      listeners.add(listener);
      // Also for a reader who is never asked for more.
      signal.addEventListener('abort', listener.leave);
      if (signal.aborted) listener.leave();
      return listener;
    },
    close,
  };
}

/** From the first listener to the last one. */
class Hearing {
  readonly #store: WholeStore;
  readonly #length: number;
  readonly #ending = new AbortController();
  /** Settled and made anew with every change: all who wait share it. */
  #change = nextChange();
  readonly #kept: TailEvent[] = [];
  #dropped = 0;
  #begun = false;
  /** Everything after this was heard; undefined is the store's beginning. */
  #floor: bigint | undefined;

  constructor(store: WholeStore, length: number) {
    this.#store = store;
    this.#length = length;
    void this.#hear();
  }

  end(): void {
    this.#ending.abort();
    this.wake();
  }

  /** Whoever waits looks again. */
  wake(): void {
    const { tell } = this.#change;
    this.#change = nextChange();
    tell();
  }

  async begun(signal: AbortSignal): Promise<void> {
    while (!this.#begun && !this.#isOver(signal)) await this.#change.told;
  }

  reachesBackTo(position: bigint | undefined): boolean {
    if (!this.#begun) return false;
    return this.#floor === undefined || (position !== undefined && position >= this.#floor);
  }

  async *after(position: bigint | undefined, signal: AbortSignal): AsyncGenerator<TailEvent> {
    if (!this.reachesBackTo(position)) return;
    let next = this.#dropped;
    while (next >= this.#dropped && !this.#isOver(signal)) {
      const event = this.#kept[next - this.#dropped];
      if (!event) await this.#change.told;
      else {
        next += 1;
        // A reader can be ahead of a tail that has just lost its connection.
        if (position === undefined || event.position > position) yield event;
      }
    }
  }

  async #hear(): Promise<void> {
    const { signal } = this.#ending;
    const pauses = createPauses(signal);
    while (!signal.aborted) {
      const before = this.#last;
      try {
        if (!this.#begun) this.#begin(await this.#store.head());
        for await (const { event } of readUntil(this.#store.open(this.#last), signal))
          if (event) this.#keep(event);
      } catch {
        // A lost connection is no news to those who listen: it is heard on from the last event.
      }
      await pauses.next(this.#last !== before);
    }
  }

  get #last(): bigint | undefined {
    return this.#kept.at(-1)?.position ?? this.#floor;
  }

  #begin(floor: bigint | undefined): void {
    this.#floor = floor;
    this.#begun = true;
    this.wake();
  }

  #keep(event: Stored): void {
    let recorded: RecordedEvent | undefined;
    this.#kept.push({
      stream: event.streamId,
      position: event.position.commit,
      isJson: event.isJson,
      recorded: () => {
        recorded ??= this.#store.recorded(event);
        return recorded;
      },
    });
    if (this.#kept.length === 2 * this.#length) {
      this.#floor = this.#kept[this.#length - 1]!.position;
      this.#dropped += this.#length;
      this.#kept.splice(0, this.#length);
    }
    this.wake();
  }

  #isOver(signal: AbortSignal): boolean {
    return signal.aborted || this.#ending.signal.aborted;
  }
}

function nextChange(): { readonly told: Promise<void>; readonly tell: () => void } {
  let tell = (): void => undefined;
  const told = new Promise<void>((resolve) => {
    tell = resolve;
  });
  return { told, tell };
}
