/**
 * Several instances of one subgraph: asked in turn, those last that have just failed. Nothing is polled: whoever is
 * away or about to go says so by how it answers, and then the next one is asked (`decisions/0002-the-next-instance.md`).
 */

export interface Instances {
  /** All addresses, in the order in which to try them now. */
  inTurn(): readonly string[];
  failed(url: string): void;
  answered(url: string): void;
}

/** For so long one that failed is asked after the others, in milliseconds. */
const shunnedMs = 2_000;

export function instancesAt(urls: readonly string[], clock = () => performance.now()): Instances {
  const failedAt = new Map<string, number>();
  let turn = 0;
  const isShunned = (url: string) => clock() - (failedAt.get(url) ?? Number.NEGATIVE_INFINITY) < shunnedMs;
  return {
    inTurn() {
      const first = turn++ % urls.length;
      const rotated = [...urls.slice(first), ...urls.slice(0, first)];
      return [...rotated.filter((url) => !isShunned(url)), ...rotated.filter(isShunned)];
    },
    failed: (url) => void failedAt.set(url, clock()),
    answered: (url) => void failedAt.delete(url),
  };
}
