import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startTemporaryCluster, type TemporaryCluster } from './testing/index.js';
import { workflowCheckpoints } from './workflow-checkpoints.js';

let cluster: TemporaryCluster;
beforeAll(async () => {
  cluster = await startTemporaryCluster();
});
afterAll(() => cluster.stop());

it('remembers how far a workflow has heard, and is never set back', async () => {
  const checkpoints = workflowCheckpoints(await cluster.readModel('consent', {}));
  expect(await checkpoints.load('permission')).toBeUndefined();
  await checkpoints.save('permission', 9_007_199_254_740_993n);
  await checkpoints.save('permission', 5n);
  expect(await checkpoints.load('permission')).toBe(9_007_199_254_740_993n);
  expect(await checkpoints.load('other')).toBeUndefined();
});
