/** The whole way of a referral without a pointer: whatever can be done can be reached, and one sees where one is. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { demonstrationActors, demonstrationPassword } from '@stezhka/local';
import { told } from './acts.js';
import { type Keys, keysOf } from './keys.js';
import { label } from './label.js';
import { openStage, type Stage } from './stage.js';
import { type Visitor, visit } from './visitor.js';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const shelter = demonstrationActors.find(({ key }) => key === 'kalyna')!;

interface Hands extends Visitor {
  readonly keys: Keys;
  /** A page begins at its heading: the focus is there. */
  arrived(heading: string): Promise<void>;
  /** What was done is told where the focus is. */
  heard(id: string): Promise<void>;
}

async function signInByKeys(name: string): Promise<Hands> {
  const visitor = await visit(stage.browser, stage.network.address, { reducedMotion: 'reduce' });
  const { page, words } = visitor;
  const keys = await keysOf(page);
  await visitor.go('/');
  await keys.press(words.t('session.signIn'));
  // The provider's page begins in its first field.
  await page.locator('input[name=name]:focus').waitFor();
  await keys.here();
  await page.keyboard.type(name);
  await page.keyboard.press('Tab');
  await keys.here();
  await page.keyboard.type(demonstrationPassword);
  await page.keyboard.press('Tab');
  expect((await keys.here()).role).toBe('button');
  await page.keyboard.press('Enter');
  await visitor.heading(words.t('inbox.received')).waitFor();
  return {
    ...visitor,
    keys,
    arrived: (heading) => page.locator('h1:focus').getByText(heading, { exact: true }).waitFor(),
    heard: (id) => page.locator('[role=status]:focus').getByText(words.t(id), { exact: true }).waitFor(),
  };
}

