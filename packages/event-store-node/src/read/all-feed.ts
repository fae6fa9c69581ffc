/** Delivers the events of all streams in the order they were written. */
import type { EventReader, EventRow } from '../storage/event-reader.js';
import { caughtUpResponse, checkpointResponse, eventResponse } from '../wire/read-response.js';
import { Checkpoints } from './checkpoints.js';
import type { CommitSignal } from './commit-signal.js';
import { type EventFilter, eventFilter } from './event-filter.js';
import type { Outbound } from './outbound.js';
import { PageSize } from './page-size.js';
import type { ReadPlan } from './read-plan.js';
import type { StreamNames } from './stream-names.js';

interface AllFeedDeps {
  readonly reader: EventReader;
  readonly names: StreamNames;
  readonly signal: CommitSignal;
}

export async function feedAll(plan: ReadPlan, outbound: Outbound, deps: AllFeedDeps): Promise<void> {
  const pass = filterOf(plan, deps.names);
  let beyond = firstBeyond(plan, deps.signal.durable);
  const checkpoints = plan.live && plan.filter ? new Checkpoints(plan.filter.interval, beyond) : undefined;
  const size = new PageSize();
  let left = plan.limit;
  let caughtUp = false;
  while (left > 0 && !outbound.ended) {
    const page = deps.reader.allPage(beyond, plan.direction, size.current);
    const isLast = page.length < size.current;
    size.learn(page);
    for (const row of page) {
      const wanted = pass(row);
      if (wanted) await outbound.send(eventResponse(row.record, row.position));
      if (checkpoints?.looked(row.position, wanted)) await outbound.send(checkpointResponse(row.position));
      beyond = row.position;
      if (wanted && --left === 0) return;
      if (outbound.ended) return;
    }
    if (!isLast) {
      await outbound.breathe();
      continue;
    }
    if (!plan.live) return;
    const looked = checkpoints?.atEnd();
    if (looked !== undefined) await outbound.send(checkpointResponse(looked));
    if (!caughtUp) await outbound.send(caughtUpResponse());
    caughtUp = true;
    await deps.signal.wait(beyond, outbound.endSignal);
  }
}

/** The position next to the first event wanted: reads take their start along forwards, nothing else does. */
function firstBeyond(plan: ReadPlan, durable: number): number {
  const { start, direction, live } = plan;
  if (direction === 'backwards') return start === 'start' ? 0 : start === 'end' ? durable + 1 : start;
  if (start === 'start') return 0;
  if (start === 'end') return durable;
  return live ? start : start - 1;
}

function filterOf(plan: ReadPlan, names: StreamNames): (row: EventRow) => boolean {
  if (plan.filter === undefined) return () => true;
  const matches: EventFilter = eventFilter(plan.filter.request);
  return (row) => matches(names.of(row.stream), row.type);
}
