/** An event as a client sends it: its bytes are kept as they came, never parsed. */
export interface ProposedEvent {
  /** Canonical lower-case UUID. */
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly customMetadata: Uint8Array;
}

/** What counts towards the largest append, in bytes. */
export function sizeOf(event: ProposedEvent): number {
  return event.data.length + event.customMetadata.length + Buffer.byteLength(event.type);
}

/** The largest append in bytes, as in EventStoreDB. */
export const MAX_APPEND_SIZE = 1024 * 1024;
