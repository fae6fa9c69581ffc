/**
 * A catch-up subscription that survives its connection. The whole store is followed and streams of no interest are
 * passed over here, each pass reported as a checkpoint: so a reader always knows that it has seen everything up to
 * the newest position, which a filter on the server tells only now and then (`decisions/0002-whole-subscription.md`).
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { AllStreamResolvedEvent } from '@eventstore/db-client';
import type { Delivery, RecordedEvent } from './events.js';
import type { SubscribeOptions } from './store.js';

/** What the client's subscriptions have in common: a readable stream that must be told to end. */
interface Source<Item> {
  unsubscribe(): Promise<void>;
  iterator(options: { destroyOnReturn: boolean }): AsyncIterableIterator<Item>;
  resume(): unknown;
  on(event: 'error', listener: () => void): unknown;
}

/**
 * Read a subscription until the signal, the server or the reader ends it. Left half-way it is read to its end
 * unheard: a stream that is merely dropped stays open in the client for ever.
 */
export async function* readUntil<Item>(source: Source<Item>, signal: AbortSignal): AsyncGenerator<Item> {
  const drain = () => void source.resume();
  const end = () => void source.unsubscribe().catch(drain);
  signal.addEventListener('abort', end, { once: true });
  try {
    if (!signal.aborted) yield* source.iterator({ destroyOnReturn: false });
  } finally {
    signal.removeEventListener('abort', end);
    // What fails after the reader has left concerns nobody, and would end the process if nobody listened.
    source.on('error', () => undefined);
    source.unsubscribe().then(drain, drain);
  }
}

interface Following extends SubscribeOptions {
  open(after: bigint | undefined): Source<AllStreamResolvedEvent>;
  head(): Promise<bigint | undefined>;
  recorded(event: NonNullable<AllStreamResolvedEvent['event']>): RecordedEvent;
}

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 2_000;

export async function* subscribeTo(following: Following): AsyncGenerator<Delivery> {
  const { signal } = following;
  const place: Place = { after: following.after, caughtUp: false };
  let wait = FIRST_PAUSE_MS;
  while (!signal.aborted) {
    const before = place.after;
    try {
      yield* readOn(following, place);
    } catch {
      // A lost connection is no news to the reader: the next one resumes behind the last delivered position.
    }
    if (signal.aborted) return;
    wait = place.after === before ? Math.min(wait * 2, LONGEST_PAUSE_MS) : FIRST_PAUSE_MS;
    await pause(wait, undefined, { signal }).catch(() => undefined);
  }
}

interface Place {
  after: bigint | undefined;
  caughtUp: boolean;
}

async function* readOn(following: Following, place: Place): AsyncGenerator<Delivery> {
  const { prefixes, signal } = following;
  const newest = place.caughtUp ? undefined : await following.head();
  const atHead = () => newest === undefined || (place.after !== undefined && place.after >= newest);
  if (!place.caughtUp && atHead()) {
    place.caughtUp = true;
    yield { kind: 'caught-up' };
  }
  for await (const { event } of readUntil(following.open(place.after), signal)) {
    if (!event) continue;
    const position = event.position.commit;
    const wanted = event.isJson && prefixes.some((prefix) => event.streamId.startsWith(prefix));
    place.after = position;
    yield wanted ? { kind: 'event', event: following.recorded(event) } : { kind: 'checkpoint', position };
    if (!place.caughtUp && atHead()) {
      place.caughtUp = true;
      yield { kind: 'caught-up' };
    }
  }
}
