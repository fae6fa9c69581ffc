/** Nobody answers: the sender's supervisor is asked, then it expires; what was said on the phone in time is still taken. */
import { type Seeing, still } from './seeing.js';
import type { Stage } from './stage.js';
import type { Visitor } from './visitor.js';

/** On the page of a referral that was acknowledged; ends on the same page, with an answer typed in. */
export async function silence(stage: Stage, see: Seeing, oksana: Visitor): Promise<void> {
  const { page, words, button } = oksana;
  const { strike } = stage.network.referrals.commands;
  const id = new URL(page.url()).pathname.split('/').at(-1)!;
  const now = new Date(Date.now() + 30 * 24 * 3_600_000);
  for (const rung of ['reminder', 'sender_supervisor'] as const) {
    const command = { type: 'NoticeSilence', policy: 1, clock: 'decide', rung } as const;
    await strike(id, command, { key: `seen-${rung}`, now });
  }
  await shown(stage, oksana, 'referral.silent');
  await see.state(oksana, 'referral not answered yet, as sender');

  await strike(id, { type: 'ExpireReferral', policy: 1 }, { key: 'seen-expire', now });
  await shown(stage, oksana, 'referral.expired');
  await see.state(oksana, 'referral expired, as sender');

  const nadia = await stage.enter('nadia', still);
  await nadia.go(`/referral/${id}`);
  await nadia.page.getByText(nadia.words.t('referral.expired'), { exact: true }).waitFor();
  await see.state(nadia, 'referral expired, as recipient');
  await nadia.close();

  await button('act.phoned').click();
  await see.state(oksana, 'answer from before it expired');
  await answeredInTime(oksana);
  await page.getByText(words.t('done.recorded')).waitFor();
}

async function shown({ network }: Stage, { page, words }: Visitor, id: string): Promise<void> {
  await network.settled();
  await page.reload();
  await page.getByText(words.t(id), { exact: true }).waitFor();
}

/** Half a day ago, as the browser's own field takes it. */
async function answeredInTime({ page, words, button, choice, field }: Visitor): Promise<void> {
  const at = await page.evaluate(() => {
    const half = new Date(Date.now() - 12 * 3_600_000);
    return new Date(half.getTime() - half.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
  });
  await choice(words.t('phoned.accepted')).check();
  await field('phoned.at').fill(at);
  await button('phoned.confirm').click();
}
