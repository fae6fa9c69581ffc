/** Event and correlation ids: text for this client, two signed halves for others; one canonical form inside. */
import { MalformedMessage, ProtobufReader } from './protobuf-reader.js';

const CANONICAL = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** @throws MalformedMessage when the text is not a UUID. */
export function canonicalUuid(text: string): string {
  if (CANONICAL.test(text)) return text;
  const lower = text.toLowerCase();
  if (!CANONICAL.test(lower)) throw new MalformedMessage();
  return lower;
}

export function uuidOfHalves(most: bigint, least: bigint): string {
  const bytes = Buffer.alloc(16);
  bytes.writeBigUInt64BE(BigInt.asUintN(64, most), 0);
  bytes.writeBigUInt64BE(BigInt.asUintN(64, least), 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The protocol's UUID message: either text or two halves. */
export function decodeUuid(bytes: Buffer): string {
  const reader = new ProtobufReader(bytes);
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 2) return canonicalUuid(reader.text());
    if (field === 1) return decodeHalves(reader.delimited());
    reader.skip();
  }
  throw new MalformedMessage();
}

function decodeHalves(bytes: Buffer): string {
  const reader = new ProtobufReader(bytes);
  let most = 0n;
  let least = 0n;
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) most = reader.uint64();
    else if (field === 2) least = reader.uint64();
    else reader.skip();
  }
  return uuidOfHalves(most, least);
}
