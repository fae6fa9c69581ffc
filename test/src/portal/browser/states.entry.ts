/** The way in, and what stands where there is nothing to be seen. */
import { type Seeing, still } from './seeing.js';
import type { Stage } from './stage.js';
import { visit } from './visitor.js';

export async function entry({ browser, network }: Stage, see: Seeing): Promise<void> {
  const visitor = await visit(browser, network.address, still);
  await visitor.go('/');
  await see.state(visitor, 'signed out');
  for (const [why, said] of [
    ['failed', 'session.failed'],
    ['unavailable', 'session.unavailable'],
  ] as const) {
    await visitor.go(`/?sign-in=${why}`);
    await visitor.page.getByText(visitor.words.t(said), { exact: true }).waitFor();
    await see.state(visitor, `signed out, with a sign-in that is ${why}`);
  }
  await visitor.page.route('**/auth/session', (route) => route.abort());
  await visitor.page.reload();
  await see.state(visitor, 'offline from the start');
  await visitor.close();
}

export async function provider({ browser, network }: Stage, see: Seeing): Promise<void> {
  for (const language of ['uk', 'en', 'ro'] as const) {
    const { go, page, close } = await visit(browser, network.address, still);
    await go(`/auth/sign-in?language=${language}`);
    await page.locator(`html[lang=${language}]`).waitFor();
    await see.page(page, `sign-in ${language}`);
    await page.locator('input[name=name]').fill('nobody');
    await page.locator('input[name=password]').fill('nothing');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    await see.page(page, `sign-in with a wrong password ${language}`);
    await go('/oidc/interaction/nothing');
    await see.page(page, `sign-in that is nowhere ${language}`);
    await close();
  }
}

export async function nothingHere(stage: Stage, see: Seeing): Promise<void> {
  const ostap = await stage.enter('ostap', still);
  await ostap.go('/nowhere');
  await see.state(ostap, 'nonexistent page');
  await ostap.go('/');
  await ostap.page.locator('.empty').waitFor();
  await ostap.context.clearCookies();
  // A window that comes back to the network asks again.
  await ostap.page.evaluate(() => dispatchEvent(new Event('online')));
  await ostap.heading(ostap.words.t('session.ended')).waitFor();
  await see.state(ostap, 'session ended');
  await ostap.close();

  const nadia = await stage.enter('nadia', still);
  await nadia.button('session.signOut').click();
  await nadia.page.getByText(nadia.words.t('session.left'), { exact: true }).waitFor();
  await see.state(nadia, 'signed out by herself');
  await nadia.close();
}
