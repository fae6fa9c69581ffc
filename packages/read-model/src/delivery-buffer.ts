/**
 * Between a subscription and its projection: whatever has arrived while one transaction ran goes into the next. Live
 * events go through one by one without waiting, a backlog goes in batches.
 */
import type { Delivery, RecordedEvent } from '@stezhka/event-store';

export interface Batch {
  readonly events: readonly RecordedEvent[];
  /** How far the deliveries reach; past the last event where others were passed over. */
  readonly position: bigint | undefined;
}

export interface DeliveryBuffer {
  /** The next batch; `quiet` if nothing came for so long; `ended` when the subscription did. */
  take(quietAfterMs?: number): Promise<Batch | 'quiet' | 'ended'>;
  /** Resolves when the subscription is let go. */
  readonly finished: Promise<void>;
}

const largestBatch = 200;
/** Deliveries held in memory before the subscription is made to wait. */
const fullAt = 1_000;

export function bufferDeliveries(subscription: AsyncIterable<Delivery>, signal: AbortSignal): DeliveryBuffer {
  const held: Delivery[] = [];
  let over: { readonly error?: unknown } | undefined;
  let arrived: (() => void) | undefined;
  let drained: (() => void) | undefined;
  signal.addEventListener('abort', () => drained?.(), { once: true });

  const pump = async (): Promise<void> => {
    try {
      for await (const delivery of subscription) {
        held.push(delivery);
        arrived?.();
        if (held.length >= fullAt && !signal.aborted) {
          await new Promise<void>((resolve) => {
            drained = resolve;
          });
        }
      }
      over = {};
    } catch (error) {
      over = { error };
    }
    arrived?.();
  };
  const finished = pump();

  const assemble = (): Batch => {
    const events: RecordedEvent[] = [];
    let position: bigint | undefined;
    let taken = 0;
    for (const delivery of held) {
      if (delivery.kind === 'event' && events.length === largestBatch) break;
      taken += 1;
      if (delivery.kind === 'caught-up') continue;
      if (delivery.kind === 'event') events.push(delivery.event);
      position = delivery.kind === 'event' ? delivery.event.position : delivery.position;
    }
    held.splice(0, taken);
    drained?.();
    return { events, position };
  };

  const arrival = async (quietAfterMs: number | undefined): Promise<void> => {
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      arrived = resolve;
      if (quietAfterMs !== undefined) timer = setTimeout(resolve, quietAfterMs);
    });
    arrived = undefined;
    clearTimeout(timer);
  };

  return {
    finished,
    async take(quietAfterMs) {
      if (held.length === 0 && over === undefined) await arrival(quietAfterMs);
      if (held.length > 0) return assemble();
      if (over?.error !== undefined) throw over.error;
      return over === undefined ? 'quiet' : 'ended';
    },
  };
}
