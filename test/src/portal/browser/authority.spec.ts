/** What an authority learns, and when it learns no more: by code, from the first answer to the day when she withdraws. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { demonstrationActors } from '@stezhka/local';
import { authorityStatuses } from '@stezhka/vocabulary';
import { authorityNames, official } from '../../support/an-authority.js';
import { giveCode, refer, standsBy, told, withdrawAgreement } from './acts.js';
import { openStage, type Stage } from './stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const shelter = demonstrationActors.find(({ key }) => key === 'kalyna')!.name.uk;

it('asks with the code that the person gave, and is told as much as she lets it be told', async () => {
  const oksana = await stage.enter('oksana');
  const marta = await stage.enter('marta');
  const valentyn = await stage.enter(official);
  const path = await refer(oksana, shelter);
  const code = await giveCode(oksana, authorityNames.uk);
  // Once the window is closed it is nowhere: not on the page, not in an address, not in what the browser keeps.
  const kept = await oksana.page.evaluate(() =>
    JSON.stringify([location.href, { ...localStorage }, { ...sessionStorage }]),
  );
  for (const place of [await oksana.page.content(), kept]) expect(place).not.toContain(code);

  await standsBy(valentyn, code, 'in_process');
  await marta.go(path);
  await marta.button('act.accept').click();
  await marta.page.getByText(marta.words.t('done.accept')).waitFor();
  await standsBy(valentyn, code.toLowerCase().replaceAll('-', ' '), 'accepted');
  const read = await valentyn.page.textContent('main');
  for (const secret of [told.mother, told.phone, told.son, shelter, 'ST-'])
    expect(read).not.toContain(secret);

  await stage.network.settled();
  await oksana.page.reload();
  const status = authorityStatuses.label('accepted', 'uk');
  const asked = oksana.words.t('act.codeAsked', { actor: authorityNames.uk, status });
  await oksana.page.getByText(asked, { exact: true }).waitFor();
  await marta.page.reload();
  await marta.page.locator('.timeline').waitFor();
  expect(await marta.page.content()).not.toContain(authorityNames.uk);

  await withdrawAgreement(oksana);
  await standsBy(valentyn, code, 'not_available');
  const withdrawn = await valentyn.page.locator('.notice').textContent();
  await standsBy(valentyn, '0000-0000-0000-0000-0', 'not_available');
  expect(await valentyn.page.locator('.notice').textContent()).toBe(withdrawn);
  expect([...oksana.complaints, ...marta.complaints, ...valentyn.complaints]).toEqual([]);
  await Promise.all([oksana.close(), marta.close(), valentyn.close()]);
}, 300_000);
