/** The decoder written by hand against the encoder that was generated. */
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import empty from 'google-protobuf/google/protobuf/empty_pb.js';
import timestamp from 'google-protobuf/google/protobuf/timestamp_pb.js';
import type { ExpectedRevision } from '../append/expected-revision.js';
import { decodeAppendPart } from './batch-append-request.js';
import { MalformedMessage } from './protobuf-reader.js';

const ID = '0f8fad5b-d9cb-469f-a165-70867728950e';

const event = fc.record({
  id: fc.uuid(),
  type: fc.string({ unit: 'grapheme' }),
  contentType: fc.constantFrom('application/json', 'application/octet-stream', ''),
  data: fc.uint8Array({ maxLength: 400 }),
  customMetadata: fc.uint8Array({ maxLength: 200 }),
});

const expected: fc.Arbitrary<ExpectedRevision> = fc.oneof(
  fc.constantFrom<ExpectedRevision>({ kind: 'any' }, { kind: 'no-stream' }, { kind: 'stream-exists' }),
  fc.bigInt(0n, 2n ** 64n - 1n).map((revision) => ({ kind: 'exactly' as const, revision })),
);

const part = fc.record({
  correlationId: fc.uuid(),
  options: fc.option(
    fc.record({
      stream: fc.string({ unit: 'grapheme', minLength: 1 }),
      expected,
      deadline: fc.option(fc.integer({ min: 0, max: 2 ** 41 }), { nil: undefined }),
    }),
    { nil: undefined },
  ),
  events: fc.array(event, { maxLength: 5 }),
  isFinal: fc.boolean(),
});

type Part = typeof part extends fc.Arbitrary<infer Value> ? Value : never;

function encode({ correlationId, options, events, isFinal }: Part): Buffer {
  const message = new streams.BatchAppendReq()
    .setCorrelationId(new shared.UUID().setString(correlationId))
    .setIsFinal(isFinal);
  if (options !== undefined) message.setOptions(encodeOptions(options));
  for (const { id, type, contentType, data, customMetadata } of events) {
    const proposed = new streams.BatchAppendReq.ProposedMessage()
      .setId(new shared.UUID().setString(id))
      .setData(data)
      .setCustomMetadata(customMetadata);
    proposed.getMetadataMap().set('type', type).set('content-type', contentType);
    message.addProposedMessages(proposed);
  }
  return Buffer.from(message.serializeBinary());
}

function encodeOptions(given: NonNullable<Part['options']>): streams.BatchAppendReq.Options {
  const options = new streams.BatchAppendReq.Options().setStreamIdentifier(
    new shared.StreamIdentifier().setStreamName(Buffer.from(given.stream)),
  );
  if (given.deadline !== undefined) {
    const deadline = new timestamp.Timestamp();
    deadline.fromDate(new Date(given.deadline));
    options.setDeadline(deadline);
  }
  if (given.expected.kind === 'any') options.setAny(new empty.Empty());
  if (given.expected.kind === 'no-stream') options.setNoStream(new empty.Empty());
  if (given.expected.kind === 'stream-exists') options.setStreamExists(new empty.Empty());
  if (given.expected.kind === 'exactly') options.setStreamPosition(given.expected.revision.toString());
  return options;
}

/** Views into the message as plain arrays, so that they compare with what was encoded. */
function plain(bytes: Buffer): unknown {
  const decoded = decodeAppendPart(bytes);
  const events = decoded.events.map((one) => ({
    ...one,
    data: Uint8Array.from(one.data),
    customMetadata: Uint8Array.from(one.customMetadata),
  }));
  return { ...decoded, events };
}

describe('decodeAppendPart', () => {
  test('reads what the generated encoder wrote', () => {
    fc.assert(
      fc.property(part, (given) => {
        expect(plain(encode(given))).toEqual({ ...given, isMalformed: false });
      }),
    );
  });

  test('reads ids as two halves, and in capitals', () => {
    const halves = new shared.UUID.Structured()
      .setMostSignificantBits(BigInt.asIntN(64, 0x0f8fad5bd9cb469fn).toString())
      .setLeastSignificantBits(BigInt.asIntN(64, 0xa16570867728950en).toString());
    const message = new streams.BatchAppendReq().setCorrelationId(new shared.UUID().setStructured(halves));
    expect(decodeAppendPart(Buffer.from(message.serializeBinary())).correlationId).toBe(ID);
    message.setCorrelationId(new shared.UUID().setString(ID.toUpperCase()));
    expect(decodeAppendPart(Buffer.from(message.serializeBinary())).correlationId).toBe(ID);
  });

  test('an event that cannot be read spoils its own append only', () => {
    const message = new streams.BatchAppendReq().setCorrelationId(new shared.UUID().setString(ID));
    message.addProposedMessages(
      new streams.BatchAppendReq.ProposedMessage().setId(new shared.UUID().setString('no uuid')),
    );
    const decoded = decodeAppendPart(Buffer.from(message.serializeBinary()));
    expect(decoded).toMatchObject({ correlationId: ID, isMalformed: true, events: [] });
  });

  test('bytes that are no message are refused, and never read beyond', () => {
    fc.assert(
      fc.property(part, fc.nat(), (given, cut) => {
        const bytes = encode(given);
        const short = bytes.subarray(0, cut % bytes.length);
        try {
          decodeAppendPart(short);
        } catch (error) {
          expect(error).toBeInstanceOf(MalformedMessage);
        }
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        try {
          decodeAppendPart(Buffer.from(bytes));
        } catch (error) {
          expect(error).toBeInstanceOf(MalformedMessage);
        }
      }),
    );
  });
});
