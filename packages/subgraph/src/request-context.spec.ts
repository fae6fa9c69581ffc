import { describe, expect, it } from '@jest/globals';
import { createPositionTokens } from '@stezhka/event-store';
import { createContextFactory } from './request-context.js';

const tokens = createPositionTokens('toy');
const authorization = 'Bearer known';

/** How it was asked each time who she is. */
async function asked(headers: object, again = 0) {
  const how: (string | undefined)[] = [];
  const contextOf = createContextFactory({
    authenticate: async (_authorization, _now, anew) => {
      how.push(anew);
      return undefined;
    },
    tokens,
    waitFor: async () => true,
  });
  const context = await contextOf({ authorization, ...headers });
  for (let n = 0; n < again; n += 1) await context.again();
  return how;
}

describe('who asks', () => {
  it('may be remembered from a moment ago', async () => {
    expect(await asked({})).toEqual([undefined]);
  });

  it('is looked up for whoever has seen a receipt', async () => {
    expect(await asked({ 'x-stezhka-after': tokens.seal(7n) })).toEqual(['anew']);
  });

  it('is looked up each time that it is asked again', async () => {
    expect(await asked({}, 2)).toEqual([undefined, 'anew', 'anew']);
  });
});
