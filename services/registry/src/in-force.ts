/**
 * Status is typed in late and out of order, so what holds at a moment is found by when it took effect, not by when
 * it was recorded; of two that took effect together the later record corrects the earlier one.
 */

/** A value and from when it holds, ISO 8601 in UTC with milliseconds: such texts sort as moments do. */
export interface Since<Value> {
  readonly value: Value;
  readonly effectiveAt: string;
}

/** In the order in which it holds. */
export type History<Value> = readonly Since<Value>[];

export function recordIn<Value>(history: History<Value>, entry: Since<Value>): History<Value> {
  const later = history.findIndex(({ effectiveAt }) => effectiveAt > entry.effectiveAt);
  return later === -1 ? [...history, entry] : history.toSpliced(later, 0, entry);
}

/** What holds at a moment; undefined before the first entry. */
export function inForceAt<Value>(history: History<Value>, moment: string): Value | undefined {
  return history.findLast(({ effectiveAt }) => effectiveAt <= moment)?.value;
}
