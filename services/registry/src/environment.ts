/** What this service must be told when it runs alone: nothing but what every service must. */
import { readServiceSettings, type ServiceSettings } from '@stezhka/subgraph';
import type { Environment } from '@stezhka/telemetry';

/** @throws SettingsFaults */
export function readEnvironment(env: Environment): ServiceSettings {
  return readServiceSettings(env, { port: 4001 });
}
