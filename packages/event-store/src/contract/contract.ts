/** What the suite's tests share: one client, names that nobody else uses, and readable events. */
import { randomUUID } from 'node:crypto';
import {
  type AppendExpectedRevision,
  type AppendResult,
  type EventData,
  EventStoreDBClient,
  type JSONEventData,
  type JSONEventType,
  jsonEvent,
  type ResolvedEvent,
} from '@eventstore/db-client';

/** A server under test. */
export interface ContractServer {
  /** Asked for once, before the first test. */
  connectionString(): string | Promise<string>;
  /** Whether it has persistent subscriptions; a server without them must say so. Absent: it has none. */
  readonly persistentSubscriptions?: boolean;
}

export type NumberedEvent = JSONEventType<string, { n: number }>;

export class Contract {
  #client: EventStoreDBClient | undefined;

  constructor(readonly server: ContractServer) {}

  async connect(): Promise<void> {
    // One client for the whole process: the client keeps its pending appends in one place for all of them.
    this.#client = EventStoreDBClient.connectionString(await this.server.connectionString());
  }

  async disconnect(): Promise<void> {
    await this.#client?.dispose();
  }

  get client(): EventStoreDBClient {
    if (this.#client === undefined) throw new Error('the contract is not connected');
    return this.#client;
  }

  /** A name that no other test and no other run uses. */
  stream(subject = 'stream'): string {
    return `contract_${randomUUID()}-${subject}`;
  }

  append(
    stream: string,
    events: EventData | EventData[],
    expectedRevision: AppendExpectedRevision = 'any',
  ): Promise<AppendResult> {
    return this.client.appendToStream(stream, events, { expectedRevision });
  }
}

/** An event that can be told from its neighbours. */
export function numbered(n: number, type = 'Counted'): JSONEventData<NumberedEvent> {
  return jsonEvent<NumberedEvent>({ type, data: { n } });
}

export function numberedFrom(first: number, count: number, type?: string): JSONEventData<NumberedEvent>[] {
  return Array.from({ length: count }, (_, index) => numbered(first + index, type));
}

/** The numbers of numbered events, in the order they came. */
export function numbersOf(events: readonly ResolvedEvent[]): number[] {
  return events.map(({ event }) => (event === undefined ? Number.NaN : (event.data as { n: number }).n));
}

export function revisionsOf(events: readonly ResolvedEvent[]): bigint[] {
  return events.map(({ event }) => event?.revision ?? -1n);
}

/** Commit positions in the order the events came. */
export function positionsOf(events: readonly ResolvedEvent[]): bigint[] {
  return events.map(({ event }) => event?.position?.commit ?? -1n);
}

export async function collect(stream: AsyncIterable<ResolvedEvent>): Promise<ResolvedEvent[]> {
  const events: ResolvedEvent[] = [];
  for await (const event of stream) events.push(event);
  return events;
}

/** Whether each is larger than the one before. */
export function isIncreasing(positions: readonly bigint[]): boolean {
  return positions.every((position, index) => index === 0 || position > (positions[index - 1] ?? position));
}
