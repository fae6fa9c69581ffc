/**
 * The one seam between the product and the event store. Creation expects that no stream exists; every other
 * append names an exact revision, so two writers can never both believe they were first.
 */
import type { Delivery, DomainEvent, EventMetadata, RecordedEvent } from './events.js';

/** Where a stream must stand for an append to be taken: it must not exist, or end at exactly this revision. */
export type ExpectedRevision = 'no_stream' | bigint;

/** An event with its id and metadata, ready to be appended. */
export interface EventToAppend {
  /** A UUID derived from the command, so that a repeated append is recognised by the store as well. */
  readonly id: string;
  readonly event: DomainEvent;
  readonly metadata: EventMetadata;
}

export interface AppendReceipt {
  /** The stream's last revision after the append. */
  readonly revision: bigint;
  /** The position of the last appended event. */
  readonly position: bigint;
}

export interface SubscribeOptions {
  /** Only events of streams whose name starts with one of these, for instance `referral-`. */
  readonly prefixes: readonly string[];
  /** Resume after this position; absent: from the beginning. */
  readonly after?: bigint;
  /** Ends the subscription. */
  readonly signal: AbortSignal;
}

export interface EventStore {
  /**
   * Append events to a stream as one unit.
   * @throws RevisionConflict when the stream is not where `expected` says.
   */
  append(
    stream: string,
    expected: ExpectedRevision,
    events: readonly EventToAppend[],
  ): Promise<AppendReceipt>;
  /**
   * All events of a stream, oldest first, upcast; an empty array if the stream does not exist. `leader` demands
   * the leader's own copy, as every read that a decision rests on must.
   */
  read(
    stream: string,
    options?: { readonly leader?: boolean; readonly from?: bigint },
  ): Promise<RecordedEvent[]>;
  /** Follow the store: first what has happened, then what happens. Reconnects by itself; never skips. */
  subscribe(options: SubscribeOptions): AsyncIterable<Delivery>;
  /**
   * Follow one stream from after a revision (absent: from its beginning) until the signal ends it. Reconnects by itself.
   */
  follow(
    stream: string,
    options: { readonly from?: bigint; readonly signal: AbortSignal },
  ): AsyncIterable<RecordedEvent>;
  /** The position of the newest event that a subscription delivers, or undefined where there is none. */
  head(): Promise<bigint | undefined>;
  close(): Promise<void>;
}

/** Another writer was faster: the stream is not at the revision that the decision was made on. */
export class RevisionConflict extends Error {
  override readonly name = 'RevisionConflict';
  constructor(readonly stream: string) {
    super(`stream is not at the expected revision: ${stream}`);
  }
}
