/**
 * Preloaded into every process that the split shape starts: it ends when whoever started it is gone. A killed parent
 * cannot tell its children; but the pipe to their standard input closes with it.
 */
import { exit, stdin } from 'node:process';

stdin.on('error', () => exit(1));
stdin.on('end', () => exit(1));
stdin.resume();
// Waiting for it keeps no process from ending by itself.
(stdin as typeof stdin & { unref(): void }).unref();
