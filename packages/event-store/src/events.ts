/**
 * What an event looks like in this network, before and after it is stored.
 *
 * An event's stored name carries its version (`ReferralAccepted.v1`); a published version is never edited.
 * Event data is plain JSON: dates are ISO 8601 strings, numbers are safe integers.
 */

/** An event as a decider writes it: a name with its version, and JSON data. */
export interface DomainEvent<Type extends string = string, Data extends object = object> {
  readonly type: Type;
  readonly data: Data;
}

/** What is kept beside every event: who caused it, by which command, and how it was entered. */
export interface EventMetadata {
  /** HMAC of user, command name, target and the command's key: one command, one id, however often it is sent. */
  readonly commandId: string;
  /** HMAC of the command's payload: tells a retry from another command under the same key. */
  readonly payloadHash: string;
  /** The staff id of the user who gave the command; `system:<workflow>` where a workflow did. */
  readonly causedBy: string;
  /** The id of the event that a workflow answered, absent for a user's command. */
  readonly causationId?: string;
}

/** An event as it is read back: upcast to its newest version, with its place in the store. */
export interface RecordedEvent<Event extends DomainEvent = DomainEvent> {
  readonly id: string;
  readonly type: Event['type'];
  readonly data: Event['data'];
  readonly metadata: EventMetadata;
  /** The stream's full name, `<aggregate>-<id>`. */
  readonly stream: string;
  /** Place in its stream, from 0. */
  readonly revision: bigint;
  /** Place in the whole store: comparable with `<` and `>`, never subtracted. */
  readonly position: bigint;
  /** When the store wrote it. Nobody can set this. */
  readonly recordedAt: Date;
}

/** What a catch-up subscription delivers, in the store's order. */
export type Delivery =
  | { readonly kind: 'event'; readonly event: RecordedEvent }
  /** Everything up to this position has been looked at; nothing of interest was skipped. */
  | { readonly kind: 'checkpoint'; readonly position: bigint }
  | { readonly kind: 'caught-up' };
