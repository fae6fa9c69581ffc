/** The portal without a pointer: Tab, the arrows, Space, Enter and what is typed. Every stop on the way must be seen. */
import type { Page } from 'playwright-core';
import { focusOf, type Stop } from './focus.js';

export interface Keys {
  /** What has the focus. Throws if one would not see that it has. */
  here(): Promise<Stop>;
  /** On with Tab, or back with Shift+Tab, until what is called so has the focus. */
  to(name: string, by?: 'Tab' | 'Shift+Tab'): Promise<Stop>;
  /** To a button or a link, and pressed. */
  press(name: string): Promise<void>;
  /** To the link that leads there, and along it. */
  follow(path: string): Promise<void>;
  write(field: string, text: string): Promise<void>;
  /** To a checkbox, which is then ticked. */
  tick(name: string): Promise<void>;
  /** To the radio buttons of which one is called so, and on to it with the arrows. */
  choose(name: string): Promise<void>;
  /** To a list of the browser's own, and down to the choice that is called so. */
  pick(list: string, choice: string): Promise<void>;
}

/** Longer than the way through any page. */
const MOST = 60;

export async function keysOf(page: Page): Promise<Keys> {
  const focus = await focusOf(page);
  const { keyboard } = page;

  async function here(): Promise<Stop> {
    const stop = await focus.now();
    const [fault] = stop.faults;
    if (fault) throw new Error(`"${stop.name}" (${stop.role}) has the focus and ${fault}.`);
    return stop;
  }

  async function until(key: string, wanted: string, arrived: (stop: Stop) => boolean | Promise<boolean>) {
    const stops: string[] = [];
    while (stops.length < MOST) {
      await keyboard.press(key);
      const stop = await here();
      if (await arrived(stop)) return stop;
      stops.push(`${stop.role} "${stop.name}"`);
    }
    throw new Error(`${MOST} times ${key}, and never at "${wanted}": ${stops.join(', ')}`);
  }

  const called = (name: string) => (stop: Stop) => stop.name === name;
  const chosen = () => page.evaluate(() => (document.activeElement as HTMLInputElement).checked);
  const to: Keys['to'] = (name, by = 'Tab') => until(by, name, called(name));

  return {
    here,
    to,
    async press(name) {
      await to(name);
      await keyboard.press('Enter');
    },
    async follow(path) {
      await until('Tab', path, () =>
        page.evaluate((there) => document.activeElement?.getAttribute('href') === there, path),
      );
      await keyboard.press('Enter');
    },
    async write(field, text) {
      await to(field);
      await keyboard.type(text);
    },
    async tick(name) {
      await to(name);
      await keyboard.press('Space');
      if (!(await chosen())) throw new Error(`"${name}" is not ticked.`);
    },
    async choose(name) {
      const stop = await until('Tab', name, () => page.evaluate(isAmongThese, name));
      if (stop.name === name) await keyboard.press('Space');
      else await until('ArrowDown', name, called(name));
      if (!(await chosen())) throw new Error(`"${name}" is not chosen.`);
    },
    async pick(list, choice) {
      await to(list);
      const shown = () =>
        page.evaluate(() => (document.activeElement as HTMLSelectElement).selectedOptions[0]?.label);
      await until('ArrowDown', choice, async () => (await shown()) === choice);
    },
  };
}

/** Runs in the page: whether the focus is on a radio button that has a neighbour of this name, or has it itself. */
function isAmongThese(name: string): boolean {
  const one = document.activeElement;
  if (!(one instanceof HTMLInputElement) || one.type !== 'radio') return false;
  const group = document.querySelectorAll<HTMLInputElement>(
    `input[type=radio][name="${CSS.escape(one.name)}"]`,
  );
  return [...group].some(({ labels }) => labels?.[0]?.textContent === name);
}
