/**
 * Who the server runs as. PostgreSQL refuses root; started by root it becomes `nobody`, which may not enter a closed
 * home directory, so everything it has to reach is asked about first.
 */
import { stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { dirname } from 'node:path';

export interface Account {
  /** The operating system's name of the process that will connect: only it is let in. */
  readonly client: string;
  /** Present when started by root: the unprivileged user to become. */
  readonly become?: { readonly uid: number; readonly gid: number };
}

const nobody = 65_534;

export function currentAccount(): Account {
  const { uid, username } = userInfo();
  return uid === 0 ? { client: username, become: { uid: nobody, gid: nobody } } : { client: username };
}

/** Whether anyone may pass through every directory down to and including this one. */
export async function everyoneMayEnter(directory: string): Promise<boolean> {
  const { mode } = await stat(directory);
  if ((mode & 0o001) === 0) return false;
  const parent = dirname(directory);
  return parent === directory || everyoneMayEnter(parent);
}
