/**
 * An event as the protocol hands it out. It is encoded once, when it is written: a read only puts two frames
 * around the stored bytes.
 */
import type { ProposedEvent } from '../append/proposed-event.js';
import { ProtobufReader } from './protobuf-reader.js';
import { ProtobufWriter } from './protobuf-writer.js';

/** The revision of a tombstone, the largest there can be. */
export const TOMBSTONE_REVISION = 9_223_372_036_854_775_807n;

const TICKS_PER_MILLISECOND = 10_000n;
const DATA_FIELD = 8;

interface EventPlace {
  readonly stream: string;
  readonly revision: number | bigint;
  readonly position: number;
  /** Milliseconds since the UNIX epoch. */
  readonly created: number;
}

export function encodeRecordedEvent(event: ProposedEvent, place: EventPlace): Buffer {
  const ticks = BigInt(place.created) * TICKS_PER_MILLISECOND;
  return new ProtobufWriter(event.data.length + event.customMetadata.length + 256)
    .message(1, (id) => id.text(2, event.id))
    .message(2, (stream) => stream.text(3, place.stream))
    .number(3, place.revision)
    .number(4, place.position)
    .number(5, place.position)
    .message(6, (entry) => entry.text(1, 'type').text(2, event.type))
    .message(6, (entry) => entry.text(1, 'content-type').text(2, event.contentType))
    .message(6, (entry) => entry.text(1, 'created').text(2, ticks.toString()))
    .bytes(7, event.customMetadata)
    .bytes(DATA_FIELD, event.data)
    .finish();
}

/** The data of a stored record. */
export function dataOfRecord(record: Buffer): Buffer {
  const reader = new ProtobufReader(record);
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === DATA_FIELD) return reader.delimited();
    reader.skip();
  }
  return Buffer.alloc(0);
}
