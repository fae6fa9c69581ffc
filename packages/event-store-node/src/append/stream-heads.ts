/**
 * Where each stream stands, events that are still on their way to the disk included. Loaded when first asked
 * for; forgotten again when many others were asked for since, but never while something of it is under way.
 */
import type { EventReader } from '../storage/event-reader.js';
import { dataOfRecord } from '../wire/recorded-event.js';
import { metastreamOf, NO_RULES, originalOf, rulesFrom, type StreamRules } from './stream-rules.js';

export interface StreamHead {
  readonly name: string;
  /** The stream's number in storage; none before its first event. */
  id: number | undefined;
  /** Newest revision, -1 if there is none. */
  last: number;
  tombstoned: boolean;
  rules: StreamRules;
  /** The newest metadata as it was written. */
  metadata: Uint8Array | undefined;
  /** The last position that changed this head. */
  changedAt: number;
}

export class StreamHeads {
  readonly #heads = new Map<string, StreamHead>();

  constructor(
    private readonly reader: EventReader,
    private readonly capacity: number,
  ) {}

  of(name: string): StreamHead {
    const known = this.#heads.get(name);
    if (known !== undefined) return known;
    const loaded = loadHead(this.reader, name);
    this.#heads.set(name, loaded);
    return loaded;
  }

  /** A metadata stream ends with the stream it speaks of. */
  isTombstoned(head: StreamHead): boolean {
    const original = originalOf(head.name);
    return head.tombstoned || (original !== undefined && this.of(original).tombstoned);
  }

  /** Forget the longest known heads that nothing is under way for. */
  trim(durable: number): void {
    let surplus = this.#heads.size - this.capacity;
    for (const [name, head] of this.#heads) {
      if (surplus-- <= 0) return;
      if (head.changedAt <= durable) this.#heads.delete(name);
    }
  }
}

export function loadHead(reader: EventReader, name: string): StreamHead {
  const { id, last = -1, position = 0, tombstoned, metastream } = reader.head(name, metastreamOf(name));
  const newest = metastream === undefined ? undefined : reader.newest(metastream);
  const metadata = newest && dataOfRecord(newest.record);
  return {
    ...{ name, id, last, tombstoned },
    rules: metadata === undefined ? NO_RULES : rulesFrom(metadata),
    metadata,
    changedAt: position,
  };
}
