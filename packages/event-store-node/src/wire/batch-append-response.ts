/** The answer to one append of a batch call. A refusal is an answer too: the call itself stays open. */
import { status } from '@grpc/grpc-js';
import type { AppendOutcome } from '../append/append-outcome.js';
import type { ExpectedRevision } from '../append/expected-revision.js';
import { MAX_APPEND_SIZE } from '../append/proposed-event.js';
import { ProtobufWriter } from './protobuf-writer.js';

interface AnsweredAppend {
  readonly correlationId: string;
  readonly stream: string;
  readonly expected: ExpectedRevision;
}

export function encodeAppendAnswer(append: AnsweredAppend, outcome: AppendOutcome): Buffer {
  const answer = new ProtobufWriter().message(1, (id) => id.text(2, append.correlationId));
  if (outcome.kind === 'appended') {
    answer.message(3, (success) => {
      if (outcome.revision < 0) success.presence(2);
      else success.number(1, outcome.revision);
      const { position } = outcome;
      if (position === undefined) success.presence(4);
      else success.message(3, (place) => place.number(1, position).number(2, position));
    });
  } else {
    const refusal = refusalOf(append, outcome);
    answer.message(2, (error) =>
      error
        .number(1, refusal.code)
        .text(2, refusal.text)
        .message(3, (detail) =>
          detail.text(1, `type.googleapis.com/event_store.client.${refusal.type}`).bytes(2, refusal.value),
        ),
    );
  }
  answer.message(4, (identifier) => identifier.text(3, append.stream));
  writeExpected(answer, append.expected, { exactly: 5, noStream: 6, any: 7, streamExists: 8 });
  return answer.finish();
}

interface Refusal {
  readonly code: status;
  readonly type: string;
  readonly text: string;
  readonly value: Buffer;
}

function refusalOf(append: AnsweredAppend, outcome: Exclude<AppendOutcome, { kind: 'appended' }>): Refusal {
  const value = new ProtobufWriter();
  switch (outcome.kind) {
    case 'wrong-version':
      if (outcome.current < 0) value.presence(2);
      else value.number(1, outcome.current);
      writeExpected(value, append.expected, { exactly: 3, any: 4, streamExists: 5, noStream: 6 });
      return refused(status.FAILED_PRECONDITION, 'WrongExpectedVersion', 'wrong expected version', value);
    case 'deleted':
      value.message(1, (identifier) => identifier.text(3, append.stream));
      return refused(status.FAILED_PRECONDITION, 'StreamDeleted', 'stream is deleted', value);
    case 'too-large':
      value.number(1, MAX_APPEND_SIZE);
      return refused(status.INVALID_ARGUMENT, 'MaximumAppendSizeExceeded', 'append is too large', value);
    case 'timeout':
      return refused(status.DEADLINE_EXCEEDED, 'Timeout', 'deadline exceeded', value);
    case 'bad-request':
      value.text(1, outcome.reason);
      return refused(status.INVALID_ARGUMENT, 'BadRequest', outcome.reason, value);
  }
}

function refused(code: status, type: string, text: string, value: ProtobufWriter): Refusal {
  return { code, type, text, value: value.finish() };
}

type ExpectedFields = Readonly<Record<'exactly' | 'noStream' | 'any' | 'streamExists', number>>;

function writeExpected(writer: ProtobufWriter, expected: ExpectedRevision, fields: ExpectedFields): void {
  switch (expected.kind) {
    case 'exactly':
      writer.number(fields.exactly, expected.revision);
      return;
    case 'no-stream':
      writer.presence(fields.noStream);
      return;
    case 'any':
      writer.presence(fields.any);
      return;
    case 'stream-exists':
      writer.presence(fields.streamExists);
      return;
  }
}
