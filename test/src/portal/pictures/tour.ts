/** The five minutes of the README: Oksana refers two people from Kharkiv, Marta's shelter in Lviv takes them in. */
import { demonstrationActors } from '@stezhka/local';
import type { Locator } from 'playwright-core';
import { openPerson, told } from '../browser/acts.js';
import { label } from '../browser/label.js';
import type { Stage } from '../browser/stage.js';
import type { Visitor } from '../browser/visitor.js';

/** Takes the picture of this name, of what she sees now. */
export type Show = (visitor: Visitor, name: string) => Promise<void>;

const phone = { width: 360, height: 720, deviceScaleFactor: 2, reducedMotion: 'reduce' } as const;
const desk = { width: 1080, height: 1060, deviceScaleFactor: 1, reducedMotion: 'reduce' } as const;
const shelter = demonstrationActors.find(({ key }) => key === 'kalyna')!;

export async function tour(stage: Stage, show: Show): Promise<void> {
  const oksana = await stage.enter('oksana', phone);
  const path = await refer(oksana, show);
  const marta = await stage.enter('marta', phone);
  await marta.page.locator(`a[href="${path}"]`).waitFor();
  await show(marta, '4-inbox');
  await marta.page.locator(`a[href="${path}"]`).click();
  await openPerson(marta, 'C2');
  await marta.page.evaluate(() => scrollTo(0, 0));
  await show(marta, '5-answer');
  await marta.button('act.accept').click();
  await marta.page.getByText(marta.words.t('done.accept')).waitFor();
  await openPerson(marta, 'C1');
  await atTop(marta.heading(marta.words.t('person.numbered', { number: '1' })));
  await show(marta, '6-contact');
  await lookAtTheNetwork(stage, show);
}

/** On a desk: a coordinator's page. */
async function lookAtTheNetwork(stage: Stage, show: Show): Promise<void> {
  const solomiia = await stage.enter('solomiia', desk);
  await solomiia.go('/network?service=CM.GEN');
  await solomiia.page.locator('.matrix').waitFor();
  await solomiia.page.locator('.silence').waitFor();
  await show(solomiia, '7-network');
}

/** @returns the path of the referral's page */
async function refer(oksana: Visitor, show: Show): Promise<string> {
  const { page, words, button, link, choice, field, heading } = oksana;
  const { t } = words;
  const on = () => button('new.continue').click();
  await link('nav.new').click();
  await page.locator('#service').selectOption('SHL.TRANSIT');
  await page.locator('#oblast').selectOption('UA-46');
  await choice(label('urgencies', 'urgent', 'uk')).check();
  await show(oksana, '1-need');
  await on();
  await choice(shelter.name.uk).check();
  await show(oksana, '2-who');
  await on();
  await field('people.name').fill(told.mother);
  await field('contact.phone').fill(told.phone);
  await button('people.add').click();
  await field('people.name').nth(1).fill(told.son);
  await on();
  await field('questions.words').fill(told.need);
  for (const [question, answer] of answers) await answerTo(oksana, question).getByLabel(answer).check();
  await on();
  await choice(label('agreementForms', 'oral_witnessed', 'uk')).check();
  await atTop(heading(t('aloud.title')));
  await show(oksana, '3-agreement');
  await choice(t('agreement.agreed.several')).check();
  await on();
  await button('check.send').click();
  await link('sent.open').click();
  await heading(label('serviceCodes', 'SHL.TRANSIT', 'uk')).waitFor();
  return new URL(page.url()).pathname;
}

/** What a shelter asks before it decides. */
const answers = [
  ['children_present', 'yes'],
  ['mobility_limits', 'no'],
  ['arrives_within_24h', 'by_phone'],
].map(
  ([question, answer]) =>
    [label('intakeQuestions', question!, 'uk'), label('intakeAnswers', answer!, 'uk')] as const,
);

const answerTo = ({ page }: Visitor, question: string) =>
  page.getByRole('group', { name: question, exact: true });

/** Scrolls so that it stands near the top, with a little of what is before it. */
async function atTop(place: Locator): Promise<void> {
  await place.waitFor();
  await place.evaluate((element) => {
    scrollTo(0, element.getBoundingClientRect().top + scrollY - 96);
  });
}
