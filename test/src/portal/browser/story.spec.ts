/**
 * The same referral by two people with two phones, from the need to the day when she withdraws: in every language in full,
 * in one that is drawn in a test run.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demonstrationActors } from '@stezhka/local';
import { languages } from '@stezhka/vocabulary';
import { seed, someOf } from '../../counts.js';
import { openPerson, refer, told, withdrawAgreement } from './acts.js';
import { label } from './label.js';
import { openStage, type Stage } from './stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const shelter = demonstrationActors.find(({ key }) => key === 'kalyna')!;

describe.each(someOf(languages.codes, seed()))('the story in %s', (language) => {
  it('is referred, read, accepted, served, reported, and ended by her word', async () => {
    const oksana = await stage.enter('oksana', { language });
    const marta = await stage.enter('marta', { language });
    const path = await refer(oksana, shelter.name[language]);

    await marta.go('/');
    await marta.page.locator(`a[href="${path}"]`).click();
    await openPerson(marta, 'C2');
    expect(await marta.page.textContent('main')).toContain(told.need);
    expect(await marta.page.textContent('main')).not.toContain(told.mother);
    await marta.button('act.acknowledge').click();
    await marta.page.getByText(marta.words.t('done.acknowledge')).waitFor();
    await marta.button('act.accept').click();
    await marta.page.getByText(marta.words.t('done.accept')).waitFor();
    await openPerson(marta, 'C1');
    const read = await marta.page.textContent('main');
    for (const word of [told.mother, told.phone, told.son]) expect(read).toContain(word);

    await marta.button('act.start').click();
    await marta.button('act.complete').click();
    const dialog = marta.page.getByRole('dialog');
    await dialog.getByLabel(label('outcomes', 'service_provided', language), { exact: true }).check();
    await dialog.getByRole('button', { name: marta.words.t('complete.confirm') }).click();
    await marta.page.getByText(marta.words.t('done.complete')).waitFor();

    await oksana.go(path);
    await oksana.page.getByText(oksana.words.t('act.completed'), { exact: true }).waitFor();
    await withdrawAgreement(oksana);
    await marta.page.bringToFront();
    await marta.page.getByText(marta.words.t('person.nothing.ended')).waitFor();
    expect(await marta.page.content()).not.toContain(told.mother);
    expect([...oksana.complaints, ...marta.complaints]).toEqual([]);
    await Promise.all([oksana.close(), marta.close()]);
  });
});
