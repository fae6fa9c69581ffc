/** A subscription as a test sees it: what has come so far, and a way to wait for what must come. */
import type { AllStreamSubscription, ResolvedEvent, StreamSubscription } from '@eventstore/db-client';

export class Followed {
  readonly events: ResolvedEvent[] = [];
  readonly confirmed: Promise<void>;
  readonly caughtUp: Promise<void>;
  readonly #failed: Promise<never>;
  #wakers: (() => void)[] = [];

  constructor(private readonly subscription: StreamSubscription | AllStreamSubscription) {
    const source = subscription as StreamSubscription;
    this.confirmed = new Promise((resolve) => source.once('confirmation', () => resolve()));
    this.caughtUp = new Promise((resolve) => source.once('caughtUp', () => resolve()));
    this.#failed = new Promise((_, reject) => source.once('error', reject));
    // A failure is reported by whoever waits; one that nobody waits for is no failure of the test.
    this.#failed.catch(() => undefined);
    source.on('data', (event: ResolvedEvent) => {
      this.events.push(event);
      for (const wake of this.#wakers.splice(0)) wake();
    });
  }

  /** All that has come, once there are so many; fails if the subscription does. */
  async until(count: number): Promise<ResolvedEvent[]> {
    await Promise.race([this.confirmed, this.#failed]);
    while (this.events.length < count)
      await Promise.race([this.#failed, new Promise<void>((resolve) => this.#wakers.push(resolve))]);
    return this.events;
  }

  stop(): Promise<void> {
    return this.subscription.unsubscribe();
  }
}

/** Run `test` on a subscription and end it, whatever happens. */
export async function following(
  subscription: StreamSubscription | AllStreamSubscription,
  test: (followed: Followed) => Promise<void>,
): Promise<void> {
  const followed = new Followed(subscription);
  try {
    await test(followed);
  } finally {
    await followed.stop();
  }
}
