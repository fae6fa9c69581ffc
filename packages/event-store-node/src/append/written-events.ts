/** Which events have been written, those that are still on their way to the disk included. */
import type { EventReader } from '../storage/event-reader.js';
import type { EventMemory } from './expected-revision.js';
import { type RecentEvent, RecentEventIds } from './recent-event-ids.js';

const RECENT_IDS = 50_000;

export class WrittenEvents {
  readonly #recent = new RecentEventIds(RECENT_IDS);

  /** `durable`: the last position on the disk. */
  constructor(
    private readonly reader: EventReader,
    durable: number,
  ) {
    for (const { id, ...event } of reader.newestIdentities(RECENT_IDS).reverse())
      this.#recent.remember(id, event, durable);
  }

  remember(id: string, event: RecentEvent, durable: number): void {
    this.#recent.remember(id, event, durable);
  }

  /** What is known of a stream, asked about the events with these ids; no stream number: it has no events. */
  inStream(stream: number | undefined, ids: readonly string[]): EventMemory {
    const recentRevision = (id: string): number | undefined => {
      const event = this.#recent.find(id);
      return event !== undefined && event.stream === stream ? event.revision : undefined;
    };
    let stored: { from: number; ids: string[] } | undefined;
    const stands = (id: string, revision: number): boolean => {
      // Events under way are not in storage yet, but they are all among the recent ids.
      if (recentRevision(id) === revision) return true;
      if (stream === undefined) return false;
      stored ??= { from: revision, ids: this.#idsFrom(stream, revision, ids.length) };
      return stored.ids[revision - stored.from] === id;
    };
    return { recentRevision, stands };
  }

  /** The position of the event at a revision, with this id. */
  positionOf(stream: number | undefined, revision: number, id: string | undefined): number | undefined {
    if (stream === undefined) return undefined;
    const recent = id === undefined ? undefined : this.#recent.find(id);
    if (recent?.stream === stream && recent.revision === revision) return recent.position;
    return this.reader.identities(stream, revision, 1)[0]?.position;
  }

  #idsFrom(stream: number, revision: number, count: number): string[] {
    return this.reader.identities(stream, revision, count).map(({ id }) => id);
  }
}
