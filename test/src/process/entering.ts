/** `npm run enter`, as what it becomes: told nothing of this process's own environment. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const inRepository = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/** The file that the README enters. */
export const example = inRepository('infra/network.example.json');

export interface Ended {
  readonly code: number;
  /** Both outputs. */
  readonly printed: string;
}

/** @param more words after the first one */
export function enter(
  first: string,
  settings: Readonly<Record<string, string>>,
  ...more: readonly string[]
): Promise<Ended> {
  const env = { PATH: process.env.PATH ?? '', ...settings };
  const program = inRepository('infra/programs/dist/enter-network.js');
  return new Promise((resolve) => {
    execFile(process.execPath, [program, first, ...more], { env }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, printed: stdout + stderr }),
    );
  });
}

/** By the name that is signed in with. */
export function passwordsIn({ printed }: Ended): ReadonlyMap<string, string> {
  const lines = printed.matchAll(/^ {2}(\w+) +((?:[a-z2-9]{5}-){3}[a-z2-9]{5})(?: |$)/gm);
  return new Map([...lines].map(([, name, password]) => [name!, password!]));
}
