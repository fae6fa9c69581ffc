import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Matrix, startedMatrix } from './matrix.js';
import { withoutClass } from './schema-fields.js';
import { summary } from './summary.js';

let matrix: Matrix;
beforeAll(async () => {
  matrix = await startedMatrix();
}, 120_000);
afterAll(() => matrix?.stop());

it('knows a class of every field', () => {
  expect(withoutClass()).toEqual([]);
});

it('shows every field as the rules say, to every viewer, by every way', async () => {
  const findings = await matrix.look({ gateway: true });
  expect(summary(findings)).toEqual([]);
  process.stdout.write(`isolation: ${findings.checked} combinations\n`);
}, 300_000);

it('lets nobody do what she may not, and records nothing of it', async () => {
  const findings = await matrix.act({ gateway: true, done: true });
  expect(summary(findings)).toEqual([]);
  process.stdout.write(`isolation: ${findings.checked} combinations of acts\n`);
}, 300_000);
