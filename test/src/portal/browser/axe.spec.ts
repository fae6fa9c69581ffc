/**
 * Every page in every state, in three languages, on a phone and on a desk: nothing for axe to find, nothing too small
 * to press, nothing cut off, and for whom it must not move, nothing that moves.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { seed, someOf } from '../../counts.js';
import { axeFinds } from './axe.js';
import { movements, notAllSeen, tooSmall } from './measures.js';
import { startSeeing, still } from './seeing.js';
import { openStage, type Stage } from './stage.js';
import { again } from './states.again.js';
import { authority } from './states.authority.js';
import { ends } from './states.ends.js';
import { entry, nothingHere, provider } from './states.entry.js';
import { lists, listsInTrouble } from './states.lists.js';
import { networkOfCoordinator, networkPage } from './states.network.js';
import { referral } from './states.referral.js';
import { ownServices } from './states.services.js';
import { writing } from './states.writing.js';
import { visit } from './visitor.js';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

/** Each is played on its own. */
const plays = [
  ['at the door', entry],
  ['while signing in', provider],
  ['where nothing is', nothingHere],
  ['in the lists', lists],
  ['in lists that cannot be asked', listsInTrouble],
  ['on the map of the network', networkPage],
  ['on a coordinator’s map', networkOfCoordinator],
  ['where room is told', ownServices],
  ['while a referral is written', writing],
  ['from its sending to its end', referral],
  ['at its other ends', ends],
  ['where an authority asks', authority],
  ['when it goes on from an earlier one', again],
] as const;

describe('nothing is in anybody’s way', () => {
  it.each(someOf(plays, seed(), 1 / plays.length))(
    '%s',
    async (_, states) => {
      const seeing = startSeeing();
      await states(stage, seeing);
      expect(seeing.faults).toEqual([]);
    },
    1_800_000,
  );
});

describe('what is in the way is found', () => {
  it('wherever it was put', async () => {
    const { page, go, close } = await visit(stage.browser, stage.network.address, still);
    await go('/');
    await page.locator('h1').waitFor();
    await page.evaluate(() => {
      const add = (tag: string, words: string, style: Partial<CSSStyleDeclaration>) => {
        const one = document.createElement(tag);
        one.textContent = words;
        Object.assign(one.style, style);
        document.querySelector('main')?.append(one);
      };
      add('input', '', { width: '200px' });
      add('p', 'pale', { color: '#ccc' });
      add('p', 'long '.repeat(30), { whiteSpace: 'nowrap', overflow: 'hidden', width: '100px' });
      add('p', 'wide', { width: '500px' });
      add('button', 'go', { transition: 'color 1s' });
    });
    const found = await axeFinds(page);
    for (const rule of ['label at input', 'color-contrast at p']) expect(found.join()).toContain(rule);
    expect((await tooSmall(page)).map((one) => one.match(/<\w+/)?.[0])).toEqual(['<input', '<button']);
    expect((await notAllSeen(page)).join()).toMatch(/wide.*is cut off: <p[^>]*>long/);
    expect(await movements(page)).toHaveLength(1);
    await close();
  });

  it('in the dark as well, and for whom it may move', async () => {
    const how = { colorScheme: 'dark', reducedMotion: 'no-preference' } as const;
    const { page, go, close } = await visit(stage.browser, stage.network.address, how);
    await go('/');
    await page.locator('h1').waitFor();
    expect(await movements(page)).not.toEqual([]);
    expect(await axeFinds(page, 'colours')).toEqual([]);
    await page.locator('h1').evaluate((one) => {
      one.style.color = '#333';
    });
    expect((await axeFinds(page, 'colours')).join()).toContain('color-contrast at h1');
    await close();
  });
});
