/** One referral from "sent" to the day when she withdraws, on both sides of it; and what either is asked before an act. */
import { demonstrationActors } from '@stezhka/local';
import { openPerson, refer } from './acts.js';
import { label } from './label.js';
import { type Seeing, still } from './seeing.js';
import type { Stage } from './stage.js';
import type { Visitor } from './visitor.js';

const shelter = demonstrationActors.find(({ key }) => key === 'kalyna')!.name.uk;

export async function referral(stage: Stage, see: Seeing): Promise<void> {
  const oksana = await stage.enter('oksana', still);
  const marta = await stage.enter('marta', still);
  const path = await refer(oksana, shelter);
  const both = async (state: string) => {
    await see.state(marta, `referral ${state}, as recipient`);
    await oksana.go(path);
    await oksana.page.locator('.timeline').waitFor();
    await see.state(oksana, `referral ${state}, as sender`);
  };
  await marta.go(path);
  await marta.button('act.accept').waitFor();
  await both('sent');
  await declining(marta, see);
  await openPerson(marta, 'C2');
  await see.state(marta, 'person, the need is open');
  await act(marta, 'acknowledge');
  await both('acknowledged');
  await phoned(oksana, see);
  await act(marta, 'accept');
  await both('accepted');
  await openPerson(marta, 'C1');
  await see.state(marta, 'person, everything is open');
  await oksana.button('person.open').click();
  await oksana.page.getByText(oksana.words.t('person.what.missing')).waitFor();
  await see.state(oksana, 'person, nothing chosen to open');
  await openPerson(oksana, 'C1', 'C2');
  await see.state(oksana, 'person, everything is open to the sender');
  await act(marta, 'start');
  await both('in progress');
  await completing(marta, see);
  await both('completed');
  await ending(oksana, see);
  await marta.page.reload();
  await marta.page.getByText(marta.words.t('person.nothing.ended')).waitFor();
  await both('with its sharing ended');
  await Promise.all([oksana.close(), marta.close()]);
}

async function act(marta: Visitor, what: 'acknowledge' | 'accept' | 'start'): Promise<void> {
  await marta.button(`act.${what}`).click();
  await marta.page.getByText(marta.words.t(`done.${what}`)).waitFor();
}

/** Confirms without having answered what is asked, and looks at what is said then. */
async function unanswered({ page, words }: Visitor, confirm: string, message: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: words.t(confirm) }).click();
  await dialog.getByRole('link', { name: words.t(message) }).waitFor();
}

async function declining(marta: Visitor, see: Seeing): Promise<void> {
  const { button, choice, words } = marta;
  const reason = (code: string) => choice(label('declineReasons', code, words.language));
  await button('act.decline').click();
  await see.state(marta, 'decline');
  await unanswered(marta, 'decline.confirm', 'decline.why.missing');
  await see.state(marta, 'decline, without a reason');
  await reason('no_capacity').check();
  await unanswered(marta, 'decline.confirm', 'decline.scope.missing');
  await see.state(marta, 'decline, full for whom');
  await reason('other').check();
  await unanswered(marta, 'decline.confirm', 'decline.words.missing');
  await see.state(marta, 'decline, without words');
  await button('cancel').click();
}

async function phoned(oksana: Visitor, see: Seeing): Promise<void> {
  const { page, button, choice, words } = oksana;
  await button('act.phoned').click();
  await see.state(oksana, 'their answer');
  await choice(words.t('phoned.earlier')).check();
  await unanswered(oksana, 'phoned.confirm', 'phoned.said.missing');
  await see.state(oksana, 'their answer, not said');
  await choice(words.t('phoned.declined')).check();
  await page.locator('#at').fill('2030-01-01T12:00');
  await choice(label('declineReasons', 'not_eligible', words.language)).check();
  await button('phoned.confirm').click();
  await page.getByText(words.t('fault.future'), { exact: true }).first().waitFor();
  await see.state(oksana, 'their answer, from the future');
  await button('cancel').click();
}

async function completing(marta: Visitor, see: Seeing): Promise<void> {
  const { page, button, choice, words } = marta;
  await button('act.complete').click();
  await see.state(marta, 'complete');
  await unanswered(marta, 'complete.confirm', 'complete.missing');
  await see.state(marta, 'complete, without an outcome');
  await choice(label('outcomes', 'partially_provided', words.language)).check();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: words.t('complete.confirm') })
    .click();
  await page.getByText(words.t('done.complete')).waitFor();
}

async function ending(oksana: Visitor, see: Seeing): Promise<void> {
  const { page, button, words } = oksana;
  await button('act.withdrawAgreement').click();
  await see.state(oksana, 'withdraw the agreement');
  await button('agreement.withdraw.confirm').click();
  await page.getByRole('dialog', { name: words.t('agreement.withdrawn') }).waitFor();
  await see.state(oksana, 'agreement withdrawn');
  await button('close').click();
}
