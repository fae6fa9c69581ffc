import { setTimeout as delay } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import { watchLag } from './lag.js';
import { trackProgress } from './progress.js';
import { silentLogger } from './testing/listening-logger.js';
import { createStoreInMemory } from './testing/store-in-memory.js';

const moved = { type: 'ParcelMoved.v1', data: {} };

/** Something happens at every beat, and what another process has done of it is heard of one beat later. */
function alwaysBehind(learned: (heardBefore: bigint | undefined) => bigint | undefined) {
  const store = createStoreInMemory();
  store.happen('parcel-1', moved);
  const progress = trackProgress();
  let heard: bigint | undefined;
  let beats = 0;
  const lag = watchLag({
    store,
    names: ['parcels'],
    progress,
    async learn() {
      progress.moved('parcels', learned(heard));
      heard = await store.head();
      store.happen('parcel-1', moved);
      beats += 1;
    },
    logger: silentLogger(),
  });
  return { lag, beats: () => beats };
}

it('knows that a projection is current but for a moment, also where it is never seen at the end', async () => {
  const { lag } = alwaysBehind((heardBefore) => heardBefore);
  while (lag.of('parcels') === Number.POSITIVE_INFINITY) await delay(1);
  await lag.stop();
});

it('does not take for current what never came as far as the store was', async () => {
  const { lag, beats } = alwaysBehind(() => undefined);
  while (beats() < 5) await delay(1);
  expect(lag.of('parcels')).toBe(Number.POSITIVE_INFINITY);
  await lag.stop();
});
