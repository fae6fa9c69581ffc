/**
 * When a filtered subscription says how far it has looked. It does so after a fixed number of events looked at,
 * as EventStoreDB does, and whenever it comes to the end with something looked at in vain, so that a reader who
 * waits for a position does not wait for a stranger's next event.
 */

export class Checkpoints {
  #looked = 0;
  /** The last position the subscriber has heard of, by an event or by a checkpoint. */
  #told: number;
  #position: number;

  /** `interval`: how many events are looked at between two checkpoints. */
  constructor(
    readonly interval: number,
    start: number,
  ) {
    this.#told = start;
    this.#position = start;
  }

  /** An event was looked at. Answers whether a checkpoint is due after it. */
  looked(position: number, delivered: boolean): boolean {
    this.#position = position;
    if (delivered) this.#told = position;
    this.#looked += 1;
    if (this.#looked % this.interval !== 0) return false;
    this.#told = position;
    return true;
  }

  /** The end was reached: the position to tell, or undefined if the subscriber knows it. */
  atEnd(): number | undefined {
    if (this.#position === this.#told) return undefined;
    this.#told = this.#position;
    return this.#position;
  }
}

/** EventStoreDB looks through windows of this size unless told otherwise. */
export const DEFAULT_WINDOW = 32;
