/**
 * Ties the server's life to its parent's. A killed parent cannot stop its children, and an orphaned server would be
 * joined by the next start; so a shell in a session of its own starts the server and waits on a pipe from the parent.
 * The word `stop` asks for an orderly end. The pipe closing without it means that the parent is dead: then the
 * server ends at once and recovers from its log at the next start.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Account } from './account.js';

const script = `
socket=$1; name=$2; shift 2
exec 3<&0 </dev/null
"$@" 3<&- &
server=$!
( if read -r word <&3; then kill -INT "$server"; else kill -QUIT "$server"; fi ) 2>/dev/null &
watcher=$!
exec 3<&-
wait "$server"; code=$?
kill "$watcher" 2>/dev/null
rm -f "$socket/$name" "$socket/$name.lock"
rmdir "$socket" 2>/dev/null
exit "$code"
`;

export interface GuardedServer {
  /** Resolves when the server has ended and left nothing behind, with its exit code. */
  readonly exited: Promise<number | null>;
  hasExited(): boolean;
  stop(): Promise<void>;
}

export function startGuarded(options: {
  readonly command: readonly string[];
  readonly cwd: string;
  readonly account: Account;
  readonly socketDir: string;
  readonly socketName: string;
  /** Descriptor that the server's own log goes to. */
  readonly log: number;
}): GuardedServer {
  const child: ChildProcess = spawn(
    '/bin/sh',
    ['-c', script, 'stezhka-postgres', options.socketDir, options.socketName, ...options.command],
    {
      ...options.account.become,
      cwd: options.cwd,
      detached: true,
      env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['pipe', options.log, options.log],
    },
  );
  // The guard may be gone when the word is written; its exit says so.
  child.stdin?.on('error', () => undefined);
  const exited = once(child, 'exit').then(([code]) => code as number | null);
  const hasExited = (): boolean => child.exitCode !== null || child.signalCode !== null;
  return {
    exited,
    hasExited,
    async stop() {
      if (!hasExited()) child.stdin?.end('stop\n');
      await exited;
    },
  };
}
