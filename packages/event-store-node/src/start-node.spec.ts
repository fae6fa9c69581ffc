import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { afterAll, expect, test } from '@jest/globals';
import { startNode } from './index.js';

const dir = mkdtempSync(join(tmpdir(), 'stezhka-node-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

test('what was appended is there after a restart', async () => {
  const first = await startNode({ dir });
  const writer = EventStoreDBClient.connectionString(first.connectionString);
  await writer.appendToStream('kept-1', jsonEvent({ type: 'Kept', data: { n: 1 } }), {
    expectedRevision: 'no_stream',
  });
  await writer.dispose();
  await first.stop();
  const second = await startNode({ dir });
  const reader = EventStoreDBClient.connectionString(second.connectionString);
  const seen: unknown[] = [];
  for await (const { event } of reader.readStream('kept-1')) seen.push(event?.data);
  await reader.dispose();
  await second.stop();
  expect(seen).toEqual([{ n: 1 }]);
});