it('is referred, read, answered and opened', async () => {
  const oksana = await signInByKeys('oksana');
  const path = await referByKeys(oksana);

  const marta = await signInByKeys('marta');
  const { page, keys, arrived, heard, words } = marta;
  const { t, language } = words;
  await keys.follow(path);
  await arrived(label('serviceCodes', 'SHL.TRANSIT', language));
  await keys.press(t('person.open'));
  await page.locator('[role=status]:focus', { hasText: t('person.shown').split('{')[0]! }).waitFor();
  expect(await page.textContent('main')).toContain(told.need);
  await keys.to(t('act.acknowledge'), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await heard('done.acknowledge');
  await keys.press(t('act.accept'));
  await heard('done.accept');
  expect(await page.textContent('main')).not.toContain(told.mother);
  await keys.press(t('person.open'));
  await page.getByText(told.mother).waitFor();
  await keys.press(t('person.hide'));
  await page.locator('h2:focus').getByText(t('person.title'), { exact: true }).waitFor();
  expect(await page.content()).not.toContain(told.mother);
  expect([...oksana.complaints, ...marta.complaints]).toEqual([]);
  await Promise.all([oksana.close(), marta.close()]);
});

it('declines in a dialog that keeps the focus, and gives it back to who presses Escape', async () => {
  const zoriana = await signInByKeys('zoriana');
  const { page, keys, arrived, heard, words } = zoriana;
  const { t, language } = words;
  const dialog = page.locator('dialog[open]');
  await keys.press(label('serviceCodes', 'SUP.INT', language));
  await arrived(label('serviceCodes', 'SUP.INT', language));
  await keys.press(t('act.decline'));
  await dialog.locator(':focus').waitFor();
  // All around: the dialog's own, the quick way out among them, and nothing of the page behind.
  for (const name of [t('exit.label'), t('cancel'), t('exit.label')]) await keys.to(name);
  await expect(keys.to(t('session.signOut'))).rejects.toThrow(/never at/);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect((await keys.here()).name).toBe(t('act.decline'));
  await keys.to(t('session.signOut'));

  await keys.to(t('act.decline'), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await dialog.locator(':focus').waitFor();
  await keys.choose(label('declineReasons', 'lack_of_resources', language));
  await keys.press(t('decline.confirm'));
  await heard('done.decline');
  expect(zoriana.complaints).toEqual([]);
  await zoriana.close();
});

/** Each spoils the page in a way that nobody with a pointer notices. */
const spoilt: readonly (readonly [string, RegExp, () => void])[] = [
  [
    'no sign of the focus',
    /shows no sign of the focus/,
    () => {
      document.styleSheets[0]!.insertRule(
        ':focus-visible { outline: none !important; box-shadow: none !important }',
      );
    },
  ],
  [
    'a sign that is always there',
    /left the sign of the focus behind/,
    () => {
      document.styleSheets[0]!.insertRule(
        'a, button, select { outline: 3px solid red !important; box-shadow: none !important }',
      );
    },
  ],
  [
    'something lying over what has the focus',
    /lies under spoilt/,
    () => {
      const over = document.createElement('div');
      over.className = 'spoilt';
      Object.assign(over.style, { position: 'fixed', inset: '0', zIndex: '99' });
      document.body.append(over);
    },
  ],
  [
    'what has the focus beside the window',
    /is outside of the window/,
    () => {
      document.styleSheets[0]!.insertRule(':focus { position: fixed !important; left: -999px !important }');
    },
  ],
  [
    'what nobody sees',
    /cannot be seen/,
    () => {
      document.styleSheets[0]!.insertRule('#portal { opacity: 0 }');
    },
  ],
];

it.each(spoilt)('is told of %s', async (_what, fault, spoil) => {
  const visitor = await visit(stage.browser, stage.network.address, { reducedMotion: 'reduce' });
  await visitor.go('/');
  await visitor.page.evaluate(spoil);
  const keys = await keysOf(visitor.page);
  await expect(keys.to(visitor.words.t('session.signIn'))).rejects.toThrow(fault);
  await visitor.close();
});

it('is told of what no key leads to, with all that one passes', async () => {
  const visitor = await visit(stage.browser, stage.network.address);
  await visitor.go('/');
  const keys = await keysOf(visitor.page);
  await expect(keys.to('Nobody')).rejects.toThrow(
    new RegExp(`never at "Nobody": .*${visitor.words.t('session.signIn')}`),
  );
  await visitor.close();
});

async function referByKeys(caseworker: Hands): Promise<string> {
  const { page, words, keys, arrived } = caseworker;
  const { t, language } = words;
  const to = shelter.name[language];
  const on = () => keys.press(t('new.continue'));
  await keys.press(t('nav.new'));
  await arrived(t('need.title'));
  await on();
  // What is missing is told at once, and each line leads to its place.
  await page.locator('.error-summary:focus').waitFor();
  await keys.press(t('need.service.missing'));
  expect((await keys.here()).name).toBe(t('need.service'));
  await keys.to(t('need.service.missing'), 'Shift+Tab');
  await keys.pick(t('need.service'), label('serviceCodes', 'SHL.TRANSIT', language));
  await keys.pick(t('need.oblast'), 'Львівська');
  await keys.choose(label('urgencies', 'urgent', language));
  await on();
  await arrived(t('who.title'));
  await page.getByLabel(to, { exact: true }).waitFor();
  await keys.choose(to);
  await on();
  await arrived(t('people.title'));
  await keys.write(t('people.name'), told.mother);
  await keys.write(t('contact.phone'), told.phone);
  await keys.tick(t('contact.message.never'));
  await on();
  await arrived(t('questions.title', { actor: to }));
  await keys.write(t('questions.words'), told.need);
  await on();
  await arrived(t('agreement.title'));
  await keys.choose(label('agreementForms', 'oral_witnessed', language));
  await keys.tick(t('agreement.agreed'));
  await on();
  await arrived(t('check.title'));
  await keys.press(t('check.send'));
  await arrived(t('sent.title'));
  await keys.press(t('sent.open'));
  await arrived(label('serviceCodes', 'SHL.TRANSIT', language));
  return new URL(page.url()).pathname;
}
