/**
 * What a browser must not tell: that a referral exists, what was opened once it is closed, anything to another site.
 * Whatever is looked for and not found here is first found where it belongs.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demonstrationActors } from '@stezhka/local';
import { nobodysIdBeside } from '../../isolation/foreign-ids.js';
import { beginReferral, refer, told, withdrawAgreement } from './acts.js';
import { type Elsewhere, openElsewhere, tryFrom } from './elsewhere.js';
import { catchCommand, hear } from './heard.js';
import { label } from './label.js';
import { contentOf } from './page-content.js';
import { expectNothing, read, reference, secretsIn } from './secrets.js';
import { seenAt } from './seen-at.js';
import { openStage, type Stage } from './stage.js';
import { languageAlone, leaveEverywhere, leftIn, type Traces, traceIn } from './traces.js';
import { isSignedIn, signIn, type Visitor, visit } from './visitor.js';

const shelter = demonstrationActors.find(({ key }) => key === 'kalyna')!;

let stage: Stage;
let elsewhere: Elsewhere;
let oksana: Visitor & { readonly traces: Traces };
let marta: Visitor & { readonly traces: Traces };
let path: string;

async function enterTraced(name: string) {
  const visitor = await visit(stage.browser, stage.network.address);
  const traces = await traceIn(visitor.context);
  await signIn(visitor, name);
  return { ...visitor, traces };
}

beforeAll(async () => {
  [stage, elsewhere] = await Promise.all([openStage(), openElsewhere()]);
  [oksana, marta] = await Promise.all([enterTraced('oksana'), enterTraced('marta')]);
  path = await refer(oksana, shelter.name.uk);
  await marta.go(path);
  await marta.button('act.accept').click();
  await marta.page.getByText(marta.words.t('done.accept')).waitFor();
});
afterAll(async () => {
  await stage?.close();
  await elsewhere?.close();
});

describe('an address', () => {
  it.each([
    ['of another organisation', 'ostap'],
    ['of the same organisation who does not work with people', 'lida'],
  ])('of a referral is to somebody %s as one that never was', async (_whom, name) => {
    const stranger = await stage.enter(name);
    const nothing = stranger.words.t('notFound.title');
    const id = path.split('/').at(-1)!;
    const nobodys = nobodysIdBeside(id);
    const [page, pageOfNone, draft, draftOfNone] = await Promise.all(
      [path, `/referral/${nobodys}`, `/new/continue/${id}`, `/new/continue/${nobodys}`].map((place) =>
        seenAt(stranger, place, nothing),
      ),
    );
    expect(page).toEqual(pageOfNone);
    expect(draft).toEqual(draftOfNone);
    for (const { answers, content } of [page!, draft!]) {
      expect(answers.length).toBeGreaterThan(1);
      expect(content).not.toMatch(reference);
    }
    await stranger.close();
  });

  it('of a referral is to its recipient the referral', async () => {
    const here = await seenAt(marta, path, label('serviceCodes', 'SHL.TRANSIT', 'uk'));
    expect(here.content).toMatch(reference);
    expect(here.answers.join()).toMatch(reference);
  });
});

describe('what was opened', () => {
  it('came in answers that nothing may keep', async () => {
    const heard = hear(marta.context);
    await read(marta, path);
    const answers = await heard();
    expect(secretsIn(answers.map(({ text }) => text).join())).toEqual(Object.values(told));
    for (const { headers } of answers) expect(headers['cache-control']).toBe('no-store');
  });

  it.each<readonly [string, (reader: Visitor) => Promise<unknown>]>([
    ['when the page is loaded anew', ({ page }) => page.reload()],
    [
      'when one comes back from another page',
      async ({ page, words, heading }) => {
        await page.getByRole('link', { name: words.t('brand') }).click();
        await heading(words.t('inbox.received')).waitFor();
        await page.goBack();
      },
    ],
    [
      'when one comes back from another document',
      async ({ page, origin }) => {
        await page.goto(`${origin}/icon.svg`);
        await page.goBack();
      },
    ],
  ])('is not there %s', async (_when, leaveAndReturn) => {
    await read(marta, path);
    await leaveAndReturn(marta);
    await marta.button('person.open').waitFor();
    expect(secretsIn(await contentOf(marta.page))).toEqual([]);
  });

  it('is gone from a page before the browser can put it away for Back', async () => {
    const reader = await stage.enter('marta');
    const { page } = reader;
    await read(reader, path);
    await page.evaluate(() => {
      addEventListener('pagehide', () => sessionStorage.setItem('left', document.documentElement.outerHTML));
    });
    await page.goto(`${reader.origin}/icon.svg`);
    const left = await page.evaluate(() => sessionStorage.getItem('left'));
    expect(left).toContain(reader.words.t('person.title'));
    expect(secretsIn(left!)).toEqual([]);
    await reader.close();
  });
});

describe('signing out', () => {
  it('leaves nothing in any tab, and Back brings nothing of it', async () => {
    const reader = await stage.enter('marta');
    await read(reader, path);
    const tab = await reader.context.newPage();
    await tab.goto(reader.origin + path);
    await tab.getByRole('button', { name: reader.words.t('session.signOut'), exact: true }).click();
    const door = tab.getByRole('link', { name: reader.words.t('session.signIn') });
    await door.waitFor();
    await tab.goBack();
    await tab.waitForURL(reader.origin + path);
    await door.waitFor();
    await expectNothing({ ...reader, page: tab });
    await reader.heading(reader.words.t('session.ended')).waitFor();
    await expectNothing(reader);
    await reader.close();
  });

  it('asks first where something typed would be lost', async () => {
    const caseworker = await stage.enter('oksana');
    const { page, words, button, link } = caseworker;
    await beginReferral(caseworker);
    // So does the browser, where a window is closed.
    const asking = page.waitForEvent('dialog');
    await page.close({ runBeforeUnload: true });
    const question = await asking;
    expect(question.type()).toBe('beforeunload');
    await question.dismiss();
    await button('session.signOut').click();
    await page.getByRole('dialog', { name: words.t('leave.title') }).waitFor();
    expect(await isSignedIn(caseworker)).toBe(true);
    await button('leave.leave').click();
    await link('session.signIn').waitFor();
    expect(await isSignedIn(caseworker)).toBe(false);
    await caseworker.close();
  });
});

describe('the quick exit', () => {
  it.each<readonly [string, 'oksana' | 'marta', (visitor: Visitor) => Promise<unknown>]>([
    ['what is read', 'marta', (visitor) => read(visitor, path)],
    ['what is typed', 'oksana', beginReferral],
    [
      'a dialog',
      'oksana',
      async ({ go, button, page }) => {
        await go(path);
        await button('act.withdrawAgreement').click();
        await page.getByRole('dialog').waitFor();
      },
    ],
  ])('leaves %s at once, asks nothing, and ends the session', async (_what, name, begin) => {
    const visitor = await stage.enter(name);
    const { page, context, origin, button, link } = visitor;
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.dismiss();
    });
    await context.route(
      (url) => url.origin !== origin,
      (route) => route.fulfill({ contentType: 'text/html', body: '<title>Another place</title>' }),
    );
    // The server's answer is held back: nobody waits for it.
    const held = new Promise<() => Promise<void>>((holding) =>
      context.route('**/auth/sign-out', (route) => holding(() => route.continue())),
    );
    await begin(visitor);
    await button('exit.label').last().click({ noWaitAfter: true });
    const letGo = await held;
    await page.waitForURL((url) => url.origin !== origin);
    expect([await page.title(), asked, await isSignedIn(visitor)]).toEqual(['Another place', [], true]);
    await letGo();
    while (await isSignedIn(visitor));
    await page.goBack();
    await link('session.signIn').waitFor();
    await expectNothing(visitor);
    await visitor.go(path);
    await link('session.signIn').waitFor();
    await expectNothing(visitor);
    await visitor.close();
  });
});

