/**
 * Tells those who have read everything that there is more. Nobody is handed an event here: a subscriber that is
 * woken reads the store again, so what it sees live is exactly what it would have seen later.
 */

export class CommitSignal {
  #durable: number;
  readonly #forAll = new Set<() => void>();
  readonly #forStream = new Map<string, Set<() => void>>();

  constructor(durable: number) {
    this.#durable = durable;
  }

  /** The last position that is on the disk. */
  get durable(): number {
    return this.#durable;
  }

  committed(position: number, streams: ReadonlySet<string>): void {
    if (position <= this.#durable) return;
    this.#durable = position;
    wake(this.#forAll);
    for (const stream of streams) {
      const waiting = this.#forStream.get(stream);
      this.#forStream.delete(stream);
      if (waiting !== undefined) wake(waiting);
    }
  }

  /** Resolves when a position beyond `seen` is durable (in `stream`, if one is named), or the signal aborts. */
  async wait(seen: number, ended: AbortSignal, stream?: string): Promise<void> {
    if (this.#durable > seen || ended.aborted) return;
    const waiting = stream === undefined ? this.#forAll : this.#waitingFor(stream);
    await new Promise<void>((resolve) => {
      const wakeUp = (): void => {
        waiting.delete(wakeUp);
        if (stream !== undefined && waiting.size === 0 && this.#forStream.get(stream) === waiting)
          this.#forStream.delete(stream);
        ended.removeEventListener('abort', wakeUp);
        resolve();
      };
      waiting.add(wakeUp);
      ended.addEventListener('abort', wakeUp);
    });
  }

  #waitingFor(stream: string): Set<() => void> {
    const known = this.#forStream.get(stream);
    if (known !== undefined) return known;
    const created = new Set<() => void>();
    this.#forStream.set(stream, created);
    return created;
  }
}

function wake(waiting: Set<() => void>): void {
  for (const wakeUp of [...waiting]) wakeUp();
}
