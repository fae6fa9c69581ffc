/** What either way to start the network begins with. */
import { cwd, env, exit, getuid, stderr } from 'node:process';
import { settleKind } from './demonstration/kind.js';
import { readSettings, type Settings, SettingsFault } from './environment.js';
import { forgetInstallation } from './installation.js';

/** Ends the process, saying what is wrong, if they are not to be understood. */
export function settingsOrEnd(flags: readonly string[]): Settings {
  try {
    return readSettings(env, flags, { cwd: cwd(), root: getuid?.() === 0 });
  } catch (error) {
    if (!(error instanceof SettingsFault)) throw error;
    stderr.write(`${error.faults.join('\n')}\n`);
    return exit(1);
  }
}

/** Empties the directory if that is asked for; from then on it is of one kind. */
export async function settleDirectory({ dir, reset, empty }: Settings): Promise<void> {
  if (reset) await forgetInstallation(dir);
  await settleKind(dir, empty ? 'empty' : 'demonstration');
}
