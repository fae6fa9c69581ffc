/**
 * `npm run enter -- <file>`: enters organisations, their services and their staff into an installation, and prints a
 * password for each account that it makes. In the grown shape it is told what the services are told; without
 * `STEZHKA_SECRET` it enters into the data directory, whose network must not be running then.
 */
import 'reflect-metadata';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { argv, cwd, env, exit, stderr, stdout } from 'node:process';
import { createIdentity, type Identity, type IdentityTables, identityMigrations } from '@stezhka/identity';
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
import { knownFailure } from '../report.js';
import { openStores, type Stores } from '../stores.js';
import { actIn } from './as-somebody.js';
import { type EnteredNetwork, enterNetwork, type SignIn } from './enter-network.js';
import { isGrown, readGrown, type Where } from './grown.js';
import { NetworkFileFault, type OrganisationEntry, readNetworkFile } from './network-file.js';
import { randomPassword } from './random-password.js';

const logger = createLogger({ service: 'enter', level: 'warn' });
const now = () => new Date();

async function ofDirectory(): Promise<Where> {
  const settings = settingsOrEnd([]);
  await settleKind(settings.dir, 'empty');
  const { secret, issuer, identitySecret } = await openInstallation(settings.dir, now);
  return { ...settings, secret, issuer, identitySecret };
}

interface Opened {
  readonly stores: Stores;
  readonly identity: Identity;
  readonly where: Where;
}

async function within<Result>(work: (opened: Opened) => Promise<Result>): Promise<Result> {
  const where = isGrown(env) ? readGrown(env) : await ofDirectory();
  const { issuer, identitySecret, dir, eventStoreUrl, databaseUrl, databaseMigrationUrl } = where;
  const places = {
    ...{ dir, logger },
    ...(eventStoreUrl ? { eventStoreUrl } : {}),
    ...(databaseUrl ? { databaseUrl } : {}),
    ...(databaseMigrationUrl ? { databaseMigrationUrl } : {}),
  };
  const stores = await openStores({ ...places, services: ['identity', 'registry'] });
  try {
    const readModel = await stores.readModel<IdentityTables>('identity', identityMigrations);
    const identity = await createIdentity({
      ...{ readModel, issuer, secret: identitySecret, clients: [], logger, now },
    });
    try {
      return await work({ stores, identity, where });
    } finally {
      await identity.stop();
    }
  } finally {
    await stores.stop();
  }
}

const enter =
  (organisations: readonly OrganisationEntry[]) =>
  async ({ stores, identity, where: { secret, issuer } }: Opened): Promise<EnteredNetwork> => {
    const readModel = await stores.readModel<RegistryTables>('registry', withMembership(registryMigrations));
    const registry = createRegistryService({ store: stores.events, readModel, secret, now });
    const acting = actIn(registry, secret, logger);
    try {
      return await enterNetwork(organisations, {
        acting,
        identity,
        issuer,
        secret,
        signInComing: tellSignIns(),
      });
    } finally {
      await acting.stop();
    }
  };

/** Undefined where nobody signs in under that name. */
const renew =
  (name: string) =>
  async ({ identity }: Opened): Promise<string | undefined> => {
    const subject = await identity.subjectOf(name);
    if (!subject) return undefined;
    const password = randomPassword();
    await identity.changePassword(subject, password);
    return password;
  };

/** Each at once: what is written at the end alone is lost with whatever ends this before. */
function tellSignIns(): (signIn: SignIn) => void {
  let heading = 'New sign-ins. Nobody is told these passwords again:\n';
  return ({ name, password, organisation, roles }) => {
    stdout.write(`${heading}  ${name}  ${password}  ${organisation}: ${roles.join(', ')}\n`);
    heading = '';
  };
}

function told({ organisations, services, staff, refusals }: EnteredNetwork): string {
  return [
    `In the network, of this file: organisations ${organisations}, services ${services}, members of staff ${staff}.`,
    ...(refusals.length > 0 ? ['', 'Not as in the file:', ...refusals.map((one) => `  ${one}`)] : []),
    '',
  ].join('\n');
}

function whatIsWrong(error: unknown): string {
  if (error instanceof NetworkFileFault || error instanceof SettingsFaults) return `${error.message}\n`;
  if (error instanceof OtherKind)
    return `${error.dir} holds the demonstration. Name another directory by STEZHKA_DATA for a network of your own.\n`;
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'EISDIR' || code === 'EACCES')
    return `${path} is no file that can be read.\n`;
  const known = knownFailure(error);
  if (known) return known;
  const { name, stack } = error as Error;
  return `It ended early: ${name}. What was entered is there; the same file may be entered again.\n${stack}\n`;
}

const usage = `npm run enter -- <file>                   a file like infra/network.example.json
npm run enter -- --new-password <name>    for somebody who has forgotten hers
`;

async function asked(words: readonly string[]): Promise<number> {
  const [first = '', second, ...more] = words;
  if (first === '--new-password' && second && more.length === 0) {
    const password = await within(renew(second));
    if (!password) stderr.write('Nobody signs in under this name.\n');
    else stdout.write(`Nobody is told this password again:\n  ${second}  ${password}\n`);
    return password ? 0 : 1;
  }
  if (!first || first.startsWith('-') || second !== undefined) {
    stderr.write(usage);
    return 1;
  }
  // As seen from where it was typed.
  const path = resolve(env.INIT_CWD ?? cwd(), first);
  const organisations = readNetworkFile(await readFile(path, 'utf8'));
  if (!isGrown(env) && organisations.some(({ staff }) => staff.some(({ subject }) => subject)))
    throw new NetworkFileFault([
      'subject: in a data directory people sign in by name; another issuer is for the grown shape',
    ]);
  const entered = await within(enter(organisations));
  stdout.write(told(entered));
  return entered.refusals.length > 0 ? 1 : 0;
}

try {
  exit(await asked(argv.slice(2)));
} catch (error) {
  stderr.write(whatIsWrong(error));
  exit(1);
}
