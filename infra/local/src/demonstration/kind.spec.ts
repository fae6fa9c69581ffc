import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { failure } from '../report.js';
import { type Kind, settleKind } from './kind.js';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'stezhka-kind-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

it.each<[Kind, Kind]>([
  ['demonstration', 'empty'],
  ['empty', 'demonstration'],
])('what was begun as %s stays it, and is never started as %s', async (kind, other) => {
  await settleKind(dir, kind);
  await settleKind(dir, kind);
  const refused = await settleKind(dir, other).catch((error: unknown) => error);
  expect(failure(refused)).toContain(dir);
  expect(failure(refused)).toContain('--reset');
});
