/**
 * She takes her agreement back while eight people of the recipient read, over HTTP, under new keys and under old ones.
 * From the moment the answer is there nothing that is asked opens anything of hers. Order is the test's own: no time is
 * measured.
 */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { counts, randomFrom, seed } from '../counts.js';
import { type Scene, startScene } from '../every-mutation/scene.js';
import { withForgetfulConsent } from './forgetful-consent.js';
import { manyWithdrawals } from './many-withdrawals.js';
import { kinds } from './one-withdrawal.js';
import { verdictOn } from './verdict.js';

const withdrawals = counts(300);
const chance = randomFrom(seed());

let scene: Scene;
beforeAll(async () => {
  // As where several processes carry them out: what happens at once is what is looked for here.
  scene = await startScene({ deps: { actsTogether: true } });
});
afterAll(() => scene?.stop());

it(
  `opens nothing that is asked for after the answer, in ${withdrawals} withdrawals`,
  async () => {
    const verdict = verdictOn(await manyWithdrawals(scene, withdrawals, chance));
    process.stdout.write(`withdrawals: ${JSON.stringify(verdict)}\n`);
    expect(verdict).toMatchObject({ withdrawals, openedAfter: 0 });
    // Worth something only if there was something to open, on its way, and asked for afterwards, by retries as well.
    expect(verdict.kinds).toEqual([...kinds].sort());
    expect(verdict.opened).toBeGreaterThan(withdrawals);
    expect(verdict.openedOnRetry).toBeGreaterThan(0);
    expect(verdict.onTheirWay).toBeGreaterThan(withdrawals);
    expect(verdict.askedAfterOnRetry).toBeGreaterThan(0);
    expect(verdict.askedAfter - verdict.askedAfterOnRetry).toBeGreaterThanOrEqual(8 * withdrawals);
    expect(verdict.codes).toEqual(['NOT_FOUND']);
  },
  60 * 60_000,
);

it('would notice a consent that overlooks withdrawals', async () => {
  const forgetful = await withForgetfulConsent(scene.network);
  try {
    const verdict = verdictOn(await manyWithdrawals(scene, 2, chance, forgetful.address));
    process.stdout.write(`with withdrawals overlooked: ${JSON.stringify(verdict)}\n`);
    expect(verdict.openedAfter).toBeGreaterThan(0);
    expect(verdict.openedAfterOnRetry).toBeGreaterThan(0);
  } finally {
    await forgetful.stop();
  }
}, 300_000);
