/**
 * A catch-up subscription that survives its connection: what is past is read from the store, what is new is heard with
 * everybody else in this process. The whole store is followed and streams of no interest are passed over here, each
 * pass reported as a checkpoint: so a reader always knows that it has seen everything up to the newest position, which
 * a filter on the server tells only now and then (`decisions/0002-whole-subscription.md`).
 */
import type { Delivery, RecordedEvent } from './events.js';
import { readUntil } from './read-until.js';
import type { SubscribeOptions } from './store.js';
import type { Listener, Tail, TailEvent } from './tail.js';
import { createPauses, type WholeStore } from './whole-store.js';

interface Following extends SubscribeOptions, WholeStore {
  readonly tail: Tail;
}

/** How far this reader is, and how far the store was when it began. */
interface Place {
  after: bigint | undefined;
  newest?: { readonly position: bigint | undefined };
  caughtUp: boolean;
}

/** An old shape that no upcaster can read: passing over it would be forgetting what happened. */
class UnreadableEvent extends Error {
  override readonly name = 'UnreadableEvent';
  constructor(stream: string, position: bigint, options: ErrorOptions) {
    super(`the event at ${position} of ${stream} cannot be read`, options);
  }
}

export async function* subscribeTo(following: Following): AsyncGenerator<Delivery> {
  const { signal, tail, head } = following;
  const place: Place = { after: following.after, caughtUp: false };
  const listener = tail.listen(signal);
  const pauses = createPauses(signal);
  try {
    await listener.begun();
    while (!signal.aborted) {
      const before = place.after;
      try {
        place.newest ??= { position: await head() };
        yield* listener.reachesBackTo(place.after)
          ? hearOn(following, place, listener)
          : readOn(following, place, listener);
        // Read up to the tail, or left behind by it: either way the next turn knows.
        if (place.after !== before) continue;
      } catch (error) {
        if (error instanceof UnreadableEvent) throw error;
        // A lost connection is no news to the reader: the next one resumes behind the last delivered position.
      }
      await pauses.next(place.after !== before);
    }
  } finally {
    listener.leave();
  }
}

/** What is past, from the store, until the tail has all that is to come. */
async function* readOn(following: Following, place: Place, listener: Listener): AsyncGenerator<Delivery> {
  const { signal, open, recorded } = following;
  if (noteCaughtUp(place)) yield caughtUp;
  for await (const { event } of readUntil(open(place.after), signal)) {
    if (!event) continue;
    const { streamId: stream, isJson } = event;
    const position = event.position.commit;
    yield delivered(following, place, { stream, position, isJson, recorded: () => recorded(event) });
    if (noteCaughtUp(place)) yield caughtUp;
    if (listener.reachesBackTo(place.after)) return;
  }
}

async function* hearOn(following: Following, place: Place, listener: Listener): AsyncGenerator<Delivery> {
  if (noteCaughtUp(place)) yield caughtUp;
  for await (const event of listener.after(place.after)) {
    yield delivered(following, place, event);
    if (noteCaughtUp(place)) yield caughtUp;
  }
}

function delivered({ prefixes }: Following, place: Place, event: TailEvent): Delivery {
  const { stream, position, isJson } = event;
  const wanted = isJson && prefixes.some((prefix) => stream.startsWith(prefix));
  const delivery: Delivery = wanted
    ? { kind: 'event', event: read(event) }
    : { kind: 'checkpoint', position };
  place.after = position;
  return delivery;
}

function read({ stream, position, recorded }: TailEvent): RecordedEvent {
  try {
    return recorded();
  } catch (cause) {
    throw new UnreadableEvent(stream, position, { cause });
  }
}

const caughtUp: Delivery = { kind: 'caught-up' };

/** Notes when it has come to where the store was when it began: true at that moment alone. */
function noteCaughtUp(place: Place): boolean {
  const newest = place.newest?.position;
  if (place.caughtUp || !(newest === undefined || (place.after !== undefined && place.after >= newest)))
    return false;
  place.caughtUp = true;
  return true;
}
