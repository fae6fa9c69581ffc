import { describe, expect, it } from '@jest/globals';
import { createPatience } from './patience.js';

class Away extends Error {}
const isAway = (error: unknown) => error instanceof Away;
const A_DAY = 86_400_000;

/** Away so many times, then answers. */
function storeAwayFor(times: number) {
  const asked = { times: 0 };
  const ask = async () => {
    asked.times += 1;
    if (asked.times <= times) throw new Away();
    return 'here';
  };
  return { asked, ask };
}

describe('patience', () => {
  it('asks again until the store is back', async () => {
    const { asked, ask } = storeAwayFor(3);
    await expect(createPatience({ lastsMs: A_DAY, isAway }).while(ask)).resolves.toBe('here');
    expect(asked.times).toBe(4);
  });

  it('passes on at once what is no absence', async () => {
    const patience = createPatience({ lastsMs: A_DAY, isAway });
    let asked = 0;
    const refused = patience.while(async () => {
      asked += 1;
      throw new TypeError('wrong');
    });
    await expect(refused).rejects.toThrow(TypeError);
    expect(asked).toBe(1);
  });

  it('has an end: then each is told at the first try, until the store has answered', async () => {
    const patience = createPatience({ lastsMs: 0, isAway });
    await expect(patience.while(storeAwayFor(1_000).ask)).rejects.toThrow(Away);
    const later = storeAwayFor(1);
    await expect(patience.while(later.ask)).rejects.toThrow(Away);
    expect(later.asked.times).toBe(1);
    await expect(patience.while(later.ask)).resolves.toBe('here');
  });

  it('keeps nobody waiting who is about to end', async () => {
    const patience = createPatience({ lastsMs: A_DAY, isAway });
    const waiting = patience.while(storeAwayFor(1_000).ask);
    patience.end();
    await expect(waiting).rejects.toThrow(Away);
  });
});
