/** BatchAppendReq by hand: one part of an append, many of which travel interleaved on one call. */
import type { ExpectedRevision } from '../append/expected-revision.js';
import type { ProposedEvent } from '../append/proposed-event.js';
import { MalformedMessage, ProtobufReader } from './protobuf-reader.js';
import { decodeUuid } from './uuid.js';

export interface AppendOptions {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  /** Milliseconds since the UNIX epoch; absent: no deadline. */
  readonly deadline: number | undefined;
}

export interface AppendPart {
  /** Which append this is a part of. */
  readonly correlationId: string;
  /** In the first part only. */
  readonly options: AppendOptions | undefined;
  readonly events: readonly ProposedEvent[];
  readonly isFinal: boolean;
  /** Its options or an event in it cannot be read: this one append is refused, the others go on. */
  readonly isMalformed: boolean;
}

/** @throws MalformedMessage when not even the append that it belongs to can be told. */
export function decodeAppendPart(bytes: Buffer): AppendPart {
  const reader = new ProtobufReader(bytes);
  let correlationId: string | undefined;
  let options: Buffer | undefined;
  let isFinal = false;
  const events: Buffer[] = [];
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) correlationId = decodeUuid(reader.delimited());
    else if (field === 2) options = reader.delimited();
    else if (field === 3) events.push(reader.delimited());
    else if (field === 4) isFinal = reader.varint() !== 0;
    else reader.skip();
  }
  if (correlationId === undefined) throw new MalformedMessage();
  try {
    return {
      correlationId,
      options: options && decodeOptions(options),
      events: events.map(decodeProposedEvent),
      isFinal,
      isMalformed: false,
    };
  } catch (error) {
    if (!(error instanceof MalformedMessage)) throw error;
    return { correlationId, options: undefined, events: [], isFinal, isMalformed: true };
  }
}

function decodeOptions(bytes: Buffer): AppendOptions {
  const reader = new ProtobufReader(bytes);
  let stream: string | undefined;
  let expected: ExpectedRevision = { kind: 'any' };
  let deadline: number | undefined;
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) stream = decodeStreamIdentifier(reader.delimited());
    else if (field === 2) expected = { kind: 'exactly', revision: reader.uint64() };
    else if (field === 6) deadline = decodeTimestamp(reader.delimited());
    else {
      if (field === 3) expected = { kind: 'no-stream' };
      if (field === 4) expected = { kind: 'any' };
      if (field === 5) expected = { kind: 'stream-exists' };
      reader.skip();
    }
  }
  if (stream === undefined) throw new MalformedMessage();
  return { stream, expected, deadline };
}

function decodeStreamIdentifier(bytes: Buffer): string {
  const reader = new ProtobufReader(bytes);
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 3) return reader.text();
    reader.skip();
  }
  throw new MalformedMessage();
}

function decodeTimestamp(bytes: Buffer): number {
  const reader = new ProtobufReader(bytes);
  let seconds = 0;
  let nanoseconds = 0;
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) seconds = Number(BigInt.asIntN(64, reader.uint64()));
    else if (field === 2) nanoseconds = reader.varint();
    else reader.skip();
  }
  return seconds * 1000 + nanoseconds / 1_000_000;
}

function decodeProposedEvent(bytes: Buffer): ProposedEvent {
  const reader = new ProtobufReader(bytes);
  let id: string | undefined;
  let type = '';
  let contentType = '';
  let customMetadata: Buffer = EMPTY;
  let data: Buffer = EMPTY;
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) id = decodeUuid(reader.delimited());
    else if (field === 2) {
      const [key, value] = decodeMapEntry(reader.delimited());
      if (key === 'type') type = value;
      if (key === 'content-type') contentType = value;
    } else if (field === 3) customMetadata = reader.delimited();
    else if (field === 4) data = reader.delimited();
    else reader.skip();
  }
  if (id === undefined) throw new MalformedMessage();
  return { id, type, contentType, data, customMetadata };
}

function decodeMapEntry(bytes: Buffer): [key: string, value: string] {
  const reader = new ProtobufReader(bytes);
  let key = '';
  let value = '';
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) key = reader.text();
    else if (field === 2) value = reader.text();
    else reader.skip();
  }
  return [key, value];
}

const EMPTY = Buffer.alloc(0);
