/**
 * Yields what the source yields, and `quiet` once whenever nothing has come for so long. `afterMs` is asked before
 * each item is waited for; where it is undefined, quiet is not noticed.
 */
export async function* noticingQuiet<Item>(
  source: AsyncIterable<Item>,
  afterMs: () => number | undefined,
): AsyncGenerator<Item | 'quiet'> {
  const items = source[Symbol.asyncIterator]();
  try {
    for (;;) {
      const coming = items.next();
      const patience = afterMs();
      if (patience !== undefined && (await isLate(coming, patience))) yield 'quiet';
      const { value, done } = await coming;
      if (done) return;
      yield value;
    }
  } finally {
    await items.return?.();
  }
}

async function isLate(coming: Promise<unknown>, afterMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<true>((resolve) => {
    timer = setTimeout(resolve, afterMs, true);
  });
  const isThere = coming.then(() => false as const);
  return Promise.race([isThere, late]).finally(() => clearTimeout(timer));
}
