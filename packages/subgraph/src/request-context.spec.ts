import { describe, expect, it } from '@jest/globals';
import type { Viewer } from '@stezhka/auth';
import { createPositionTokens } from '@stezhka/event-store';
import { createContextFactory } from './request-context.js';
import { caseworker } from './testing/toy-subgraphs.js';

const tokens = createPositionTokens('toy');

/** A member who is disabled at position 7, remembered as long as nobody asks anew; what was done about her, in order. */
function scene() {
  const done: string[] = [];
  let viewer: Viewer | undefined = caseworker;
  const contextOf = createContextFactory({
    async authenticate(_authorization, _now, how) {
      done.push(how ?? 'remembered');
      return how === 'anew' ? viewer : caseworker;
    },
    tokens,
    async waitFor(position) {
      done.push(`waited for ${position}`);
      if (position >= 7n) viewer = undefined;
      return true;
    },
  });
  return { contextOf, done };
}

describe('who asks', () => {
  it('may be remembered from a moment ago', async () => {
    const { contextOf, done } = scene();
    expect((await contextOf({})).viewer).toBe(caseworker);
    expect(done).toEqual(['remembered']);
  });

  it('is looked up once what she has seen is there: it may have been that she was disabled', async () => {
    const { contextOf, done } = scene();
    expect((await contextOf({ 'x-stezhka-after': tokens.seal(7n) })).viewer).toBeUndefined();
    expect(done).toEqual(['remembered', 'waited for 7', 'anew']);
  });

  it('is looked up each time that it is asked again', async () => {
    const { contextOf, done } = scene();
    const { again } = await contextOf({});
    await again();
    await again();
    expect(done).toEqual(['remembered', 'anew', 'anew']);
  });
});
