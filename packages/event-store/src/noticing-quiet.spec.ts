import { describe, expect, it } from '@jest/globals';
import { noticingQuiet } from './noticing-quiet.js';

const never = new Promise<void>(() => undefined);

describe('a source in which quiet is noticed', () => {
  it('yields all of it in order', async () => {
    async function* source() {
      yield* [1, 2, 3];
    }
    const seen: unknown[] = [];
    for await (const item of noticingQuiet(source(), () => 60_000)) seen.push(item);
    expect(seen).toEqual([1, 2, 3]);
  });

  it('says once that nothing comes, and yields what comes after all', async () => {
    let come = (): void => undefined;
    const coming = new Promise<void>((resolve) => {
      come = resolve;
    });
    async function* source() {
      yield 1;
      await coming;
      yield 2;
      await never;
    }
    const items = noticingQuiet(source(), () => 1);
    const next = async () => (await items.next()).value;
    expect([await next(), await next()]).toEqual([1, 'quiet']);
    const after = next();
    come();
    expect([await after, await next()]).toEqual([2, 'quiet']);
  });

  it('says nothing of it while nobody wants to know', async () => {
    let hurry: number | undefined;
    let come = (): void => undefined;
    const coming = new Promise<void>((resolve) => {
      come = resolve;
    });
    async function* source() {
      await coming;
      yield 1;
      await never;
    }
    const items = noticingQuiet(source(), () => hurry);
    const first = items.next();
    hurry = 1;
    come();
    expect([(await first).value, (await items.next()).value]).toEqual([1, 'quiet']);
  });

  it('passes an error on, also one that comes while quiet was being noticed', async () => {
    const failure = new Error('lost');
    let fail = (): void => undefined;
    const failing = new Promise<never>((_, reject) => {
      fail = () => reject(failure);
    });
    async function* source() {
      yield await failing;
    }
    const items = noticingQuiet(source(), () => 1);
    expect((await items.next()).value).toBe('quiet');
    fail();
    await expect(items.next()).rejects.toBe(failure);
  });
});
