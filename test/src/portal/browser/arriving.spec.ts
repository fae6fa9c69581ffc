/** Before the door: why one stands there is said once, with what to do next, and the address keeps none of it. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { languages } from '@stezhka/vocabulary';
import { seed, someOf } from '../../counts.js';
import { openStage, type Stage } from './stage.js';
import { type Visitor, visit } from './visitor.js';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const path = ({ page }: Visitor) => page.url().slice(stage.network.address.length);
const notice = ({ page }: Visitor) => page.locator('.notice');

async function expectSaid(visitor: Visitor, message: string): Promise<void> {
  const { words, link } = visitor;
  await link('session.signIn').waitFor();
  const said = await notice(visitor).textContent();
  expect(said).toContain(words.t(message));
  expect(said).toContain(words.t(`${message}.next`));
  expect(path(visitor)).toBe('/');
  await visitor.page.reload();
  await link('session.signIn').waitFor();
  expect(await notice(visitor).count()).toBe(0);
}

describe.each(someOf(languages.codes, seed()))('in %s', (language) => {
  it('a sign-in that did not work, or cannot be begun, is told', async () => {
    const visitor = await visit(stage.browser, stage.network.address, { language });
    await visitor.go('/auth/callback?code=none&state=none');
    await expectSaid(visitor, 'session.failed');
    await visitor.go('/?sign-in=unavailable');
    await expectSaid(visitor, 'session.unavailable');
    await visitor.go('/?sign-in=anything&show=waiting#main');
    await visitor.link('session.signIn').waitFor();
    expect([path(visitor), await notice(visitor).count()]).toEqual(['/?show=waiting#main', 0]);
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  });

  it('who signs out reads that she is out', async () => {
    const visitor = await stage.enter('marta', { language });
    await visitor.button('session.signOut').filter({ visible: true }).click();
    await expectSaid(visitor, 'session.left');
    expect(await visitor.page.evaluate(() => sessionStorage.length)).toBe(0);
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  });
});

it('an old failure is not told to whoever is signed in, and leaves the address', async () => {
  const marta = await stage.enter('marta');
  await marta.go('/?sign-in=failed');
  await marta.heading(marta.words.t('inbox.received')).waitFor();
  expect([path(marta), await notice(marta).count()]).toEqual(['/', 0]);
  await marta.close();
});

it('signing out leads by a provider elsewhere, which sends back to the door', async () => {
  const marta = await stage.enter('marta');
  const { page, context } = marta;
  const next = 'https://provider.invalid/session/end';
  await page.route('**/auth/sign-out', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { signedIn: false, next } });
  });
  const back = `<meta http-equiv="refresh" content="0;url=${stage.network.address}/">`;
  await context.route(next, (route) => route.fulfill({ contentType: 'text/html', body: back }));
  await marta.button('session.signOut').filter({ visible: true }).click();
  await expectSaid(marta, 'session.left');
  await marta.close();
});

it('a sign-out that nobody answers does not say that one is out', async () => {
  const marta = await stage.enter('marta');
  await marta.page.route('**/auth/sign-out', (route) => route.fulfill({ status: 503, body: '' }));
  await marta.button('session.signOut').filter({ visible: true }).click();
  await marta.heading(marta.words.t('fault.offline')).waitFor();
  await marta.button('retry').click();
  await marta.heading(marta.words.t('inbox.received')).waitFor();
  await marta.close();
});
