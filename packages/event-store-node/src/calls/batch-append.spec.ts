/** Each append of a batch call is answered once, and none can spoil the call for the others. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streamsService from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { type ClientDuplexStream, credentials, type ServiceError, status } from '@grpc/grpc-js';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import timestamp from 'google-protobuf/google/protobuf/timestamp_pb.js';
import { type RunningNode, startNode } from '../index.js';

type Answer = streams.BatchAppendResp;

const dir = mkdtempSync(join(tmpdir(), 'stezhka-batch-'));
let time = Date.UTC(2026, 0, 1);
let node: RunningNode;
let client: InstanceType<typeof streamsService.StreamsClient>;
let call: ClientDuplexStream<streams.BatchAppendReq, Answer>;
let answers: Answer[];
let wake: () => void = () => undefined;

beforeAll(async () => {
  node = await startNode({ dir, now: () => time });
  client = new streamsService.StreamsClient(`127.0.0.1:${node.port}`, credentials.createInsecure());
});

beforeEach(() => {
  answers = [];
  call = client.batchAppend();
  call.on('data', (answer: Answer) => {
    answers.push(answer);
    wake();
  });
  call.on('error', () => undefined);
});

afterEach(() => call.cancel());

afterAll(async () => {
  client.close();
  await node.stop();
  rmSync(dir, { recursive: true, force: true });
});

async function answered(count: number): Promise<Answer[]> {
  while (answers.length < count)
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  return answers;
}

function part(
  correlationId: string,
  isFinal: boolean,
  ids: string[] = [randomUUID()],
): streams.BatchAppendReq {
  const request = new streams.BatchAppendReq()
    .setCorrelationId(new shared.UUID().setString(correlationId))
    .setIsFinal(isFinal);
  for (const id of ids)
    request.addProposedMessages(
      new streams.BatchAppendReq.ProposedMessage()
        .setId(new shared.UUID().setString(id))
        .setData(Buffer.from('{}')),
    );
  return request;
}

function first(
  correlationId: string,
  isFinal: boolean,
  deadline?: number,
  ids?: string[],
): streams.BatchAppendReq {
  const options = new streams.BatchAppendReq.Options().setStreamIdentifier(
    new shared.StreamIdentifier().setStreamName(Buffer.from(`batch-${correlationId}`)),
  );
  if (deadline !== undefined) {
    const at = new timestamp.Timestamp();
    at.fromDate(new Date(deadline));
    options.setDeadline(at);
  }
  return part(correlationId, isFinal, ids).setOptions(options);
}

const errorOf = (answer: Answer | undefined): string | undefined =>
  answer?.getError()?.getDetails()?.getTypeName();
const idOf = (answer: Answer | undefined): string | undefined => answer?.getCorrelationId()?.getString();

test('appends whose parts come interleaved are kept apart', async () => {
  const [one, other] = [randomUUID(), randomUUID()];
  call.write(first(one, false));
  call.write(first(other, false));
  call.write(part(one, false, [randomUUID(), randomUUID()]));
  call.write(part(other, true));
  call.write(part(one, true));
  const [firstDone, secondDone] = await answered(2);
  expect([idOf(firstDone), firstDone?.getSuccess()?.getCurrentRevision()]).toEqual([other, '1']);
  expect([idOf(secondDone), secondDone?.getSuccess()?.getCurrentRevision()]).toEqual([one, '3']);
});

test('an append that is never finished is answered when its deadline comes', async () => {
  const [unfinished, next] = [randomUUID(), randomUUID()];
  call.write(first(unfinished, false, time + 1000));
  call.write(first(next, true, time + 1000));
  expect(idOf((await answered(1))[0])).toBe(next);
  time += 1000;
  const [, late] = await answered(2);
  expect([idOf(late), errorOf(late)]).toEqual([unfinished, 'event_store.client.Timeout']);
  call.write(part(unfinished, true));
  call.write(first(randomUUID(), true));
  expect(await answered(3)).toHaveLength(3);
});

test('an event without a proper id spoils its own append only', async () => {
  const [bad, good] = [randomUUID(), randomUUID()];
  call.write(first(bad, true, undefined, ['no uuid']));
  call.write(first(good, true));
  const both = await answered(2);
  expect(errorOf(both.find((answer) => idOf(answer) === bad))).toBe('event_store.client.BadRequest');
  expect(both.find((answer) => idOf(answer) === good)?.hasSuccess()).toBe(true);
});

test('an append that nobody introduced is refused', async () => {
  call.write(part(randomUUID(), true));
  expect(errorOf((await answered(1))[0])).toBe('event_store.client.BadRequest');
});

test('an append that became too large is answered once, the rest of it is thrown away', async () => {
  const [large, next] = [randomUUID(), randomUUID()];
  const oversized = first(large, false);
  oversized.getProposedMessagesList()[0]?.setData(Buffer.alloc(1024 * 1024 + 1));
  call.write(oversized);
  call.write(part(large, false));
  call.write(part(large, true));
  call.write(first(next, true));
  const both = await answered(2);
  expect(both.map(idOf)).toEqual([large, next]);
  expect(errorOf(both[0])).toBe('event_store.client.MaximumAppendSizeExceeded');
});

test('when the client has said its last word, the call ends after the last answer', async () => {
  const ended = new Promise((resolve) => call.once('end', resolve));
  for (let n = 0; n < 20; n++) call.write(first(randomUUID(), true));
  call.end();
  await ended;
  expect(answers).toHaveLength(20);
});

test('bytes that are no request end the call, not the node', async () => {
  const failed = new Promise<ServiceError>((resolve) => call.once('error', resolve));
  call.write(new streams.BatchAppendReq().setIsFinal(true));
  expect((await failed).code).toBe(status.INVALID_ARGUMENT);
});
