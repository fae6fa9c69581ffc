/** Lists end somewhere: how much of one is asked for, and what was found. */
import { Refusal } from '@stezhka/vocabulary';

export interface PageRequest {
  /** How many at most. */
  readonly first: number;
  /** The id of the last one of the page before. */
  readonly after?: string | undefined;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  /** Whether there are more behind the last one. */
  readonly hasMore: boolean;
  /** To ask for the next page after; null where there is none. */
  readonly cursor: string | null;
}

const MOST = 100;

/** @throws Refusal INVALID_INPUT for a page of nothing, or of everything */
export function checkPage({ first }: PageRequest): void {
  if (!Number.isInteger(first) || first < 1 || first > MOST) throw new Refusal('INVALID_INPUT');
}

/** One row more than asked for was looked up, to know whether there is one. */
export function pageOf<Row>(rows: readonly Row[], first: number, idOf: (row: Row) => string): Page<Row> {
  const items = rows.slice(0, first);
  const hasMore = rows.length > first;
  const last = items.at(-1);
  return { items, hasMore, cursor: hasMore && last !== undefined ? idOf(last) : null };
}