describe('a page from elsewhere', () => {
  it('changes nothing and reads nothing, whatever the browser sends along', async () => {
    const zoriana = await stage.enter('zoriana');
    const { page, context, words, origin, button } = zoriana;
    await page.getByRole('link', { name: label('serviceCodes', 'SUP.INT', words.language) }).click();
    const body = await catchCommand(page, () => button('act.acknowledge').click());
    const [beside, away] = elsewhere.origins;
    for (const site of [beside, away]) {
      const tried = await tryFrom(site, context, { at: origin, body });
      expect(tried.read).toBe('');
      expect(JSON.parse(tried.formSent)).toMatchObject(JSON.parse(body));
      expect(Object.keys(JSON.parse(tried.formShown))).toEqual(['errors']);
      expect(tried.answered.filter(({ status }) => status < 400)).toEqual([]);
      const carrying = tried.answered.filter(({ cookie }) => cookie);
      if (site === beside) expect(carrying.length).toBeGreaterThan(5);
      else expect(carrying).toEqual([]);
    }

    await page.reload();
    await button('act.acknowledge').waitFor();
    const status = await page.evaluate(async (same) => {
      const headers = { 'content-type': 'application/json', 'x-stezhka-request': '1' };
      return (await fetch('/graphql', { method: 'POST', headers, body: same })).status;
    }, body);
    expect(status).toBe(200);
    await page.reload();
    await page.getByText(words.t('act.acknowledged')).waitFor();
    expect(await button('act.acknowledge').count()).toBe(0);
    await zoriana.close();
  });
});

