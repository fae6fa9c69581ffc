/** The service at work in a small network: what its neighbours published is known, and consent answers. */
import type { DomainEvent } from '@stezhka/event-store';
import { householdOpened, playConsent } from './other-services.js';
import { overTheGraph } from './over-the-graph.js';
import { type ServiceAtWork, startService, tokens } from './service-at-work.js';

export interface Scene {
  readonly service: ServiceAtWork;
  readonly consent: ReturnType<typeof playConsent>;
  readonly graph: ReturnType<typeof overTheGraph>;
  /** The token of the first such event of a referral, as soon as it is there. */
  untilEvent(referralId: string, type: string): Promise<string>;
  stop(): Promise<void>;
}

const LONGEST_WAIT_MS = 20_000;

/** Streams by name, beside a household of the sender that is there in any case. */
export async function startScene(
  streams: Readonly<Record<string, readonly DomainEvent[]>>,
  ...how: Parameters<typeof startService>
): Promise<Scene> {
  const service = await startService(...how);
  const consent = playConsent(service);
  const stop = async () => {
    await consent.stop();
    await service.stop();
  };
  let position = await service.published('household-household', householdOpened('household'));
  for (const [stream, events] of Object.entries(streams))
    position = await service.published(stream, ...events);
  if (!(await service.projections.waitFor(position, LONGEST_WAIT_MS))) {
    await stop();
    throw new Error('the projections did not come this far');
  }
  return {
    service,
    consent,
    graph: overTheGraph(service),
    async untilEvent(referralId, type) {
      const signal = AbortSignal.timeout(LONGEST_WAIT_MS);
      for await (const event of service.store.follow(`referral-${referralId}`, { signal }))
        if (event.type === type) return tokens.seal(event.position);
      throw new Error(`${type} did not come`);
    },
    stop,
  };
}
