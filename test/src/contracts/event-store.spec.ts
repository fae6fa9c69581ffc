/** The same promises, from the embedded node and from any server that is named. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { eventStoreContract } from '@stezhka/event-store/contract';
import { type RunningNode, startNode } from '@stezhka/event-store-node';

const dir = mkdtempSync(join(tmpdir(), 'stezhka-contract-'));
let node: RunningNode | undefined;

eventStoreContract('embedded node', {
  connectionString: async () => {
    node = await startNode({ dir });
    return node.connectionString;
  },
});

const { EVENTSTORE_URL: named } = process.env;
if (named !== undefined && named !== '')
  eventStoreContract('the server named by EVENTSTORE_URL', {
    connectionString: () => named,
    persistentSubscriptions: true,
  });

afterAll(async () => {
  await node?.stop();
  rmSync(dir, { recursive: true, force: true });
});
