/**
 * All appends that share one trip to the disk. Whatever was asked for while the previous group was being
 * written goes into the next one, so the price of a durable write is paid once for many.
 */

/** An event as it is stored: its place, what is searched for, and the ready bytes of the protocol's record. */
interface StoredEvent {
  readonly stream: number;
  /** Place in its stream from 0; -1 for a tombstone. */
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  /** Milliseconds since the UNIX epoch. */
  readonly created: number;
  readonly record: Uint8Array;
}

/** What the commit thread receives: all records in one buffer, which is handed over without a copy. */
export interface PackedGroup {
  /** Position of the first event; the others follow without a gap. */
  readonly first: number;
  readonly streams: readonly (readonly [id: number, name: string])[];
  readonly events: readonly PackedEvent[];
  readonly records: Uint8Array<ArrayBuffer>;
}

/** A stored event whose record ends at byte `end` of the group's records. */
type PackedEvent = Omit<StoredEvent, 'record'> & { readonly end: number };

export class Group {
  readonly events: StoredEvent[] = [];
  readonly newStreams: [id: number, name: string][] = [];
  /** Names of the streams that subscribers may be waiting for. */
  readonly touched = new Set<string>();
  /** Run when the group is durable: every answer, also a refusal, may rest on an event of this group. */
  readonly answers: (() => void)[] = [];
  bytes = 0;

  constructor(readonly first: number) {}

  get last(): number {
    return this.first + this.events.length - 1;
  }

  add(name: string, event: StoredEvent): void {
    this.events.push(event);
    this.touched.add(name);
    this.bytes += event.record.length;
  }

  pack(): PackedGroup {
    // Its own buffer, never a slice of the shared pool: handing over a slice would hand over the pool.
    const records = new Uint8Array(this.bytes);
    let end = 0;
    const events = this.events.map(({ record, ...event }) => {
      records.set(record, end);
      end += record.length;
      return { ...event, end };
    });
    return { first: this.first, streams: this.newStreams, events, records };
  }
}
