/** Where the focus stands: what a screen reader calls it, and what somebody who sees it would miss. */
import type { CDPSession, Page } from 'playwright-core';

export interface Stop {
  readonly role: string;
  readonly name: string;
  readonly faults: readonly string[];
}

export interface Focus {
  now(): Promise<Stop>;
}

export async function focusOf(page: Page): Promise<Focus> {
  const browser = await page.context().newCDPSession(page);
  return {
    async now() {
      const faults = await page.evaluate(faultsOfFocus);
      return { ...(await calledInTheTree(browser)), faults };
    },
  };
}

/** By the browser's own accessibility tree, not by what a test makes of the markup. */
async function calledInTheTree(browser: CDPSession): Promise<{ role: string; name: string }> {
  const { result } = await browser.send('Runtime.evaluate', { expression: 'document.activeElement' });
  const { nodes } = await browser.send('Accessibility.getPartialAXTree', {
    objectId: result.objectId!,
    fetchRelatives: false,
  });
  const [node] = nodes;
  return { role: String(node?.role?.value), name: String(node?.name?.value ?? '') };
}

/** Runs in the page. It keeps the element that it saw last, to see whether a sign of focus goes with the focus. */
function faultsOfFocus(): string[] {
  const memory = globalThis as { seenLast?: { element: Element; signs: string } };
  const element = document.activeElement;
  const last = memory.seenLast;
  delete memory.seenLast;
  if (!(element instanceof HTMLElement) || element === document.body) return [];
  const faults: string[] = [];
  const styleOf = (one: Element, part?: string) => getComputedStyle(one, part);
  // A box of a choice is drawn by its label: the control itself lies over it, transparent.
  const drawnBy = (one: HTMLElement) =>
    styleOf(one).opacity === '0' ? ((one as HTMLInputElement).labels?.[0] ?? one) : one;
  const signsOf = (one: HTMLElement) => {
    const { outlineStyle, outlineWidth, boxShadow } =
      drawnBy(one) === one ? styleOf(one) : styleOf(drawnBy(one), '::before');
    const outline = outlineStyle === 'none' || parseFloat(outlineWidth) === 0 ? 'none' : outlineStyle;
    return `${outline} ${boxShadow}`;
  };
  const signs = signsOf(element);
  // A heading or a message takes the focus so that it is read out; nothing can be done with it.
  if (element.tabIndex >= 0 && signs === 'none none') faults.push('shows no sign of the focus');
  if (
    last?.element.isConnected &&
    last.element !== element &&
    last.signs !== 'none none' &&
    signsOf(last.element as HTMLElement) === last.signs
  )
    faults.push(`left the sign of the focus behind on "${last.element.textContent}"`);
  memory.seenLast = { element, signs };

  const drawn = drawnBy(element);
  if (!drawn.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
    faults.push('cannot be seen');
  const { left, right, top, bottom } = element.getClientRects()[0] ?? new DOMRect();
  // A browser scrolls by whole pixels.
  if (left < -1 || right > innerWidth + 1 || top < -1 || bottom > innerHeight + 1)
    faults.push('is outside of the window');
  for (const y of [top + 1, (top + bottom) / 2, bottom - 1]) {
    const there = document.elementFromPoint((left + right) / 2, y);
    const own = there !== null && [element, drawn].some((one) => one.contains(there));
    if (!own) faults.push(`lies under ${there?.className || there?.tagName || 'nothing'}`);
  }
  return faults;
}
