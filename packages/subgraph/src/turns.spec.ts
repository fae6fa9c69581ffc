import { expect, it } from '@jest/globals';
import { createTurns, type Leave } from './turns.js';

it('comes to each in the order of asking, once the one before has left', async () => {
  const turns = createTurns();
  const first = await turns.take();
  const begun: string[] = [];
  const begin = (name: string) =>
    turns.take().then((leave) => {
      begun.push(name);
      return leave;
    });
  const [second, third] = [begin('second'), begin('third')];
  await Promise.resolve();
  expect(begun).toEqual([]);
  first();
  const leave = await second;
  expect(begun).toEqual(['second']);
  // Said twice it lets in nobody more.
  first();
  await Promise.resolve();
  expect(begun).toEqual(['second']);
  leave();
  (await third)();
  expect(begun).toEqual(['second', 'third']);
});

it('comes also where the one before never leaves', async () => {
  const turns = createTurns(1);
  const alive = setInterval(() => undefined, 1_000);
  await turns.take();
  const leave = await turns.take();
  leave();
  clearInterval(alive);
});

it('is there at once where everybody has left', async () => {
  const turns = createTurns();
  for (let n = 0; n < 3; n += 1) {
    const leave: Leave = await turns.take();
    leave();
  }
  const both = [turns.take(), turns.take()];
  (await both[0]!)();
  (await both[1]!)();
});
