/**
 * How soon the first page is there, on a cheap phone with a weak network. The baseline is the provider's sign-in page:
 * one document by the same server, without a script.
 */
import type { Page } from 'playwright-core';
import { listening } from '../portal/browser/answered.js';
import { openStage } from '../portal/browser/stage.js';
import type { Bench, Opened, Subject } from './bench.js';
import { type Line, onSlowPhone, slowdown } from './slow-phone.js';

/** 150 ms for every answer. The browser does not delay connections, so this is the line at its kindest. */
export const slow4G = firstPaint('first-paint', 'slow 4G', { latencyMs: 150, downKbps: 1600, upKbps: 750 });

/** The same line as Lighthouse applies it, to make up for what a browser does not slow down. */
export const slow4GApplied = firstPaint('first-paint-applied', 'slow 4G as Lighthouse applies it', {
  latencyMs: 562.5,
  downKbps: 1474.56,
  upKbps: 675,
});

function firstPaint(name: string, called: string, line: Line): Bench {
  const { latencyMs, downKbps, upKbps } = line;
  const network = `${latencyMs} ms, ${downKbps} kbit/s down, ${upKbps} up`;
  return {
    name,
    what: `largest contentful paint on ${called} (${network}), processor ${slowdown} × slower`,
    unit: 'ms',
    open: () => open(line),
  };
}

async function open(line: Line): Promise<Opened> {
  const stage = await openStage();
  try {
    const { browser, network } = stage;
    const marta = await stage.enter('marta');
    const signedIn = await marta.context.storageState();
    const asking = await browser.newContext();
    const asked = await asking.newPage();
    await asked.goto(`${network.address}/auth/sign-in`);
    const [signIn, begun] = [asked.url(), await asking.storageState()];
    const subject = (
      name: string,
      url: string,
      state: typeof signedIn | undefined,
      when: (page: Page) => Promise<number>,
    ): Subject => ({
      name,
      measure: () =>
        onSlowPhone(browser, line, state, async (page) => {
          await page.goto(url, { waitUntil: 'commit' });
          return when(page);
        }),
    });
    return {
      baseline: subject('sign-in page, no script', signIn, begun, paintedWith('input[name=password]')),
      subjects: [
        subject('signed-out page', network.address, undefined, paintedWith('a[href^="/auth/sign-in"]')),
        subject('inbox', network.address, signedIn, paintedWith('.cards')),
        subject('inbox with its list', network.address, signedIn, drawn('.cards')),
      ],
      close: () => stage.close(),
    };
  } catch (error) {
    await stage.close();
    throw error;
  }
}

/** When the largest part was painted, of a page that has `there` and loads no more. */
const paintedWith = (there: string) => async (page: Page) => {
  await page.locator(there).waitFor();
  await listening(page)();
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const read = (list: PerformanceObserverEntryList) => resolve(list.getEntries().at(-1)!.startTime);
        // What is in the page now is painted with the next frame, and told after it.
        requestAnimationFrame(() =>
          requestAnimationFrame(() =>
            new PerformanceObserver(read).observe({ type: 'largest-contentful-paint', buffered: true }),
          ),
        );
      }),
  );
};

/** When `there` was drawn: the largest part of a page is not always what one came for. */
const drawn = (there: string) => (page: Page) =>
  page.evaluate(
    (selector) =>
      new Promise<number>((resolve) => {
        const look = () => {
          if (document.querySelector(selector)) requestAnimationFrame(() => resolve(performance.now()));
          else requestAnimationFrame(look);
        };
        look();
      }),
    there,
  );
