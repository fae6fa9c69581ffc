/**
 * `npm run enter -- <file>`: enters organisations, their services and their staff into an installation, and prints a
 * password for each account that it makes. In the grown shape it is told what the services are told; without
 * `STEZHKA_SECRET` it enters into the data directory, whose network must not be running then.
 */
import 'reflect-metadata';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { argv, cwd, env, exit, stderr, stdout } from 'node:process';
import { createIdentity, type IdentityTables, identityMigrations } from '@stezhka/identity';
import {
  createRegistryService,
  type RegistryTables,
  migrations as registryMigrations,
} from '@stezhka/registry';
import { withMembership } from '@stezhka/subgraph';
import { createLogger, SettingsFaults } from '@stezhka/telemetry';
import { settingsOrEnd } from '../begin.js';
import { OtherKind, settleKind } from '../demonstration/kind.js';
import { openInstallation } from '../installation.js';
import { failure } from '../report.js';
import { openStores } from '../stores.js';
import { actIn } from './as-somebody.js';
import { type EnteredNetwork, enterNetwork } from './enter-network.js';
import { isGrown, readGrown, type Where } from './grown.js';
import { NetworkFileFault, readNetworkFile } from './network-file.js';

const logger = createLogger({ service: 'enter', level: 'warn' });
const now = () => new Date();

async function ofDirectory(): Promise<Where> {
  const settings = settingsOrEnd([]);
  await settleKind(settings.dir, 'empty');
  const { secret, issuer, identitySecret } = await openInstallation(settings.dir, now);
  return { ...settings, secret, issuer, identitySecret };
}

async function enter(path: string): Promise<EnteredNetwork> {
  const organisations = readNetworkFile(await readFile(path, 'utf8'));
  const { secret, issuer, identitySecret, ...places } = isGrown(env) ? readGrown(env) : await ofDirectory();
  const stores = await openStores({ ...places, logger, services: ['identity', 'registry'] });
  try {
    const [accounts, actors] = await Promise.all([
      stores.readModel<IdentityTables>('identity', identityMigrations),
      stores.readModel<RegistryTables>('registry', withMembership(registryMigrations)),
    ]);
    const identity = await createIdentity({
      ...{ readModel: accounts, issuer, secret: identitySecret, clients: [], logger, now },
    });
    const registry = createRegistryService({ store: stores.events, readModel: actors, secret, now });
    const acting = actIn(registry, secret, logger);
    try {
      return await enterNetwork(organisations, { acting, identity, issuer, secret });
    } finally {
      await acting.stop();
      await identity.stop();
    }
  } finally {
    await stores.stop();
  }
}

function told({ organisations, services, staff, signIns, refusals }: EnteredNetwork): string {
  const width = Math.max(0, ...signIns.map(({ name }) => name.length));
  return [
    `In the network, of this file: organisations ${organisations}, services ${services}, members of staff ${staff}.`,
    ...(signIns.length > 0 ? ['', 'New sign-ins. Nobody is told these passwords again:'] : []),
    ...signIns.map(
      ({ name, password, organisation, roles }) =>
        `  ${name.padEnd(width)}  ${password}  ${organisation}: ${roles.join(', ')}`,
    ),
    ...(refusals.length > 0 ? ['', 'Not entered:', ...refusals.map((one) => `  ${one}`)] : []),
    '',
  ].join('\n');
}

function whatIsWrong(error: unknown, path: string): string {
  if (error instanceof NetworkFileFault || error instanceof SettingsFaults) return `${error.message}\n`;
  if (error instanceof OtherKind)
    return `${error.dir} holds the demonstration. Name another directory by STEZHKA_DATA for a network of your own.\n`;
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return `${path} is not there.\n`;
  return failure(error);
}

const [given, ...more] = argv.slice(2);
if (!given || more.length > 0) {
  stderr.write('npm run enter -- <file>: a file like infra/network.example.json\n');
  exit(1);
}
// As seen from where it was typed.
const path = resolve(env.INIT_CWD ?? cwd(), given);
try {
  const entered = await enter(path);
  stdout.write(told(entered));
  exit(entered.refusals.length > 0 ? 1 : 0);
} catch (error) {
  stderr.write(whatIsWrong(error, path));
  exit(1);
}
