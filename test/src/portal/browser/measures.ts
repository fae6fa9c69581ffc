/** What a ruler says of a page: whether a finger hits, whether all of it is seen, whether it holds still. */
import type { Page } from 'playwright-core';

/** As wide and as high as a fingertip, in CSS pixels. */
const FINGERTIP = 48;

/** Whatever can be pressed and is smaller than a fingertip. */
export async function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate((least) => {
    /** A link in a sentence is as high as its line. */
    const inSentence = (one: Element) =>
      getComputedStyle(one).display === 'inline' &&
      one.parentElement?.textContent?.trim() !== one.textContent?.trim();
    /** The words beside a radio or a checkbox are pressed as well as its box. */
    const boxesOf = (one: Element) =>
      [
        one,
        ...(one instanceof HTMLInputElement && ['radio', 'checkbox'].includes(one.type)
          ? (one.labels ?? [])
          : []),
      ].map((part) => part.getBoundingClientRect());
    return [...document.querySelectorAll('a, button, input, select, textarea, summary')]
      .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !inSentence(one))
      .flatMap((one) => {
        const boxes = boxesOf(one);
        const most = (of: (box: DOMRect) => number) => Math.max(...boxes.map(of));
        const width = most(({ right }) => right) + most(({ left }) => -left);
        const height = most(({ bottom }) => bottom) + most(({ top }) => -top);
        if (width >= least && height >= least) return [];
        return [`${Math.round(width)} by ${Math.round(height)} is too small: ${one.outerHTML.slice(0, 120)}`];
      });
  }, FINGERTIP);
}

/** Whatever is cut off, spills out of its box, or has to be pushed sideways to be read. */
export async function notAllSeen(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth } = document.documentElement;
    const wide = scrollWidth > innerWidth ? [`the page is ${scrollWidth} wide`] : [];
    /** For those who hear the page. Fields scroll by themselves. */
    const exempt = (one: Element) =>
      getComputedStyle(one).clipPath !== 'none' || one.matches('input, select, textarea');
    const speaks = (one: Element) =>
      [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
    const cut = [...document.body.querySelectorAll<HTMLElement>('*')]
      .filter(
        (one) => one instanceof HTMLElement && one.clientWidth > 0 && one.checkVisibility() && !exempt(one),
      )
      .filter((one) => {
        const { overflowX, overflowY } = getComputedStyle(one);
        const sideways = one.scrollWidth > one.clientWidth + 1 && (overflowX !== 'visible' || speaks(one));
        const below = one.scrollHeight > one.clientHeight + 1 && ['hidden', 'clip'].includes(overflowY);
        return sideways || below;
      })
      .map((one) => `${one.scrollWidth} in ${one.clientWidth} is cut off: ${one.outerHTML.slice(0, 120)}`);
    return [...wide, ...cut];
  });
}

/** Whatever moves, or would at the next touch. */
export async function movements(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const seconds = (durations: string) =>
      Math.max(...durations.split(',').map((one) => Number.parseFloat(one) * (/ms$/.test(one) ? 0.001 : 1)));
    const ready = [...document.querySelectorAll('*')].flatMap((one) =>
      [undefined, '::before', '::after', '::backdrop'].flatMap((part) => {
        const { transitionDuration, animationDuration, animationName } = getComputedStyle(one, part);
        const animated = animationName === 'none' ? 0 : seconds(animationDuration);
        const lasts = Math.max(seconds(transitionDuration), animated);
        return lasts > 0.001 ? [`moves for ${lasts} s: ${one.outerHTML.slice(0, 120)}`] : [];
      }),
    );
    return [...document.getAnimations().map(() => 'something moves now'), ...ready];
  });
}
