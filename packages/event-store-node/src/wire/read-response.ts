/** What a read or a subscription sends, as ready bytes. */
import { ProtobufWriter } from './protobuf-writer.js';

export function eventResponse(record: Buffer, position: number): Buffer {
  return new ProtobufWriter(record.length + 40)
    .message(1, (event) => event.bytes(1, record).number(3, position))
    .finish();
}

export function confirmationResponse(subscriptionId: string): Buffer {
  return new ProtobufWriter().message(2, (confirmation) => confirmation.text(1, subscriptionId)).finish();
}

/** Everything up to this position has been looked at. */
export function checkpointResponse(position: number): Buffer {
  return new ProtobufWriter()
    .message(3, (checkpoint) => checkpoint.number(1, position).number(2, position))
    .finish();
}

export function streamNotFoundResponse(stream: string): Buffer {
  return new ProtobufWriter()
    .message(4, (notFound) => notFound.message(1, (identifier) => identifier.text(3, stream)))
    .finish();
}

export function caughtUpResponse(): Buffer {
  return new ProtobufWriter().presence(8).finish();
}
