/** What consent must be told when it runs alone: what every service must, and where its keys are. */
import { readServiceSettings, type ServiceSettings } from '@stezhka/subgraph';
import type { Environment } from '@stezhka/telemetry';
import { readKeyFile } from './vault/key-file.js';
import type { KeyRing } from './vault/key-ring.js';

export interface ConsentSettings extends ServiceSettings {
  readonly keyRing: KeyRing;
}

/**
 * `STEZHKA_KEYS_FILE`: path of the file with the key-encryption keys, outside the database and its backups.
 * @throws SettingsFaults
 */
export function readEnvironment(env: Environment): ConsentSettings {
  const read = readKeyFile(env.STEZHKA_KEYS_FILE);
  const keyRing: KeyRing = 'keyRing' in read ? read.keyRing : { current: '', key: () => undefined };
  const faults = 'fault' in read ? [`STEZHKA_KEYS_FILE ${read.fault}`] : [];
  return { ...readServiceSettings(env, { port: 4002 }, faults), keyRing };
}
