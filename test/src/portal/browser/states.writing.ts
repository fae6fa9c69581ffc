/** A referral comes about: each page of it as it opens, with what is missing, and filled in. */
import { demonstrationActors } from '@stezhka/local';
import { told } from './acts.js';
import { label } from './label.js';
import { type Seeing, still } from './seeing.js';
import type { Stage } from './stage.js';
import type { Visitor } from './visitor.js';

const called = (actor: string) => demonstrationActors.find(({ key }) => key === actor)!.name.uk;
const shelter = called('kalyna');
const other = called('dzherelo');

export async function writing(stage: Stage, see: Seeing): Promise<void> {
  const oksana = await stage.enter('oksana', still);
  await need(oksana, see);
  await who(oksana, see);
  await people(oksana, see);
  await questions(oksana, see);
  await agreement(oksana, see);
  await see.state(oksana, 'check');
  await oksana.button('check.send').click();
  await oksana.heading(oksana.words.t('sent.title')).waitFor();
  await see.state(oksana, 'sent page, emergency');
  await oksana.link('sent.open').click();
  await oksana.page.locator('.timeline').waitFor();
  await see.state(oksana, 'referral sent, emergency, as sender');
  await oksana.close();
}

/** Presses on though something is missing, and looks at what is said then. */
async function refused(caseworker: Visitor, see: Seeing, name: string): Promise<void> {
  await caseworker.button('new.continue').click();
  await caseworker.heading(caseworker.words.t('errors.summary')).waitFor();
  await see.state(caseworker, `${name}, with what is missing`);
}

async function need(oksana: Visitor, see: Seeing): Promise<void> {
  const { page, words, button, choice } = oksana;
  await oksana.link('nav.new').click();
  await oksana.heading(words.t('need.title')).waitFor();
  await see.state(oksana, 'need');
  await refused(oksana, see, 'need');
  await page.locator('#service').selectOption('HLT.CMR');
  await see.state(oksana, 'need, always an emergency');
  await page.locator('#oblast').selectOption('UA-46');
  await page.locator('#service').selectOption('TRN.SAFE');
  await choice(label('urgencies', 'emergency', words.language)).check();
  await page.getByText(words.t('need.details')).click();
  await see.state(oksana, 'need, filled in');
  await button('new.continue').click();
  await page.getByText(words.t('who.empty')).waitFor();
  await see.state(oksana, 'who, nobody');
  await oksana.link('new.back').click();
  await page.locator('#service').selectOption('SHL.TRANSIT');
  await see.state(oksana, 'need, begun');
  await button('new.continue').click();
  await oksana.heading(words.t('who.title')).waitFor();
}

async function who(oksana: Visitor, see: Seeing): Promise<void> {
  const { page, words, button, choice } = oksana;
  await choice(shelter).waitFor();
  await see.state(oksana, 'who');
  await refused(oksana, see, 'who');
  await choice(shelter).check();
  await page.getByRole('button', { name: `${words.t('who.exclude')} ${other}` }).click();
  await page.locator('summary').click();
  await see.state(oksana, 'who, chosen');
  await page.getByRole('button', { name: `${words.t('who.include')} ${other}` }).click();
  await choice(other).waitFor();
  await button('new.continue').click();
}

async function people(oksana: Visitor, see: Seeing): Promise<void> {
  const { page, words, field, button, heading } = oksana;
  await heading(words.t('people.title')).waitFor();
  await see.state(oksana, 'people');
  await field('people.name').fill(told.mother);
  await field('contact.phone').fill(told.phone);
  await button('people.add').click();
  await field('people.name').nth(1).fill(told.son);
  await page.locator('summary').click();
  await see.state(oksana, 'people, two');
  await page.locator('.brand').click();
  await heading(words.t('leave.title')).waitFor();
  await see.state(oksana, 'leave');
  await button('leave.stay').click();
  await button('new.continue').click();
}

async function questions(oksana: Visitor, see: Seeing): Promise<void> {
  const { words, field, button, heading } = oksana;
  await heading(words.t('questions.title', { actor: shelter })).waitFor();
  await see.state(oksana, 'questions');
  await refused(oksana, see, 'questions');
  await field('questions.words').fill(told.need.repeat(9));
  await see.state(oksana, 'questions, nearly too long');
  await field('questions.words').fill(told.need);
  await button('new.continue').click();
}

async function agreement(oksana: Visitor, see: Seeing): Promise<void> {
  const { page, words, button, choice, heading } = oksana;
  await heading(words.t('agreement.title')).waitFor();
  await see.state(oksana, 'agreement');
  await refused(oksana, see, 'agreement');
  await page.locator('input[type=checkbox]').first().check();
  await choice(label('agreementForms', 'oral_witnessed', words.language)).check();
  await choice(words.t('agreement.agreed.several')).check();
  await see.state(oksana, 'agreement, given');
  await button('new.continue').click();
  await heading(words.t('check.title')).waitFor();
}
