/** On from a referral that was declined; what consent refuses meanwhile, and what is not known yet when it is sent again. */
import { demonstrationActors } from '@stezhka/local';
import { withdrawAgreement } from './acts.js';
import { answering } from './answered.js';
import { label } from './label.js';
import { type Seeing, still } from './seeing.js';
import type { Stage } from './stage.js';
import type { Visitor } from './visitor.js';

const refuge = demonstrationActors.find(({ key }) => key === 'dzherelo')!.name.uk;

export async function again(stage: Stage, see: Seeing): Promise<void> {
  const oksana = await stage.enter('oksana', still);
  const { page, words, button, choice, heading } = oksana;
  const on = () => button('new.continue').click();
  await declined(oksana);
  await oksana.link('referral.askNext').click();
  await heading(words.t('need.title')).waitFor();
  await see.state(oksana, 'need, continued');
  await on();
  await choice(refuge).check();
  await on();
  await page.locator('#reuse').check();
  await see.state(oksana, 'questions, answered before');
  await on();
  await heading(words.t('agreement.title')).waitFor();
  await see.state(oksana, 'agreement, there already');
  await on();
  await heading(words.t('check.title')).waitFor();

  const elsewhere = await stage.enter('oksana', still);
  await declined(elsewhere);
  await withdrawAgreement(elsewhere);
  await button('check.send').click();
  await button('check.agreeAnew').waitFor();
  await see.state(oksana, 'check, refused by consent');
  await elsewhere.go('/sent?show=waiting');
  await elsewhere.page.getByText(words.t('referral.refused.short')).first().waitFor();
  await see.state(elsewhere, 'sent list, with one refused by consent');
  await elsewhere.page.locator('.card a').first().click();
  await elsewhere.page.locator('.timeline').waitFor();
  await see.state(elsewhere, 'referral refused by consent');
  await elsewhere.close();

  await button('check.agreeAnew').click();
  await choice(label('agreementForms', 'oral_witnessed', words.language)).check();
  await choice(words.t('agreement.agreed')).check();
  await on();
  await answering(page, async (route) => {
    const response = await route.fetch();
    const answer = await response.json();
    const { sendReferral, referral } = answer.data ?? {};
    if (sendReferral) sendReferral.outcome = 'PENDING';
    if (referral) Object.assign(referral, { asking: true, state: 'draft', refused: null });
    await route.fulfill({ response, json: answer });
  });
  await button('check.send').click();
  await heading(words.t('sent.pending')).waitFor();
  await see.state(oksana, 'sent page, consent still asked');
  await oksana.link('sent.open').click();
  await page.getByText(words.t('referral.asking')).waitFor();
  await see.state(oksana, 'referral, consent still asked');
  await oksana.close();
}

async function declined({ page, go }: Visitor): Promise<void> {
  await go('/sent?show=ended');
  await page.locator('.card', { hasText: refuge }).getByRole('link').click();
  await page.locator('.timeline').waitFor();
}
