/** Looks again and again, however long it takes, and leaves the processor to those who are waited for. */
import { setTimeout as pause } from 'node:timers/promises';

const LOOK_AGAIN_MS = 10;

export async function until(is: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await is())) await pause(LOOK_AGAIN_MS);
}
