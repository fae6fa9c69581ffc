/**
 * `infra/compose.yaml`, as far as it can be judged without containers: what each process would be told is read by the
 * very reader that it starts with, and whatever is named is there.
 */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { readGrown } from '../../../infra/local/src/enter/grown.js';
import { readEnvironment as readConsent } from '../../../services/consent/src/environment.js';
import { readEnvironment as readGateway } from '../../../services/gateway/src/environment.js';
import { readEnvironment as readIdentity } from '../../../services/identity/src/environment.js';
import { readEnvironment as readInsights } from '../../../services/insights/src/environment.js';
import { readEnvironment as readReferrals } from '../../../services/referrals/src/environment.js';
import { readEnvironment as readRegistry } from '../../../services/registry/src/environment.js';

interface Described {
  readonly image?: string;
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly command?: readonly string[];
  readonly entrypoint?: readonly string[];
  readonly profiles?: readonly string[];
  readonly environment?: Readonly<Record<string, string | number>>;
  readonly healthcheck?: { readonly test?: readonly string[]; readonly disable?: boolean };
  readonly depends_on?: readonly string[] | Readonly<Record<string, unknown>>;
  readonly volumes?: readonly string[];
  readonly secrets?: readonly string[];
}

const root = new URL('../../../', import.meta.url);
const text = await readFile(new URL('infra/compose.yaml', root), 'utf8');
const caddyfile = await readFile(new URL('infra/compose/Caddyfile', root), 'utf8');
const { services, volumes, secrets } = parse(text, { merge: true }) as {
  services: Record<string, Described>;
  volumes: Record<string, unknown>;
  secrets: Record<string, unknown>;
};
const directory = mkdtempSync(join(tmpdir(), 'stezhka-compose-'));
afterAll(() => rmSync(directory, { recursive: true }));

/** What an operator would give, and what would be mounted. */
const key = Buffer.alloc(32, 7).toString('base64url');
const keysFile = join(directory, 'keys.json');
writeFileSync(keysFile, JSON.stringify({ current: 'e1', keys: { e1: key } }));
const given: Readonly<Record<string, string>> = {
  ...{ STEZHKA_NAME: 'stezhka.example', STEZHKA_SECRET: key, IDENTITY_SECRET: key },
  ...{ POSTGRES_PASSWORD: 'administrator1', SERVICES_PASSWORD: 'services1', STEZHKA_KEYS_FILE: keysFile },
};

function told(name: string): Record<string, string> {
  const filled = Object.entries(services[name]!.environment ?? {}).map(([variable, value]) => [
    variable,
    String(value)
      .replace(/\$\{(\w+):\?\}/g, (_, asked: string) => given[asked]!)
      .replace('/run/secrets/keys', keysFile),
  ]);
  return Object.fromEntries(filled);
}

const readers = {
  ...{ registry: readRegistry, consent: readConsent, referrals: readReferrals, insights: readInsights },
  ...{ gateway: readGateway, identity: readIdentity },
};
const ours = Object.keys(readers).flatMap((of) =>
  [1, 2].map((n) => [`${of}-${n}`, of as keyof typeof readers] as const),
);

it('has every service twice, three nodes, a database and one address', () => {
  const others = ['front', 'postgres', 'eventstore-1', 'eventstore-2', 'eventstore-3', 'enter'];
  expect(Object.keys(services).sort()).toEqual([...ours.map(([name]) => name), ...others].sort());
});

describe.each(ours)('%s', (name, of) => {
  it('is built like all of ours, and runs a program that is there', () => {
    const { build, command } = services[name]!;
    expect(build).toEqual({ context: '..', dockerfile: 'infra/images/Dockerfile' });
    expect(command).toEqual(['node', `infra/programs/dist/${of}.js`]);
    expect(existsSync(new URL(`services/${of}/src/main.ts`, root))).toBe(true);
    expect(existsSync(new URL(`infra/programs/dist/${of}.js`, root))).toBe(true);
  });

  it('is told all that it asks for', () => {
    const settings = readers[of](told(name));
    expect(settings).toMatchObject({ host: '0.0.0.0', port: Number(services[name]!.environment!.PORT) });
  });
});

