import { expect, test } from '@jest/globals';
import { Checkpoints } from './checkpoints.js';

test('a checkpoint is due after every interval of events looked at, delivered or not', () => {
  const checkpoints = new Checkpoints(3, 10);
  const due = Array.from({ length: 9 }, (_, index) => checkpoints.looked(11 + index, index % 2 === 0));
  expect(due).toEqual([false, false, true, false, false, true, false, false, true]);
});

test('at the end the position is told if it was looked at in vain, and told once', () => {
  const checkpoints = new Checkpoints(32, 10);
  expect(checkpoints.atEnd()).toBeUndefined();
  checkpoints.looked(11, true);
  checkpoints.looked(12, false);
  expect(checkpoints.atEnd()).toBe(12);
  expect(checkpoints.atEnd()).toBeUndefined();
  checkpoints.looked(13, true);
  expect(checkpoints.atEnd()).toBeUndefined();
});

test('a checkpoint that was just sent is not told again at the end', () => {
  const checkpoints = new Checkpoints(2, 0);
  checkpoints.looked(1, false);
  checkpoints.looked(2, false);
  expect(checkpoints.atEnd()).toBeUndefined();
});
