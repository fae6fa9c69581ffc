/**
 * The control: a consent that records withdrawals and overlooks them when it decides, over the same stores, behind a
 * gateway of its own. What the test is worth shows here: it has to go red, under new keys and under old ones.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { createConsentService, migrations } from '@stezhka/consent';
import type { EventStore, RecordedEvent } from '@stezhka/event-store';
import { createGateway } from '@stezhka/gateway';
import { openInstallation, supergraphOf } from '@stezhka/local';
import { createInProcess, withMembership } from '@stezhka/subgraph';
import { createLogger } from '@stezhka/telemetry';
import type { TemporaryNetwork } from '../support/temporary-network.js';

export interface ForgetfulNetwork {
  readonly address: string;
  stop(): Promise<void>;
}

export async function withForgetfulConsent(network: TemporaryNetwork): Promise<ForgetfulNetwork> {
  const now = () => new Date();
  const logger = createLogger({ service: 'test', level: 'silent' });
  const { keyRing } = await openInstallation(network.dir, now);
  const { subgraph } = createConsentService({
    store: overlooking(network.stores.events),
    readModel: await network.stores.readModel('consent', withMembership(migrations)),
    secret: network.secret,
    keyRing,
    random: randomBytes,
  });
  const { contextFactory } = network.running.consent;
  const consent = createInProcess({ subgraph, contextFactory, logger });
  const gateway = await createGateway({
    supergraph: await supergraphOf(Object.values(network.running).map((one) => one.subgraph)),
    subgraphs: { ...network.subgraphs, consent },
    logger,
    newRequestId: randomUUID,
  });
  const { port } = await gateway.listen({ host: '127.0.0.1', port: 0 });
  return {
    address: `http://127.0.0.1:${port}`,
    async stop() {
      await gateway.stop();
      await consent.stop();
    },
  };
}

function overlooking(store: EventStore): EventStore {
  return {
    ...store,
    read: async (stream, options) =>
      (await store.read(stream, options))
        .filter(({ type }) => type !== 'ReferralSharingEnded.v1')
        .map(withoutEffect),
  };
}

/** The event keeps its place, or its stream could no longer be appended to. */
function withoutEffect(event: RecordedEvent): RecordedEvent {
  if (event.type !== 'ConsentWithdrawn.v1') return event;
  return { ...event, data: { ...event.data, agreementIds: [], ended: [], narrowed: [] } };
}
