/** What this service must be told when it runs alone: nothing but what every service must. */
import { type Environment, readServiceSettings, type ServiceSettings } from '@stezhka/subgraph';

/** @throws SettingsFaults */
export function readEnvironment(env: Environment): ServiceSettings {
  return readServiceSettings(env, { port: 4004 });
}
