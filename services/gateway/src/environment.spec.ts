import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { SettingsFaults } from '@stezhka/telemetry';
import { readEnvironment } from './environment.js';

const directory = mkdtempSync(join(tmpdir(), 'gateway-'));
const file = join(directory, 'supergraph.graphql');
writeFileSync(file, 'type Query { a: Int }');
afterAll(() => rmSync(directory, { recursive: true }));

describe('the environment', () => {
  it('has a default for everything but the graph', () => {
    const url = 'http://registry:4001/graphql';
    expect(readEnvironment({ SUPERGRAPH: file, SUBGRAPH_REGISTRY_URL: url })).toEqual({
      host: '127.0.0.1',
      port: 4000,
      supergraph: 'type Query { a: Int }',
      subgraphs: { registry: { url: [url] } },
      logLevel: 'info',
      drainMs: 1_000,
    });
  });

  it('may name several instances of a subgraph', () => {
    const both = 'http://one:4001/graphql, http://two:4001/graphql';
    expect(readEnvironment({ SUPERGRAPH: file, SUBGRAPH_REGISTRY_URL: both }).subgraphs).toEqual({
      registry: { url: ['http://one:4001/graphql', 'http://two:4001/graphql'] },
    });
  });

  it('with the addresses of browsers asks for all that a back end needs', () => {
    const graph = { SUPERGRAPH: file, SUBGRAPH_REGISTRY_URL: 'http://registry:4001/graphql' };
    const read = (env: object) => readEnvironment({ ...graph, ...env });
    const origins = { ORIGINS: 'https://stezhka.example' };
    for (const variable of ['DATABASE_URL', 'STEZHKA_SECRET', 'OIDC_ISSUER', 'PORTAL_OPERATIONS'])
      expect(() => read(origins)).toThrow(variable);
    const given = {
      ...{ ...origins, STEZHKA_SECRET: 's'.repeat(43), PORTAL_OPERATIONS: file },
      ...{ DATABASE_URL: 'postgres://:word@database/', OIDC_ISSUER: 'https://login.example/oidc' },
    };
    expect(read(given).browser?.provider).toMatchObject({ discover: 'https://login.example/oidc' });
    const embedded = { ...given, OIDC_INTERNAL_URL: 'http://front:4600' };
    expect(read(embedded).browser?.provider).toMatchObject({
      ...{ issuer: 'https://login.example/oidc', loopback: 'http://front:4600', path: '/oidc' },
    });
  });

  it('reports every fault at once', () => {
    const read = () =>
      readEnvironment({
        PORT: 'x',
        LOG_LEVEL: 'loud',
        SUPERGRAPH: join(directory, 'no'),
        SUBGRAPH_A_URL: 'ftp://a',
      });
    expect(read).toThrow(SettingsFaults);
    for (const variable of ['PORT', 'LOG_LEVEL', 'SUPERGRAPH', 'SUBGRAPH_A_URL'])
      expect(read).toThrow(variable);
    expect(() => readEnvironment({})).toThrow(/SUPERGRAPH.*SUBGRAPH_<NAME>_URL/s);
  });
});
