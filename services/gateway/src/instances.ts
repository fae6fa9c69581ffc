/**
 * Several instances of one subgraph: asked in turn, those last that have just failed. Nothing is polled: whoever is
 * away or about to go says so by how it answers, and then the next one is asked (`decisions/0002-the-next-instance.md`).
 */

export interface Instances {
  /**
   * What the first answers that can be asked. `ask` rejects where an instance did not answer; with the signal, or by an
   * error that is final, nobody else is asked.
   */
  ask<Answer>(
    ask: (url: string) => Promise<Answer>,
    until: { readonly signal: AbortSignal; isFinal(error: unknown): boolean },
  ): Promise<Answer>;
}

/** For so long one that failed is asked after the others, in milliseconds. */
const shunnedMs = 2_000;

export function instancesAt(urls: readonly string[], clock = () => performance.now()): Instances {
  const failedAt = new Map<string, number>();
  let turn = 0;
  const isShunned = (url: string) => clock() - (failedAt.get(url) ?? Number.NEGATIVE_INFINITY) < shunnedMs;
  const inTurn = () => {
    const first = turn++ % urls.length;
    const rotated = [...urls.slice(first), ...urls.slice(0, first)];
    return [...rotated.filter((url) => !isShunned(url)), ...rotated.filter(isShunned)];
  };
  return {
    async ask(ask, { signal, isFinal }) {
      let fault: unknown;
      for (const url of inTurn()) {
        try {
          const answer = await ask(url);
          failedAt.delete(url);
          return answer;
        } catch (error) {
          fault = error;
          if (signal.aborted || isFinal(error)) break;
          failedAt.set(url, clock());
        }
      }
      throw fault;
    },
  };
}
