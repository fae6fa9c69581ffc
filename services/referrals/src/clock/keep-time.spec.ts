import { describe, expect, it } from '@jest/globals';
import { createLogger } from '@stezhka/telemetry';
import { type Clock, keepTime } from './keep-time.js';

function kept(strikes: (() => Promise<number>)[], next: Date | undefined) {
  const lines: string[] = [];
  const logger = createLogger({
    service: 'referrals',
    destination: { write: (line) => void lines.push(line) },
  });
  const struck: (() => void)[] = [];
  const seen = strikes.map(() => new Promise<void>((resolve) => struck.push(resolve)));
  let count = 0;
  const clock: Clock = {
    async strike() {
      const n = count++;
      struck[n]?.();
      return strikes[n]?.() ?? 0;
    },
    nextDue: async () => next,
  };
  return { ...keepTime({ clock, now: () => new Date(0), logger }), seen, lines };
}
const nothing = async () => 0;

describe('keeping the time', () => {
  it('strikes at once, and again as soon as the next is due', async () => {
    const { seen, stop } = kept([nothing, nothing, nothing], new Date(1));
    await Promise.all(seen);
    await stop();
  });

  it('stops at once, however far the next one is', async () => {
    const { seen, stop } = kept([nothing], undefined);
    await Promise.all(seen);
    await stop();
  });

  it('says that it could not strike, and goes on', async () => {
    const away = async () => {
      throw new TypeError('Canary');
    };
    const { seen, stop, lines } = kept([away], new Date(1));
    await Promise.all(seen);
    await stop();
    expect(lines.join()).toContain('clock.not_struck');
    expect(lines.join()).not.toContain('Canary');
  });
});
