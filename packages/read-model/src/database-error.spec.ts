import { expect, it } from '@jest/globals';
import { DatabaseError, isPassing } from './database-error.js';

it.each(['08006', '57P01', '53300', '40001', '40P01', '0A000', '26000'])('%s may pass', (code) => {
  expect(isPassing(new DatabaseError(code, undefined, undefined))).toBe(true);
});

it.each(['ECONNREFUSED', 'EPIPE'])('%s may pass', (code) => {
  expect(isPassing(Object.assign(new Error('x'), { code }))).toBe(true);
});

it.each(['22P02', '23505', '42501', '42P01', '25P02'])('%s will not pass', (code) => {
  expect(isPassing(new DatabaseError(code, undefined, undefined))).toBe(false);
});

it('knows a lost connection by what the driver says', () => {
  expect(isPassing(new Error('Connection terminated unexpectedly'))).toBe(true);
  expect(isPassing(new TypeError('undefined is not a function'))).toBe(false);
  expect(isPassing('Connection terminated')).toBe(false);
});
