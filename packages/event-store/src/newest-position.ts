/**
 * Where the store ends for whoever subscribes: behind the newest event that a subscription would deliver. Servers go
 * on writing events of their own, which nobody would ever hear, so waiting for those would never end. The client
 * cannot filter a read, hence the way backwards in pages.
 */
import { BACKWARDS, END, type EventStoreDBClient, type ReadPosition } from '@eventstore/db-client';

/** A quiet weekend leaves thousands of a server's own events behind the last one of ours. */
const LARGEST_PAGE = 4_096;
const GROWTH = 16;

/** What `excludeSystemEvents` leaves out. */
const isSystem = (type: string) => type.startsWith('$');

/** Undefined in a store without events. */
export async function newestPosition(client: EventStoreDBClient): Promise<bigint | undefined> {
  let from: ReadPosition = END;
  for (let size = 1; ; size = Math.min(size * GROWTH, LARGEST_PAGE)) {
    let oldest: ReadPosition | undefined;
    let newest: bigint | undefined;
    // Read to the end: a stream that is left half-way stays open in the client for ever.
    for await (const { event } of client.readAll({
      direction: BACKWARDS,
      fromPosition: from,
      maxCount: size,
    })) {
      if (!event) continue;
      oldest = event.position;
      if (!isSystem(event.type)) newest ??= event.position.commit;
    }
    if (newest !== undefined || oldest === undefined) return newest;
    from = oldest;
  }
}
