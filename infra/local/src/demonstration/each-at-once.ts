/** Entering one thing mostly means to wait for the store; a few at a time wait together. */
export const FEW = 8;

/** In order of beginning, so many at once. Begins nothing more once the signal is given. */
export async function eachAtOnce<Item>(
  items: readonly Item[],
  most: number,
  signal: AbortSignal,
  enter: (item: Item) => Promise<unknown>,
): Promise<void> {
  const left = items.values();
  const worker = async () => {
    for (const item of left) {
      if (signal.aborted) return;
      await enter(item);
    }
  };
  await Promise.all(Array.from({ length: most }, worker));
}
