/** What a coordinator sees of the network: it changes with what happens, and knows nothing of isolated pathways. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { demonstrationActors } from '@stezhka/local';
import { refer } from './acts.js';
import { hear } from './heard.js';
import { label } from './label.js';
import { openStage, type Stage } from './stage.js';
import type { Visitor } from './visitor.js';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const shelter = demonstrationActors.find(({ key }) => key === 'kalyna')!.name.uk;
const lviv = label('oblasts', 'UA-46', 'uk');

/** Free places of the chosen service in Lviv oblast, as the table tells them. */
async function placesInLviv({ page, words }: Visitor): Promise<number> {
  const row = page.getByRole('row', { name: lviv });
  const text = await row.locator('td', { hasText: words.t('network.places.places') }).textContent();
  return Number(/\d+$/.exec(text!)![0]);
}

async function look(coordinator: Visitor): Promise<void> {
  await coordinator.go('/network?service=SHL.TRANSIT');
  await coordinator.page.locator('summary').first().click();
}

it('has one place less once a shelter has accepted', async () => {
  const solomiia = await stage.enter('solomiia');
  await solomiia.link('nav.network').click();
  await solomiia.heading(solomiia.words.t('network.title')).waitFor();
  await look(solomiia);
  const before = await placesInLviv(solomiia);

  const oksana = await stage.enter('oksana');
  const path = await refer(oksana, shelter);
  const marta = await stage.enter('marta');
  await marta.go(path);
  await marta.button('act.accept').click();
  await marta.page.getByText(marta.words.t('done.accept')).waitFor();
  await stage.network.settled();

  await look(solomiia);
  expect(await placesInLviv(solomiia)).toBe(before - 1);
  expect([...solomiia.complaints, ...oksana.complaints, ...marta.complaints]).toEqual([]);
  await Promise.all([solomiia.close(), oksana.close(), marta.close()]);
});

it('names no isolated pathway, no service of one, and nobody', async () => {
  const solomiia = await stage.enter('solomiia');
  const heard = hear(solomiia.context);
  await look(solomiia);
  await solomiia.page.getByText(solomiia.words.t('network.silence.none'), { exact: true }).waitFor();
  const answers = (await heard()).map(({ text }) => text).join('\n');
  const shown = await solomiia.page.content();
  expect(answers).toContain('SHL.TRANSIT');
  for (const code of ['CM.GBV', 'CM.TIP', 'CM.CP', 'SHL.DV', 'SHL.TIP', 'HLT.CMR'] as const) {
    expect(answers).not.toContain(code);
    expect(shown).not.toContain(label('serviceCodes', code, 'uk'));
  }
  for (const pathway of ['gbv', 'tip', 'cp']) expect(answers).not.toContain(`"${pathway}"`);
  await solomiia.close();
});

it('is looked at on an earlier day with the arrow keys, and says which', async () => {
  const ostap = await stage.enter('ostap');
  const { page, words } = ostap;
  await ostap.go('/network');
  const day = page.locator('.as-of output');
  expect(await day.textContent()).toBe(words.t('network.asOf.now'));
  await page.locator('input[type=range]').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  expect(await day.textContent()).toMatch(/28 лютого 2022/);
  await page.waitForURL('**/network?asOf=2022-02');
  // The first of them came with March.
  await page.locator('.figure dd', { hasText: /^0$/ }).first().waitFor();
  for (const id of ['network.silence', 'network.month'])
    expect(await ostap.heading(words.t(id)).count()).toBe(0);
  await ostap.button('network.asOf.back').click();
  await page.waitForURL('**/network');
  expect(await day.textContent()).toBe(words.t('network.asOf.now'));
  expect(ostap.complaints).toEqual([]);
  await ostap.close();
});
