import { describe, expect, it } from '@jest/globals';
import { createHealth } from './health.js';

describe('health', () => {
  it('is ready only when every part is, and names the one that is not', async () => {
    const health = createHealth();
    health.contribute('inbox', () => ({ ready: true, lagMs: 4 }));
    expect(await health.report()).toEqual({ ready: true, parts: { inbox: { ready: true, lagMs: 4 } } });
    const remove = health.contribute('timeline', () => ({ ready: false, reason: 'stopped' }));
    expect(await health.report()).toMatchObject({ ready: false, parts: { timeline: { reason: 'stopped' } } });
    remove();
    expect((await health.report()).ready).toBe(true);
  });

  it('counts a check that throws as not ready, without its words', async () => {
    const health = createHealth();
    health.contribute('database', () => Promise.reject(new Error('password of Olena')));
    expect(await health.report()).toEqual({
      ready: false,
      parts: { database: { ready: false, reason: 'check_failed' } },
    });
  });
});
