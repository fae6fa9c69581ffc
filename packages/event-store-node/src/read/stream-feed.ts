/** Delivers the events of one stream, as far as its metadata lets them be read. */
import { loadHead, type StreamHead } from '../append/stream-heads.js';
import { firstReadable, originalOf } from '../append/stream-rules.js';
import type { EventReader } from '../storage/event-reader.js';
import { caughtUpResponse, eventResponse, streamNotFoundResponse } from '../wire/read-response.js';
import type { CommitSignal } from './commit-signal.js';
import type { Outbound } from './outbound.js';
import { PageSize } from './page-size.js';
import type { ReadPlan } from './read-plan.js';

interface StreamFeedDeps {
  readonly reader: EventReader;
  readonly signal: CommitSignal;
  /** Milliseconds since the UNIX epoch. */
  readonly now: () => number;
}

/** The stream has been ended for ever. */
export class StreamDeleted extends Error {
  override readonly name = 'StreamDeleted';
  constructor(readonly stream: string) {
    super('the stream is deleted');
  }
}

/** @throws StreamDeleted */
export async function feedStream(
  stream: string,
  plan: ReadPlan,
  outbound: Outbound,
  deps: StreamFeedDeps,
): Promise<void> {
  const head = durableHead(deps.reader, stream);
  if (!plan.live && (head.last < 0 || head.rules.softDeleted)) {
    await outbound.send(streamNotFoundResponse(stream));
    return;
  }
  if (plan.live) return follow(stream, firstFollowed(plan, head.last), outbound, deps);
  if (head.id === undefined) return;
  const lowest = firstReadable(head.rules, head.last);
  const size = new PageSize();
  let next = firstRead(plan, head.last, lowest);
  let left = plan.limit;
  while (left > 0 && next >= lowest && !outbound.ended) {
    const page = deps.reader.streamPage(head.id, next, plan.direction, size.current);
    const isLast = page.length < size.current;
    size.learn(page);
    for (const row of page) {
      if (row.revision < lowest || outbound.ended) return;
      next = plan.direction === 'forwards' ? row.revision + 1 : row.revision - 1;
      if (isTooOld(head, row.created, deps)) continue;
      await outbound.send(eventResponse(row.record, row.position));
      if (--left === 0) return;
    }
    if (isLast) return;
    await outbound.breathe();
  }
}

async function follow(stream: string, from: number, outbound: Outbound, deps: StreamFeedDeps): Promise<void> {
  const size = new PageSize();
  let next = from;
  let caughtUp = false;
  while (!outbound.ended) {
    const seen = deps.signal.durable;
    const head = durableHead(deps.reader, stream);
    next = Math.max(next, head.rules.softDeleted ? 0 : firstReadable(head.rules, head.last));
    const page =
      head.id === undefined || head.rules.softDeleted
        ? []
        : deps.reader.streamPage(head.id, next, 'forwards', size.current);
    const isLast = page.length < size.current;
    size.learn(page);
    for (const row of page) {
      next = row.revision + 1;
      if (isTooOld(head, row.created, deps)) continue;
      await outbound.send(eventResponse(row.record, row.position));
      if (outbound.ended) return;
    }
    if (!isLast) {
      await outbound.breathe();
      continue;
    }
    if (!caughtUp) await outbound.send(caughtUpResponse());
    caughtUp = true;
    await deps.signal.wait(seen, outbound.endSignal, stream);
  }
}

function durableHead(reader: EventReader, stream: string): StreamHead {
  const head = loadHead(reader, stream);
  const original = originalOf(stream);
  const ended = head.tombstoned || (original !== undefined && loadHead(reader, original).tombstoned);
  if (ended) throw new StreamDeleted(stream);
  return head;
}

function firstFollowed(plan: ReadPlan, last: number): number {
  if (plan.start === 'start') return 0;
  return plan.start === 'end' ? last + 1 : plan.start + 1;
}

function firstRead(plan: ReadPlan, last: number, lowest: number): number {
  if (plan.direction === 'forwards')
    return plan.start === 'end' ? last + 1 : Math.max(lowest, plan.start === 'start' ? 0 : plan.start);
  if (plan.start === 'start') return 0;
  return plan.start === 'end' ? last : Math.min(last, plan.start);
}

function isTooOld(head: StreamHead, created: number, deps: StreamFeedDeps): boolean {
  return head.rules.maxAge !== undefined && created < deps.now() - head.rules.maxAge;
}
