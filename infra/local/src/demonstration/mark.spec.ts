import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { failure } from '../report.js';
import { markDemonstration, refuseDemonstration } from './mark.js';

it('a directory with the demonstration is not offered as an empty one', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'stezhka-mark-'));
  try {
    await expect(refuseDemonstration(dir)).resolves.toBeUndefined();
    await markDemonstration(dir);
    const refused = await refuseDemonstration(dir).catch((error: unknown) => error);
    expect(failure(refused)).toContain('--reset');
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
});
