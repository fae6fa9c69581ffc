/** What was opened may be taken back while it is on the screen: a class, a person, or everything. */
import type { DataClass } from '@stezhka/vocabulary';

export interface Shown<Item> {
  readonly records: readonly Item[];
  /** What was asked for, whether or not anything was written. */
  readonly classes: readonly DataClass[];
  /** Whom the opening covered. */
  readonly memberIds: readonly string[];
}

/** What may still be shown. If one person is gone, nothing: words about a household speak of everybody in it. */
export function stillOpen<Item extends { readonly dataClass: DataClass }>(
  { records, memberIds }: Pick<Shown<Item>, 'records' | 'memberIds'>,
  now: { readonly classes: readonly DataClass[]; readonly memberIds: readonly string[] },
): readonly Item[] {
  if (!memberIds.every((id) => now.memberIds.includes(id))) return [];
  return records.filter(({ dataClass }) => now.classes.includes(dataClass));
}

/** Opened once more, or something else of the same people: each record once, the newest opening last. */
export function openedToo<Item extends { readonly recordId: string }>(
  earlier: readonly Item[],
  more: readonly Item[],
): readonly Item[] {
  return [...earlier.filter(({ recordId }) => !more.some((one) => one.recordId === recordId)), ...more];
}
