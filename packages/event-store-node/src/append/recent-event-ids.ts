/**
 * The ids of the events written last, so that an append which names no revision is recognised when it is sent
 * again. Bounded: for older events only an append at an exact revision is recognised.
 */

export interface RecentEvent {
  readonly stream: number;
  readonly revision: number;
  readonly position: number;
}

export class RecentEventIds {
  readonly #byId = new Map<string, RecentEvent>();

  constructor(readonly capacity: number) {}

  find(id: string): RecentEvent | undefined {
    return this.#byId.get(id);
  }

  /** `durable` is the last position on the disk: what is not there yet is never forgotten. */
  remember(id: string, event: RecentEvent, durable: number): void {
    this.#byId.delete(id);
    this.#byId.set(id, event);
    if (this.#byId.size <= this.capacity) return;
    const [oldest] = this.#byId;
    if (oldest !== undefined && oldest[1].position <= durable) this.#byId.delete(oldest[0]);
  }
}
