/** Names of streams by their number in storage; a stream never changes its name, so what is known stays true. */
import type { EventReader } from '../storage/event-reader.js';

const CAPACITY = 20_000;

export class StreamNames {
  readonly #names = new Map<number, string>();

  constructor(private readonly reader: EventReader) {}

  of(id: number): string {
    const known = this.#names.get(id);
    if (known !== undefined) return known;
    if (this.#names.size >= CAPACITY) this.#names.clear();
    const name = this.reader.streamName(id);
    this.#names.set(id, name);
    return name;
  }
}
