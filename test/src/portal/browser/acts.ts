/** What people do in the portal, pressing what they read: to refer, to answer, to open, to take back. */
import type { AuthorityStatus } from '@stezhka/vocabulary';
import { label } from './label.js';
import type { Visitor } from './visitor.js';

/** What a caseworker types of the two who need a place. Invented. */
export const told = {
  mother: 'Василина Перелітна',
  phone: '+380 50 000 00 77',
  son: 'Юрчик',
  need: 'Потрібен притулок на перші тижні для матері з малою дитиною',
} as const;

/** As far as the first answer, which is not kept anywhere. */
export async function beginReferral({ go, page }: Visitor): Promise<void> {
  await go('/new');
  await page.locator('#service').selectOption('SHL.TRANSIT');
}

/** From the need to "sent", and on to the referral's own page; its path is the answer. */
export async function refer(caseworker: Visitor, to: string): Promise<string> {
  const { page, words, go, button, link, choice, heading, field } = caseworker;
  const { t, language } = words;
  const on = () => button('new.continue').click();
  await go('/new');
  await page.locator('#service').selectOption('SHL.TRANSIT');
  await page.locator('#oblast').selectOption('UA-46');
  await choice(label('urgencies', 'urgent', language)).check();
  await on();
  await choice(to).check();
  await on();
  await field('people.name').fill(told.mother);
  await field('contact.phone').fill(told.phone);
  await button('people.add').click();
  await field('people.name').nth(1).fill(told.son);
  await on();
  await heading(t('questions.title', { actor: to })).waitFor();
  await field('questions.words').fill(told.need);
  await on();
  await choice(label('agreementForms', 'oral_witnessed', language)).check();
  await choice(t('agreement.agreed.several')).check();
  await on();
  await button('check.send').click();
  await link('sent.open').click();
  await heading(label('serviceCodes', 'SHL.TRANSIT', language)).waitFor();
  return new URL(page.url()).pathname;
}

/** Opens what is open to her now, class by class named; then it stands on the page. */
export async function openPerson(reader: Visitor, ...classes: readonly ('C1' | 'C2')[]): Promise<void> {
  const { words, button, choice } = reader;
  for (const one of classes) {
    const box = choice(words.t(`person.class.${one}`));
    if (!(await box.isChecked())) await box.check();
  }
  await button('person.open').click();
  for (const one of classes) await choice(words.t(`person.class.${one}`)).waitFor({ state: 'detached' });
}

/** She changed her mind: the caseworker records it. */
export async function withdrawAgreement(caseworker: Visitor): Promise<void> {
  const { words, button } = caseworker;
  await button('act.withdrawAgreement').click();
  await button('agreement.withdraw.confirm').click();
  await caseworker.page.getByRole('dialog', { name: words.t('agreement.withdrawn') }).waitFor();
}

/** At the person's wish, for one authority; the code, as it is shown this once. */
export async function giveCode(
  caseworker: Visitor,
  authority: string,
  whileShown: () => Promise<void> = async () => {},
): Promise<string> {
  const { page, button } = caseworker;
  await button('act.giveCode').click();
  await page.locator('#authority').selectOption({ label: authority });
  await button('giveCode.confirm').click();
  const code = await page.locator('.spoken-code').textContent();
  await whileShown();
  await button('giveCode.noted').click();
  return code!;
}

/** Asks as an official does, and is told this. */
export async function standsBy(
  { words, field, button, heading }: Visitor,
  code: string,
  status: AuthorityStatus,
): Promise<void> {
  await field('status.code').fill(code);
  await button('status.ask').click();
  await heading(label('authorityStatuses', status, words.language)).waitFor();
}
