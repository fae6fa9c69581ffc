/** How much room a shelter has is said on its own page, and is what others read of it a moment later. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { demonstrationPassword, partyWith, tokenFor } from '@stezhka/local';
import { label } from './label.js';
import { openStage, type Stage } from './stage.js';
import type { Visitor } from './visitor.js';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const transit = label('serviceCodes', 'SHL.TRANSIT', 'uk');
const press = ({ page, words }: Visitor, id: string) =>
  page.getByRole('button', { name: `${words.t(id)} ${transit}` }).click();

/** Of the shelter, as somebody of another organisation is told. */
async function readElsewhere(): Promise<object> {
  const { address } = stage.network;
  const token = await tokenFor(address, 'oksana', demonstrationPassword);
  const party = partyWith(address, 'oksana', token, {});
  const { data } = await party.ask(`{ candidates(need: { service: "SHL.TRANSIT", oblast: "UA-46" }) {
    actor { name(language: "en") } offeredService { capacity { state available maximum } } } }`);
  const found = data.candidates.find(
    ({ actor }: { actor: { name: string } }) => actor.name === 'Kalyna Shelter',
  );
  return found.offeredService.capacity;
}

it('is typed, confirmed, and told to whoever refers', async () => {
  const marta = await stage.enter('marta');
  const { page, words, link, field, choice, button, heading } = marta;
  await link('nav.services').click();
  await heading(words.t('services.title')).waitFor();
  await press(marta, 'services.change');
  await field('services.available').fill('19');
  await button('services.save').click();
  await page.getByRole('link', { name: words.t('services.errors.more') }).waitFor();
  expect(await readElsewhere()).toEqual({ state: 'capacity', available: 4, maximum: 18 });

  await field('services.available').fill('7');
  await field('services.maximum').fill('20');
  await button('services.save').click();
  await page.getByText(words.t('services.recorded')).waitFor();
  await stage.network.settled();
  expect(await readElsewhere()).toEqual({ state: 'capacity', available: 7, maximum: 20 });
  expect(await page.locator('.service-room').textContent()).toMatch(/7 вільних місць · усього 20 місць/);

  await press(marta, 'services.change');
  await choice(label('capacityStates', 'no-capacity', 'uk')).check();
  expect(await field('services.available').count()).toBe(0);
  await button('services.save').click();
  await page.getByText(words.t('services.recorded')).waitFor();
  await press(marta, 'services.still');
  await page.getByText(words.t('services.recorded')).waitFor();
  await stage.network.settled();
  expect(await readElsewhere()).toEqual({ state: 'no-capacity', available: 0, maximum: 20 });
  expect(marta.complaints).toEqual([]);
  await marta.close();
});

it('is nothing that a caseworker of another organisation is asked for', async () => {
  const oksana = await stage.enter('oksana');
  await oksana.link('nav.network').waitFor();
  expect(await oksana.link('nav.services').count()).toBe(0);
  await oksana.go('/services');
  await oksana.heading(oksana.words.t('notFound.title')).waitFor();
  await oksana.close();
});
