/**
 * What the store owes, kept outside the store: each append that was acknowledged, against what is found after a
 * restart. Finds what was lost, what is there in part, what is there twice and what has moved.
 */

export interface Acknowledged {
  readonly append: string;
  readonly stream: string;
  readonly events: number;
  /** Revision and position of the append's last event. */
  readonly revision: bigint;
  readonly position: bigint;
}

export interface Found {
  readonly append: string;
  readonly index: number;
  readonly of: number;
  readonly id: string;
  readonly stream: string;
  readonly revision: bigint;
  readonly position: bigint;
}

export class Ledger {
  readonly #acknowledged = new Map<string, Acknowledged>();
  readonly #found = new Map<string, Found[]>();
  readonly #ids = new Set<string>();
  readonly #nextRevision = new Map<string, bigint>();
  #position = 0n;

  /** The last position that was looked at. */
  get position(): bigint {
    return this.#position;
  }

  get size(): { appends: number; events: number } {
    return { appends: this.#found.size, events: this.#ids.size };
  }

  /** Appends that are there although nobody was told: the kill came between the disk and the answer. */
  get untold(): number {
    return [...this.#found.keys()].filter((append) => !this.#acknowledged.has(append)).length;
  }

  acknowledge(receipt: Acknowledged): void {
    this.#acknowledged.set(receipt.append, receipt);
  }

  /** Take the next event in the order of the whole store. */
  find(event: Found): void {
    demand(event.position === this.#position + 1n, 'positions have a gap or turn back', event);
    demand(event.revision === (this.#nextRevision.get(event.stream) ?? 0n), 'revisions have a gap', event);
    demand(!this.#ids.has(event.id), 'an event is there twice', event);
    this.#position = event.position;
    this.#nextRevision.set(event.stream, event.revision + 1n);
    this.#ids.add(event.id);
    const others = this.#found.get(event.append) ?? [];
    demand(others.length === event.index, 'the events of an append are not in order', event);
    const last = others.at(-1);
    demand(
      last === undefined || last.position + 1n === event.position,
      'an append is not in one piece',
      event,
    );
    this.#found.set(event.append, [...others, event]);
  }

  /** After everything was read: nothing acknowledged is missing, nothing is there in part. */
  balance(): void {
    for (const events of this.#found.values()) {
      const [first] = events;
      demand(first !== undefined && first.of === events.length, 'an append is there in part', first);
    }
    for (const receipt of this.#acknowledged.values()) {
      const last = this.#found.get(receipt.append)?.at(-1);
      demand(last !== undefined, 'an acknowledged append is lost', receipt);
      demand(
        last?.stream === receipt.stream &&
          last.revision === receipt.revision &&
          last.position === receipt.position,
        'an acknowledged append is not where it was said to be',
        receipt,
      );
    }
  }
}

function demand(holds: boolean, fault: string, subject: unknown): void {
  if (holds) return;
  const text = JSON.stringify(subject, (_, value) => (typeof value === 'bigint' ? String(value) : value));
  throw new Error(`${fault}: ${text}`);
}
