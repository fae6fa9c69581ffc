/**
 * What a stream's metadata says about which of its events may still be read. Metadata is an ordinary event in
 * the stream `$$<name>`; the last one counts.
 */

/** A stream is deleted softly by forgetting everything before the largest revision there can be. */
const FORGET_ALL = '9223372036854775807';

export interface StreamRules {
  readonly softDeleted: boolean;
  /** Events before this revision are not read. */
  readonly truncateBefore: number;
  /** Only this many of the newest events are read. */
  readonly maxCount: number | undefined;
  /** Events older than this many milliseconds are not read. */
  readonly maxAge: number | undefined;
}

export const NO_RULES: StreamRules = {
  softDeleted: false,
  truncateBefore: 0,
  maxCount: undefined,
  maxAge: undefined,
};

export const METADATA_TYPE = '$metadata';

export function metastreamOf(stream: string): string {
  return `$$${stream}`;
}

/** The stream that a metadata stream speaks of, or undefined for any other stream. */
export function originalOf(stream: string): string | undefined {
  return stream.startsWith('$$') ? stream.slice(2) : undefined;
}

/** Metadata that is not a JSON object says nothing. */
export function rulesFrom(metadata: Uint8Array): StreamRules {
  const values = parseObject(metadata);
  const truncateBefore = positive(values.$tb) ?? 0;
  const maxAge = positive(values.$maxAge);
  return {
    softDeleted: truncateBefore > Number.MAX_SAFE_INTEGER,
    truncateBefore,
    maxCount: positive(values.$maxCount),
    maxAge: maxAge === undefined ? undefined : maxAge * 1000,
  };
}

/** The metadata event's data for a soft deletion. */
export function softDeletion(): Buffer {
  // Written by hand: the number is too large for JSON.stringify to keep.
  return Buffer.from(`{"$tb":${FORGET_ALL}}`);
}

/** The metadata of a stream that lives again from a revision on: everything else stays as it was. */
export function recreation(metadata: Uint8Array, from: number): Buffer {
  return Buffer.from(JSON.stringify({ ...parseObject(metadata), $tb: from }));
}

/** The first revision that may be read, given the stream's newest. */
export function firstReadable(rules: StreamRules, last: number): number {
  if (rules.softDeleted) return Number.MAX_SAFE_INTEGER;
  const kept = rules.maxCount === undefined ? 0 : last + 1 - rules.maxCount;
  return Math.max(0, rules.truncateBefore, kept);
}

function parseObject(bytes: Uint8Array): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
  } catch {
    return {};
  }
}

function positive(value: unknown): number | undefined {
  return typeof value === 'number' && value > 0 ? value : undefined;
}
