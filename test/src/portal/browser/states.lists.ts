/** The page on which a day begins: nothing there yet, a full one, one that cannot be asked. */
import type { Page, Route } from 'playwright-core';
import { answering } from './answered.js';
import { type Seeing, still } from './seeing.js';
import type { Stage } from './stage.js';

export async function lists(stage: Stage, see: Seeing): Promise<void> {
  const oksana = await stage.enter('oksana', still);
  await see.state(oksana, 'inbox, empty');
  await oksana.link('inbox.sent').click();
  await oksana.page.locator('.card').first().waitFor();
  await see.state(oksana, 'sent list');
  await oksana.field('inbox.show').selectOption('overdue');
  await oksana.field('referral.urgency').selectOption('emergency');
  await oksana.page.getByText(oksana.words.t('inbox.empty.filtered')).waitFor();
  await see.state(oksana, 'sent list, filtered to nothing');
  await oksana.close();

  const ostap = await stage.enter('ostap', still);
  await ostap.link('inbox.sent').click();
  await ostap.page.getByText(ostap.words.t('inbox.empty.sent')).waitFor();
  await see.state(ostap, 'sent list, empty');
  await ostap.close();
}

export async function listsInTrouble(stage: Stage, see: Seeing): Promise<void> {
  const marta = await stage.enter('marta', still);
  const { page, words } = marta;
  await page.locator('.card').first().waitFor();
  await see.state(marta, 'inbox, full');

  await answeredAnew(page, async (route) => {
    const response = await route.fetch();
    const answer = await response.json();
    if (answer.data?.inbox) answer.data.inbox.hasMore = true;
    await route.fulfill({ response, json: { ...answer, extensions: { stale: true } } });
  });
  await marta.button('inbox.more').waitFor();
  await see.state(marta, 'inbox, behind and with more to come');

  await answeredAnew(page, (route) => route.abort());
  await page.getByText(words.t('fault.offline'), { exact: true }).waitFor();
  await see.state(marta, 'inbox, offline');

  await answeredAnew(page, (route) => route.fulfill({ status: 500, json: {} }));
  await page.getByText(words.t('fault.internal'), { exact: true }).waitFor();
  await see.state(marta, 'inbox, with a fault of ours');
  await marta.go('/referral/any');
  await page.getByText(words.t('fault.internal'), { exact: true }).waitFor();
  await see.state(marta, 'referral, with a fault of ours');
  await marta.close();
}

/** From now on, beginning with a page that is loaded anew. */
async function answeredAnew(page: Page, answer: (route: Route) => Promise<void>): Promise<void> {
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await answering(page, answer);
  await page.reload();
}
