/**
 * Whether an append may be written. The rules are EventStoreDB's own, told from its published behaviour: an
 * append that was written before is answered again and not written twice, and how sure the store is of that
 * depends on what the caller expected.
 */

export type ExpectedRevision =
  | { readonly kind: 'any' }
  | { readonly kind: 'no-stream' }
  | { readonly kind: 'stream-exists' }
  | { readonly kind: 'exactly'; readonly revision: bigint };

/** Where a stream stands when the append is judged, the appends before it in the same group included. */
export interface StreamStanding {
  /** The newest event's revision; -1 if there is none. */
  readonly last: number;
  readonly tombstoned: boolean;
  readonly softDeleted: boolean;
  /** A stream that has only metadata counts as existing. */
  readonly hasMetadata: boolean;
}

/** What the store remembers of a stream's events. */
export interface EventMemory {
  /** Revision of a recently written event of this stream, by its id. */
  recentRevision(id: string): number | undefined;
  /** Whether the event with this id stands at this revision. */
  stands(id: string, revision: number): boolean;
}

export type Verdict =
  | { readonly kind: 'write' }
  /** These events are in the stream already, the last of them at this revision. */
  | { readonly kind: 'written-before'; readonly last: number }
  | { readonly kind: 'wrong-version' }
  | { readonly kind: 'deleted' };

const WRITE: Verdict = { kind: 'write' };
const WRONG_VERSION: Verdict = { kind: 'wrong-version' };
const DELETED: Verdict = { kind: 'deleted' };

export function judgeAppend(
  standing: StreamStanding,
  expected: ExpectedRevision,
  ids: readonly string[],
  memory: EventMemory,
): Verdict {
  if (standing.tombstoned) return DELETED;
  switch (expected.kind) {
    case 'stream-exists':
      if (standing.softDeleted) return DELETED;
      if (standing.last < 0 && !standing.hasMetadata) return WRONG_VERSION;
      return judgeByRecentIds(ids, memory);
    case 'any':
      return judgeByRecentIds(ids, memory);
    case 'no-stream':
      return judgeByPlace(standing, -1, ids, memory);
    case 'exactly':
      // A revision beyond 2^53 is beyond every stream's end, so its last digits do not matter here.
      return judgeByPlace(standing, Number(expected.revision), ids, memory);
  }
}

/** Weak: the caller named no place, so only ids that were seen lately tell a repetition. */
function judgeByRecentIds(ids: readonly string[], memory: EventMemory): Verdict {
  const revisions = ids.map((id) => memory.recentRevision(id));
  const last = revisions.at(-1);
  if (revisions[0] === undefined) return WRITE;
  return revisions.includes(undefined) || last === undefined
    ? WRONG_VERSION
    : { kind: 'written-before', last };
}

/** Strong: the caller named a place, so the events that stand there decide. */
function judgeByPlace(
  standing: StreamStanding,
  expected: number,
  ids: readonly string[],
  memory: EventMemory,
): Verdict {
  if (expected === standing.last) return WRITE;
  if (expected > standing.last) return WRONG_VERSION;
  for (const [index, id] of ids.entries()) {
    if (memory.stands(id, expected + 1 + index)) continue;
    const recreates = index === 0 && expected === -1 && standing.softDeleted;
    return recreates ? WRITE : WRONG_VERSION;
  }
  return { kind: 'written-before', last: expected + ids.length };
}
