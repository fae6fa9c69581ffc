import { expect, test } from '@jest/globals';
import { CommitSignal } from './commit-signal.js';

const NEVER = new AbortController().signal;

/** Whether the promise is settled once everything that is ready has run. */
async function isSettled(promise: Promise<void>): Promise<boolean> {
  let settled = false;
  void promise.then(() => {
    settled = true;
  });
  await new Promise((resolve) => setImmediate(resolve));
  return settled;
}

test('who has not seen everything does not wait', async () => {
  expect(await isSettled(new CommitSignal(5).wait(4, NEVER))).toBe(true);
});

test('who has seen everything is woken by the next commit', async () => {
  const signal = new CommitSignal(5);
  const waiting = signal.wait(5, NEVER);
  expect(await isSettled(waiting)).toBe(false);
  signal.committed(6, new Set(['s']));
  expect(await isSettled(waiting)).toBe(true);
});

test('who waits for a stream is woken by that stream only', async () => {
  const signal = new CommitSignal(5);
  const waiting = signal.wait(5, NEVER, 's');
  signal.committed(6, new Set(['t']));
  expect(await isSettled(waiting)).toBe(false);
  signal.committed(7, new Set(['s', 't']));
  expect(await isSettled(waiting)).toBe(true);
});

test('who leaves is let go, and a late commit of an older group wakes nobody', async () => {
  const signal = new CommitSignal(5);
  const leaving = new AbortController();
  const left = signal.wait(5, leaving.signal, 's');
  const staying = signal.wait(5, NEVER);
  leaving.abort();
  signal.committed(5, new Set(['s']));
  expect(await isSettled(left)).toBe(true);
  expect(await isSettled(staying)).toBe(false);
});
