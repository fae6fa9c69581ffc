/**
 * How many events to fetch at once. Events differ in size by four orders of magnitude: a page is large enough to
 * be cheap and small enough that a thousand of the largest events never stand in memory together.
 */

const FIRST_PAGE = 32;
const SMALLEST = 4;
const LARGEST = 256;
const WANTED_BYTES = 512 * 1024;

export class PageSize {
  #size = FIRST_PAGE;

  get current(): number {
    return this.#size;
  }

  learn(page: readonly { readonly record: Uint8Array }[]): void {
    if (page.length === 0) return;
    let bytes = 0;
    for (const { record } of page) bytes += record.length;
    const fitting = Math.floor((WANTED_BYTES * page.length) / Math.max(1, bytes));
    this.#size = Math.min(LARGEST, Math.max(SMALLEST, fitting));
  }
}
