/** What an organisation says of its own services: known, typed wrongly, recorded, no longer known, and none at all. */
import type { Route } from 'playwright-core';
import { answering } from './answered.js';
import { type Seeing, still } from './seeing.js';
import type { Stage } from './stage.js';
import type { Visitor } from './visitor.js';

export async function ownServices(stage: Stage, see: Seeing): Promise<void> {
  const marta = await stage.enter('marta', still);
  const { page, words, button, field } = marta;
  const named = (id: string) => page.getByRole('button', { name: words.t(id) });
  await opened(marta);
  await see.state(marta, 'own services');
  await named('services.change').click();
  await see.state(marta, 'own services, while one is changed');
  await field('services.available').fill('900');
  await button('services.save').click();
  await page.getByText(words.t('services.errors.more')).first().waitFor();
  await see.state(marta, 'own services, typed wrongly');
  await field('services.available').fill('5');
  await button('services.save').click();
  await page.getByText(words.t('services.recorded')).waitFor();
  await see.state(marta, 'own services, recorded');

  await answering(page, (route) => saying(route, (capacity) => ({ ...capacity, ...longAgo })));
  await opened(marta);
  await see.state(marta, 'own services, no longer known');
  await named('services.say').first().click();
  await button('services.save').click();
  await see.state(marta, 'own services, with nothing chosen');
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await answering(page, (route) => saying(route, () => undefined));
  await page.reload();
  await page.getByText(words.t('services.empty')).waitFor();
  await see.state(marta, 'own services, none');
  await marta.close();
}

const longAgo = { state: 'unknown', available: null, stale: true };

async function opened({ go, page }: Visitor): Promise<void> {
  await go('/services');
  await page.locator('.service').first().waitFor();
}

/** The services as they are answered, each with another room; without one they are left out. */
async function saying(route: Route, room: (capacity: object) => object | undefined): Promise<void> {
  const response = await route.fetch();
  const { data, ...rest } = await response.json();
  const services = data?.me?.actor?.services as { capacity: object }[] | undefined;
  if (services)
    data.me.actor.services = services.flatMap((service) => {
      const capacity = room(service.capacity);
      return capacity ? [{ ...service, capacity }] : [];
    });
  await route.fulfill({ response, json: { ...rest, data } });
}
