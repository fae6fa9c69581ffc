/** What a server cannot do it says beforehand, and the client turns that into an error of its own. */
import { randomUUID } from 'node:crypto';
import { persistentSubscriptionToAllSettingsFromDefaults, UnsupportedError } from '@eventstore/db-client';
import { describe, expect, test } from '@jest/globals';
import { type Contract, numbered } from './contract.js';

export function describeCapabilities(contract: Contract): void {
  const create = (group: string): Promise<void> =>
    contract.client.createPersistentSubscriptionToAll(
      group,
      persistentSubscriptionToAllSettingsFromDefaults(),
    );

  describe('capabilities', () => {
    test('persistent subscriptions: they work, or are refused as unsupported', async () => {
      const group = `contract_${randomUUID()}`;
      if (contract.server.persistentSubscriptions) {
        await create(group);
        await contract.client.deletePersistentSubscriptionToAll(group);
      } else {
        await expect(create(group)).rejects.toBeInstanceOf(UnsupportedError);
        await expect(contract.client.deletePersistentSubscriptionToAll(group)).rejects.toBeInstanceOf(
          UnsupportedError,
        );
      }
    });

    test('after a call that was refused as unsupported the client goes on', async () => {
      await create(`contract_${randomUUID()}`).catch(() => undefined);
      expect((await contract.append(contract.stream(), numbered(0), 'no_stream')).success).toBe(true);
    });
  });
}
