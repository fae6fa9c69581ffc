/** What is written by hand must be read by the client's own decoder. */
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { AppendOutcome } from '../append/append-outcome.js';
import { encodeAppendAnswer } from './batch-append-response.js';
import {
  caughtUpResponse,
  checkpointResponse,
  confirmationResponse,
  eventResponse,
  streamNotFoundResponse,
} from './read-response.js';
import { dataOfRecord, encodeRecordedEvent, TOMBSTONE_REVISION } from './recorded-event.js';

const CORRELATION = '0f8fad5b-d9cb-469f-a165-70867728950e';
const position = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });

function answerTo(outcome: AppendOutcome) {
  const append = {
    correlationId: CORRELATION,
    stream: 'стежка-1',
    expected: { kind: 'exactly', revision: 7n } as const,
  };
  return streams.BatchAppendResp.deserializeBinary(encodeAppendAnswer(append, outcome));
}

describe('a recorded event', () => {
  const proposed = fc.record({
    id: fc.uuid(),
    type: fc.string({ unit: 'grapheme' }),
    contentType: fc.constantFrom('application/json', 'application/octet-stream'),
    data: fc.uint8Array({ maxLength: 1000 }),
    customMetadata: fc.uint8Array({ maxLength: 300 }),
  });
  const place = fc.record({
    stream: fc.string({ unit: 'grapheme', minLength: 1 }),
    revision: fc.oneof(fc.nat(), fc.constant(TOMBSTONE_REVISION)),
    position,
    created: fc.integer({ min: 0, max: 2 ** 42 }),
  });

  test('is read back as it was', () => {
    fc.assert(
      fc.property(proposed, place, (event, at) => {
        const record = encodeRecordedEvent(event, at);
        const response = streams.ReadResp.deserializeBinary(eventResponse(record, at.position)).getEvent();
        const read = response?.getEvent();
        expect(response?.getCommitPosition()).toBe(String(at.position));
        expect(read?.getId()?.getString()).toBe(event.id);
        expect(Buffer.from(read?.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString()).toBe(
          at.stream,
        );
        expect(read?.getStreamRevision()).toBe(String(at.revision));
        expect([read?.getCommitPosition(), read?.getPreparePosition()]).toEqual([
          String(at.position),
          String(at.position),
        ]);
        expect(read?.getMetadataMap().get('type')).toBe(event.type);
        expect(read?.getMetadataMap().get('content-type')).toBe(event.contentType);
        expect(read?.getMetadataMap().get('created')).toBe(String(BigInt(at.created) * 10_000n));
        expect(Buffer.from(read?.getData_asU8() ?? []).equals(Buffer.from(event.data))).toBe(true);
        expect(
          Buffer.from(read?.getCustomMetadata_asU8() ?? []).equals(Buffer.from(event.customMetadata)),
        ).toBe(true);
        expect(dataOfRecord(record).equals(Buffer.from(event.data))).toBe(true);
      }),
    );
  });
});

test('the other answers of a read', () => {
  const read = (bytes: Buffer) => streams.ReadResp.deserializeBinary(bytes);
  expect(read(confirmationResponse('an-id')).getConfirmation()?.getSubscriptionId()).toBe('an-id');
  expect(read(caughtUpResponse()).hasCaughtUp()).toBe(true);
  const missing = read(streamNotFoundResponse('стежка')).getStreamNotFound()?.getStreamIdentifier();
  expect(Buffer.from(missing?.getStreamName_asU8() ?? []).toString()).toBe('стежка');
  fc.assert(
    fc.property(position, (at) => {
      const checkpoint = read(checkpointResponse(at)).getCheckpoint();
      expect([checkpoint?.getCommitPosition(), checkpoint?.getPreparePosition()]).toEqual([
        String(at),
        String(at),
      ]);
    }),
  );
});

describe('the answer to an append', () => {
  test('success', () => {
    const answer = answerTo({ kind: 'appended', revision: 4, position: 2 ** 40 });
    expect(answer.getCorrelationId()?.getString()).toBe(CORRELATION);
    expect(answer.getSuccess()?.getCurrentRevision()).toBe('4');
    expect(answer.getSuccess()?.getPosition()?.getCommitPosition()).toBe(String(2 ** 40));
    expect(answer.getStreamPosition()).toBe('7');
  });

  test('success that wrote nothing', () => {
    const answer = answerTo({ kind: 'appended', revision: -1, position: undefined });
    expect(answer.getSuccess()?.hasNoStream()).toBe(true);
    expect(answer.getSuccess()?.hasNoPosition()).toBe(true);
  });

  test.each<[AppendOutcome, string]>([
    [{ kind: 'wrong-version', current: 3 }, 'WrongExpectedVersion'],
    [{ kind: 'deleted' }, 'StreamDeleted'],
    [{ kind: 'too-large' }, 'MaximumAppendSizeExceeded'],
    [{ kind: 'timeout' }, 'Timeout'],
    [{ kind: 'bad-request', reason: 'why' }, 'BadRequest'],
  ])('%j', (outcome, type) => {
    const answer = answerTo(outcome);
    expect(answer.getError()?.getDetails()?.getTypeName()).toBe(`event_store.client.${type}`);
    expect(Buffer.from(answer.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString()).toBe('стежка-1');
  });

  test('a wrong version says what is there', () => {
    const unpack = (current: number) =>
      answerTo({ kind: 'wrong-version', current })
        .getError()
        ?.getDetails()
        ?.unpack(shared.WrongExpectedVersion.deserializeBinary, 'event_store.client.WrongExpectedVersion');
    expect(unpack(3)?.getCurrentStreamRevision()).toBe('3');
    expect(unpack(3)?.getExpectedStreamPosition()).toBe('7');
    expect(unpack(-1)?.hasCurrentNoStream()).toBe(true);
  });
});
