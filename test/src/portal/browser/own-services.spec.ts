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
const transitInLviv = `${transit}, ${label('oblasts', 'UA-46', 'uk')}`;
const press = ({ page, words }: Visitor, id: string) =>
  page.getByRole('button', { name: `${words.t(id)} ${transitInLviv}` }).click();

interface Read {
  readonly state: string;
  readonly available: number | null;
  readonly maximum: number | null;
}

/** Of the shelter, as somebody of another organisation is told. */
async function readElsewhere(): Promise<Read> {
  await stage.network.settled();
  const party = await signedIn('oksana');
  const { data } = await party.ask(`{ candidates(need: { service: "SHL.TRANSIT", oblast: "UA-46" }) {
    actor { name(language: "en") } offeredService { capacity { state available maximum } } } }`);
  const found = data.candidates.find(
    ({ actor }: { actor: { name: string } }) => actor.name === 'Kalyna Shelter',
  );
  return found.offeredService.capacity;
}

async function signedIn(name: string) {
  const { address } = stage.network;
  return partyWith(address, name, await tokenFor(address, name, demonstrationPassword), {});
}

/** The shelter's only service, as a colleague of Marta's is told. */
async function ofKalyna() {
  const bohdan = await signedIn('bohdan');
  const { data } = await bohdan.ask('{ me { actor { id services { id capacity { updatedAt } } } } }');
  const { id: actorId, services } = data.me.actor;
  const { id: serviceId, capacity } = services[0];
  return { bohdan, actorId, serviceId, updatedAt: Date.parse(capacity.updatedAt) };
}

it('is typed, and told to whoever refers', async () => {
  const marta = await stage.enter('marta');
  const { page, words, link, field, choice, button, heading } = marta;
  await link('nav.services').click();
  await heading(words.t('services.title')).waitFor();
  await press(marta, 'services.change');
  for (const [typed, said] of [
    ['19', 'services.errors.more'],
    ['1-2', 'services.errors.number'],
    ['0', 'services.errors.none'],
  ] as const) {
    await field('services.available').fill(typed);
    await button('services.save').click();
    await page.getByRole('link', { name: words.t(said) }).waitFor();
  }
  expect(await readElsewhere()).toEqual({ state: 'capacity', available: 4, maximum: 18 });

  await field('services.available').fill('7');
  await field('services.maximum').fill('20');
  await button('services.save').click();
  await page.getByText('7 вільних місць · загалом 20 місць').waitFor();
  expect(await readElsewhere()).toEqual({ state: 'capacity', available: 7, maximum: 20 });

  await press(marta, 'services.change');
  await choice(label('capacityStates', 'no-capacity', 'uk')).check();
  expect(await field('services.available').count()).toBe(0);
  await button('services.save').click();
  await page.locator('.service-room', { hasText: label('capacityStates', 'no-capacity', 'uk') }).waitFor();
  expect(await readElsewhere()).toEqual({ state: 'no-capacity', available: 0, maximum: 20 });
  expect(marta.complaints).toEqual([]);
  await marta.close();
});

it('is confirmed with one press', async () => {
  const marta = await stage.enter('marta');
  await marta.go('/services');
  const { updatedAt: before } = await ofKalyna();
  await press(marta, 'services.still');
  await marta.page.getByText(marta.words.t('services.recorded')).waitFor();
  await stage.network.settled();
  expect((await ofKalyna()).updatedAt).toBeGreaterThan(before);
  expect(await readElsewhere()).toMatchObject({ state: 'no-capacity' });
  expect(marta.complaints).toEqual([]);
  await marta.close();
});

it('is not overwritten by somebody who has not seen what a colleague said meanwhile', async () => {
  const marta = await stage.enter('marta');
  const { page, words, field, button } = marta;
  await marta.go('/services');
  await press(marta, 'services.change');
  const { bohdan, actorId, serviceId } = await ofKalyna();
  const three = { capacity: 'capacity', available: 3, maximum: 20 };
  await bohdan.does('reportCapacity { after }', { actorId, serviceId, ...three });
  await field('services.maximum').fill('21');
  await button('services.save').click();
  await page.getByText(words.t('fault.stale'), { exact: true }).waitFor();
  await page.getByText('3 вільні місця · загалом 20 місць').waitFor();
  expect(await readElsewhere()).toEqual({ state: 'capacity', available: 3, maximum: 20 });
  // Now she knows, and may say it all the same.
  await button('services.save').click();
  await page.getByText(words.t('services.recorded')).waitFor();
  expect(await readElsewhere()).toEqual({ state: 'no-capacity', available: 0, maximum: 21 });
  expect(marta.complaints).toEqual([]);
  await marta.close();
});

it('is nothing that a caseworker of another organisation is asked for', async () => {
  const oksana = await stage.enter('oksana');
  await oksana.go('/services');
  await oksana.heading(oksana.words.t('notFound.title')).waitFor();
  // Who she is was known before that was said, and it is known still.
  await oksana.link('notFound.back').click();
  await oksana.link('nav.network').waitFor();
  expect(await oksana.link('nav.services').count()).toBe(0);
  await oksana.close();
});
