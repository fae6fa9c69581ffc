/**
 * Free ports for processes that must be found under the same address after they died. Below the range from which the
 * system gives ports to outgoing connections: else one of those could have it in the moment that nobody listens.
 */
import { randomInt } from 'node:crypto';
import { connect, createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

const ASK_AGAIN_MS = 25;
const LOWEST = 12_000;
const HIGHEST = 30_000;

export async function freePorts(count: number): Promise<number[]> {
  const found = new Set<number>();
  while (found.size < count) {
    const port = randomInt(LOWEST, HIGHEST);
    if (!found.has(port) && (await isFree(port))) found.add(port);
  }
  return [...found];
}

function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** Resolves when somebody listens there, or rejects with what `giveUp` returns. */
export async function untilListening(port: number, giveUp: () => Error | undefined): Promise<void> {
  while (!(await accepts(port))) {
    const error = giveUp();
    if (error) throw error;
    await delay(ASK_AGAIN_MS);
  }
}

function accepts(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  return new Promise((resolve) => {
    const answer = (is: boolean) => {
      socket.destroy();
      resolve(is);
    };
    socket.once('error', () => answer(false));
    socket.once('connect', () => answer(true));
  });
}