it('has a program by which the first people come into it, told where as the services are', () => {
  const { profiles, entrypoint, build } = services.enter!;
  expect({ profiles, entrypoint }).toEqual({
    profiles: ['by-hand'],
    entrypoint: ['node', 'infra/programs/dist/enter-network.js'],
  });
  expect(build).toEqual(services['registry-1']!.build);
  expect(existsSync(new URL('infra/programs/dist/enter-network.js', root))).toBe(true);
  const { eventStoreUrl, databaseUrl, secret, issuer } = readRegistry(told('registry-1'));
  expect(readGrown(told('enter'))).toMatchObject({
    ...{ eventStoreUrl, databaseUrl, secret, issuer },
    identitySecret: readIdentity(told('identity-1')).secret,
  });
});

it('leads the gateway and the front to where the instances listen', () => {
  const { subgraphs } = readGateway(told('gateway-1'));
  const expected = (of: string) =>
    [1, 2].map((n) => `${of}-${n}:${services[`${of}-${n}`]!.environment!.PORT}`);
  for (const [of, { url }] of Object.entries(subgraphs))
    expect(url).toEqual(expected(of).map((place) => `http://${place}/graphql`));
  expect(Object.keys(subgraphs).sort()).toEqual(['consent', 'insights', 'referrals', 'registry']);
  const proxied = [...caddyfile.matchAll(/reverse_proxy (?:\/oidc\/\* )?(.+) \{/g)].map(([, places]) =>
    places!.split(' '),
  );
  expect(proxied).toEqual([expected('identity'), expected('gateway'), expected('identity')]);
});

it('agrees on the issuer, the secret and the databases', () => {
  for (const variable of [
    'OIDC_ISSUER',
    'STEZHKA_SECRET',
    'DATABASE_URL',
    'DATABASE_MIGRATION_URL',
    'ORIGINS',
  ]) {
    const values = ours.flatMap(([name]) => told(name)[variable] ?? []);
    expect([variable, new Set(values).size]).toEqual([variable, 1]);
  }
  const { hostname } = new URL(told('registry-1').DATABASE_URL!.replace('postgres:', 'http:'));
  expect(services).toHaveProperty(hostname);
  const nodes = /^esdb:\/\/([^?]+)/.exec(told('registry-1').EVENTSTORE_URL!)![1]!.split(',');
  expect(nodes.map((node) => node.split(':')[0])).toEqual(['eventstore-1', 'eventstore-2', 'eventstore-3']);
});

it('joins each node of the store to the two others', () => {
  const all = ['eventstore-1', 'eventstore-2', 'eventstore-3'];
  for (const name of all) {
    const { KURRENTDB_GOSSIP_SEED, KURRENTDB_NODE_HOST_ADVERTISE_AS } = told(name);
    expect(KURRENTDB_NODE_HOST_ADVERTISE_AS).toBe(name);
    expect(KURRENTDB_GOSSIP_SEED!.split(',')).toEqual(
      all.filter((other) => other !== name).map((other) => `${other}:2113`),
    );
  }
});

it('looks after the health of all, and names nothing that is not there', () => {
  for (const [
    name,
    { healthcheck, depends_on = [], volumes: mounted = [], secrets: read = [] },
  ] of Object.entries(services)) {
    // What ends by itself has no health to look after.
    if (name === 'enter') expect(healthcheck).toEqual({ disable: true });
    else expect([name, healthcheck?.test?.[0]]).toEqual([name, 'CMD']);
    const needed = Array.isArray(depends_on) ? depends_on : Object.keys(depends_on);
    for (const other of needed) expect(services).toHaveProperty(other);
    for (const secret of read) expect(secrets).toHaveProperty(secret);
    for (const [source] of mounted.map((one) => one.split(':')))
      if (source!.startsWith('.')) expect(existsSync(new URL(`infra/${source}`, root))).toBe(true);
      else expect(volumes).toHaveProperty([source!]);
  }
});

it('holds no secret: whatever is one comes from outside, and the start names what is missing', () => {
  for (const [name, { environment = {} }] of Object.entries(services))
    for (const [variable, value] of Object.entries(environment))
      if (/SECRET|PASSWORD|KEYS?(_|$)/.test(variable))
        expect([name, variable, String(value)]).toEqual([
          ...[name, variable],
          expect.stringMatching(/^(\$\{\w+:\?\}|\/run\/secrets\/\w+)$/),
        ]);
  expect(text).not.toMatch(/:\/\/\w*:(?!\$\{)[^@/\s]+@/);
  const asked = new Set(
    [...text.matchAll(/\$\{(\w+)/g)].map(([, variable]) => variable!).filter((one) => one !== 'process'),
  );
  expect([...asked].sort()).toEqual(Object.keys(given).sort());
  for (const variable of asked) expect(text).toMatch(new RegExp(`^#   ${variable} `, 'm'));
});
