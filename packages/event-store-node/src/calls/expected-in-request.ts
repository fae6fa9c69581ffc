/** The expected revision and ids as the generated request classes carry them. */
import type shared from '@eventstore/db-client/generated/shared_pb.js';
import type { ExpectedRevision } from '../append/expected-revision.js';
import { canonicalUuid, uuidOfHalves } from '../wire/uuid.js';
import { badRequest } from './rpc-errors.js';

interface RevisionOptions {
  getStreamIdentifier(): shared.StreamIdentifier | undefined;
  hasRevision(): boolean;
  getRevision(): string;
  hasNoStream(): boolean;
  hasStreamExists(): boolean;
}

export interface RequestTarget {
  readonly stream: string;
  readonly expected: ExpectedRevision;
}

export function targetOf(options: RevisionOptions | undefined): RequestTarget {
  if (options === undefined) throw badRequest('options are missing');
  return { stream: streamNameOf(options.getStreamIdentifier()), expected: expectedOf(options) };
}

export function streamNameOf(identifier: shared.StreamIdentifier | undefined): string {
  const name = Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8');
  if (name === '') throw badRequest('a stream needs a name');
  return name;
}

export function uuidOf(id: shared.UUID | undefined): string {
  const halves = id?.getStructured();
  if (halves === undefined) return canonicalUuid(id?.getString() ?? '');
  return uuidOfHalves(BigInt(halves.getMostSignificantBits()), BigInt(halves.getLeastSignificantBits()));
}

function expectedOf(options: RevisionOptions): ExpectedRevision {
  if (options.hasRevision()) return { kind: 'exactly', revision: BigInt(options.getRevision()) };
  if (options.hasNoStream()) return { kind: 'no-stream' };
  if (options.hasStreamExists()) return { kind: 'stream-exists' };
  return { kind: 'any' };
}