it('goes from the page that is open when the person takes her agreement back, without loading it anew', async () => {
  await read(marta, path);
  const loaded = () => marta.page.evaluate(() => performance.timeOrigin);
  const before = await loaded();
  await oksana.go(path);
  await withdrawAgreement(oksana);
  await marta.page.getByText(marta.words.t('person.nothing.ended')).waitFor();
  expect(secretsIn(await contentOf(marta.page))).toEqual([]);
  expect(await loaded()).toBe(before);
});

describe('a browser in which all this was done', () => {
  it('keeps the language and nothing else', async () => {
    for (const { page, traces } of [oksana, marta]) {
      expect(await leftIn(page)).toEqual(languageAlone);
      expect([...new Set(traces.written)]).toEqual(['localStorage stezhka-language uk']);
      expect(traces.addresses.length).toBeGreaterThan(3);
      for (const address of traces.addresses)
        expect(new URL(address).pathname + new URL(address).search).toMatch(
          /^\/($|sent$|icon\.svg$|new(\/[a-z]+)?$|referral\/[a-z2-7]{26}$|oidc\/interaction\/[\w-]+$)/,
        );
    }
  });

  it('has one cookie for its pages, which no script reads, and none that a script could read', async () => {
    const all = await marta.context.cookies();
    const here = await marta.context.cookies(marta.origin + path);
    expect(here).toMatchObject([
      { name: '__Host-stezhka', httpOnly: true, secure: true, sameSite: 'Lax', path: '/', expires: -1 },
    ]);
    expect(all.filter(({ httpOnly, sameSite }) => !httpOnly || sameSite !== 'Lax')).toEqual([]);
  });

  it('has not even that after signing out', async () => {
    const { page, context, origin, words, button, link, traces } = marta;
    await button('session.signOut').click();
    await link('session.signIn').waitFor();
    expect(await context.cookies(origin + path)).toEqual([]);
    expect(await leftIn(page)).toEqual(languageAlone);
    // That one has just signed out is noted for the page that says so, and read away by it.
    const kept = traces.written.filter((line) => line !== `localStorage stezhka-language ${words.language}`);
    expect(kept.filter((line) => line !== 'sessionStorage stezhka-left 1')).toEqual([]);
  });

  it('would have been seen to keep more', async () => {
    const { page, traces } = await enterTraced('marta');
    await page.evaluate(leaveEverywhere, told.mother);
    const holds = (what: unknown) => decodeURIComponent(JSON.stringify(what)).includes(told.mother);
    const { workers: _, ...left } = await leftIn(page);
    expect(Object.entries(left).filter(([, what]) => !holds(what))).toEqual([]);
    expect(traces.written.filter(holds)).toHaveLength(Object.keys(left).length - 1);
    await page.context().close();
  });
});
