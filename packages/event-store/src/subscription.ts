/**
 * A catch-up subscription that survives its connection: what is past is read from the store, what is new is heard with
 * everybody else in this process. The whole store is followed and streams of no interest are passed over here, each
 * pass reported as a checkpoint: so a reader always knows that it has seen everything up to the newest position, which
 * a filter on the server tells only now and then (`decisions/0002-whole-subscription.md`).
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { AllStreamResolvedEvent } from '@eventstore/db-client';
import type { Delivery, RecordedEvent } from './events.js';
import { readUntil, type Source } from './source.js';
import type { SubscribeOptions } from './store.js';
import type { Heard, Listener, Tail } from './tail.js';

interface Following extends SubscribeOptions {
  readonly tail: Tail;
  open(after: bigint | undefined): Source<AllStreamResolvedEvent>;
  head(): Promise<bigint | undefined>;
  recorded(event: NonNullable<AllStreamResolvedEvent['event']>): RecordedEvent;
}

/** An old shape that no upcaster can read: passing over it would be forgetting what happened. */
class UnreadableEvent extends Error {
  override readonly name = 'UnreadableEvent';
  constructor(stream: string, position: bigint, options: ErrorOptions) {
    super(`the event at ${position} of ${stream} cannot be read`, options);
  }
}

/** How far this reader is, and how far the store was when it began. */
interface Place {
  after: bigint | undefined;
  newest?: { readonly position: bigint | undefined };
  caughtUp: boolean;
}

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 2_000;

export async function* subscribeTo(following: Following): AsyncGenerator<Delivery> {
  const { signal, tail, head } = following;
  const place: Place = { after: following.after, caughtUp: false };
  const listener = tail.listen();
  let wait = FIRST_PAUSE_MS;
  try {
    await listener.begun(signal);
    while (!signal.aborted) {
      const before = place.after;
      try {
        place.newest ??= { position: await head() };
        if (listener.reachesBackTo(place.after)) {
          yield* hearOn(following, place, listener);
          continue;
        }
        yield* readOn(following, place, listener);
      } catch (error) {
        if (error instanceof UnreadableEvent) throw error;
        // A lost connection is no news to the reader: the next one resumes behind the last delivered position.
      }
      if (signal.aborted || listener.reachesBackTo(place.after)) continue;
      wait = place.after === before ? Math.min(wait * 2, LONGEST_PAUSE_MS) : FIRST_PAUSE_MS;
      await pause(wait, undefined, { signal }).catch(() => undefined);
    }
  } finally {
    listener.leave();
  }
}

/** What is past, from the store, until the tail has all that is to come. */
async function* readOn(following: Following, place: Place, listener: Listener): AsyncGenerator<Delivery> {
  const { signal, open, recorded } = following;
  yield* caughtUpAt(place);
  for await (const { event } of readUntil(open(place.after), signal)) {
    if (!event) continue;
    const { streamId: stream, isJson } = event;
    const position = event.position.commit;
    yield* delivered(following, place, { stream, position, isJson, recorded: () => recorded(event) });
    if (listener.reachesBackTo(place.after)) return;
  }
}

async function* hearOn(following: Following, place: Place, listener: Listener): AsyncGenerator<Delivery> {
  yield* caughtUpAt(place);
  for await (const heard of listener.after(place.after, following.signal))
    yield* delivered(following, place, heard);
}

function* delivered({ prefixes }: Following, place: Place, heard: Heard): Generator<Delivery> {
  const { stream, position, isJson } = heard;
  const wanted = isJson && prefixes.some((prefix) => stream.startsWith(prefix));
  const delivery: Delivery = wanted
    ? { kind: 'event', event: read(heard) }
    : { kind: 'checkpoint', position };
  place.after = position;
  yield delivery;
  yield* caughtUpAt(place);
}

function read({ stream, position, recorded }: Heard): RecordedEvent {
  try {
    return recorded();
  } catch (cause) {
    throw new UnreadableEvent(stream, position, { cause });
  }
}

function* caughtUpAt(place: Place): Generator<Delivery> {
  const newest = place.newest?.position;
  if (place.caughtUp || !(newest === undefined || (place.after !== undefined && place.after >= newest)))
    return;
  place.caughtUp = true;
  yield { kind: 'caught-up' };
}
