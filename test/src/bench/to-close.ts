/** What a bench has opened is closed in the opposite order, also when the rest of it does not open. */
import type { Opened } from './bench.js';

export type ToClose = (close: () => Promise<unknown>) => void;

export async function openInOrder(
  open: (toClose: ToClose) => Promise<Omit<Opened, 'close'>>,
): Promise<Opened> {
  const opened: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const one of opened.splice(0).reverse()) await one();
  };
  try {
    return { ...(await open((one) => opened.push(one))), close };
  } catch (error) {
    await close();
    throw error;
  }
}
