/**
 * Preloaded into every process that the split shape starts: it ends when whoever started it is gone. A killed parent
 * cannot tell its children; but the pipe to their standard input closes with it.
 */
import type { Socket } from 'node:net';
import { exit, stdin } from 'node:process';
import { isMainThread } from 'node:worker_threads';

if (isMainThread) {
  const pipe = stdin as unknown as Socket;
  pipe.on('error', () => exit(1));
  pipe.on('end', () => exit(1));
  pipe.resume();
  // Waiting for it keeps no process from ending by itself.
  pipe.unref();
}
