import { expect, test } from '@jest/globals';
import { counts, seed } from '../counts.js';
import { provesKills } from './node-kill.js';

test('a killed node loses nothing that it acknowledged and shows nothing half-written', async () => {
  const kills = counts(60);
  const report = await provesKills({ kills, seed: seed(), log: (line) => process.stdout.write(`${line}\n`) });
  process.stdout.write(`${JSON.stringify(report)}\n`);
  expect(report).toMatchObject({ kills });
  expect(report.notCounted).toBeLessThan(kills);
  expect(report.acknowledged).toBeGreaterThan(kills);
}, 600_000);
