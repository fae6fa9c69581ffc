import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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

describe('what comes is what the rules say', () => {
  it('for every field, to every viewer, by every way', async () => {
    const findings = await matrix.look({ gateway: true });
    expect(summary(findings)).toEqual([]);
    process.stdout.write(`isolation: ${findings.checked} combinations\n`);
  }, 300_000);
});
