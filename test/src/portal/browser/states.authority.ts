/** A code for an authority: given, shown, taken back; and the official's own page, whatever she is answered. */
import { demonstrationActors } from '@stezhka/local';
import { authorityNames, official } from '../../support/an-authority.js';
import { giveCode, refer, standsBy } from './acts.js';
import { type Seeing, still } from './seeing.js';
import type { Stage } from './stage.js';

const shelter = demonstrationActors.find(({ key }) => key === 'kalyna')!.name.uk;

export async function authority(stage: Stage, see: Seeing): Promise<void> {
  const oksana = await stage.enter('oksana', still);
  const { page, words, button } = oksana;
  await refer(oksana, shelter);
  await button('act.giveCode').click();
  await page.getByRole('option', { name: authorityNames.uk }).waitFor({ state: 'attached' });
  await see.state(oksana, 'code for an authority');
  await button('giveCode.confirm').click();
  await page
    .getByRole('dialog')
    .getByRole('link', { name: words.t('giveCode.authority.missing') })
    .waitFor();
  await see.state(oksana, 'code, for nobody yet');
  await button('cancel').click();
  const code = await giveCode(oksana, authorityNames.uk, () => see.state(oksana, 'code, shown'));

  const valentyn = await stage.enter(official, still);
  await see.state(valentyn, 'status by code');
  await valentyn.button('status.ask').click();
  await valentyn.page.getByText(valentyn.words.t('status.code.missing'), { exact: true }).waitFor();
  await see.state(valentyn, 'status, without a code');
  await valentyn.field('status.code').fill('0000-0000-0000-0000-1');
  await valentyn.button('status.ask').click();
  await valentyn.page.getByText(valentyn.words.t('status.code.mistyped')).waitFor();
  await see.state(valentyn, 'status, a mistyped code');
  await standsBy(valentyn, code, 'in_process');
  await see.state(valentyn, 'status, in process');
  await standsBy(valentyn, '0000-0000-0000-0000-0', 'not_available');
  await see.state(valentyn, 'status, not available');
  await valentyn.close();

  await stage.network.settled();
  await page.reload();
  await page.getByRole('button', { name: `${words.t('codes.revoke')} ${authorityNames.uk}` }).click();
  await page.getByText(words.t('act.codeRevoked', { actor: authorityNames.uk })).waitFor();
  await see.state(oksana, 'referral with a code that was asked with and taken back');
  await oksana.close();
}
