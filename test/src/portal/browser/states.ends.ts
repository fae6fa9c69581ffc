/** Other ends of a referral: declined, declined by phone and in words, withdrawn. */
import { label } from './label.js';
import { type Seeing, still } from './seeing.js';
import type { Stage } from './stage.js';
import type { Visitor } from './visitor.js';

export async function ends(stage: Stage, see: Seeing): Promise<void> {
  const oksana = await stage.enter('oksana', still);
  await open(oksana, '/sent?show=ended', 'Джерело');
  await see.state(oksana, 'referral declined, as sender');
  await reader(stage, see, 'iryna', '/', 'referral declined, as recipient');

  await open(oksana, '/sent?show=waiting', 'Компас');
  await declinedByPhone(oksana);
  await see.state(oksana, 'answer not confirmed, as sender');
  await oksana.button('notes.open').click();
  await oksana.page.locator('blockquote').waitFor();
  await see.state(oksana, 'explanation opened');
  await reader(stage, see, 'zoriana', '/', 'answer not confirmed, as recipient');

  await open(oksana, '/sent?show=waiting', 'Світанок');
  await withdrawing(oksana, see);
  await see.state(oksana, 'referral withdrawn, as sender');
  await reader(stage, see, 'nadia', '/', 'referral withdrawn, as recipient');
  await oksana.go('/sent');
  await oksana.page.locator('.card').first().waitFor();
  await see.state(oksana, 'sent list, with what needs attention');
  await oksana.close();
}

async function open({ page, go }: Visitor, list: string, to = ''): Promise<void> {
  await go(list);
  await page.locator('.card', { hasText: to }).first().getByRole('link').click();
  await page.locator('.timeline').waitFor();
}

/** The one whom it concerns as well, at the first of her list. */
async function reader(stage: Stage, see: Seeing, name: string, list: string, state: string): Promise<void> {
  const one = await stage.enter(name, still);
  await open(one, list);
  await see.state(one, state);
  await one.close();
}

async function declinedByPhone({ page, words, button, choice, field }: Visitor): Promise<void> {
  await button('act.phoned').click();
  await choice(words.t('phoned.declined')).check();
  await choice(label('declineReasons', 'other', words.language)).check();
  await field('decline.words').fill('Перекладачка захворіла, повернеться за тиждень.');
  await button('phoned.confirm').click();
  await page.getByText(words.t('done.recorded')).waitFor();
}

async function withdrawing(oksana: Visitor, see: Seeing): Promise<void> {
  const { page, words, button, choice } = oksana;
  const dialog = page.getByRole('dialog');
  const confirm = dialog.getByRole('button', { name: words.t('withdraw.confirm'), exact: true });
  await button('act.withdraw').click();
  await see.state(oksana, 'withdraw');
  await confirm.click();
  await dialog.getByRole('link', { name: words.t('withdraw.missing') }).waitFor();
  await see.state(oksana, 'withdraw, without a reason');
  await choice(label('withdrawReasons', 'need_met', words.language)).check();
  await confirm.click();
  await page.getByText(words.t('done.withdraw')).waitFor();
}
