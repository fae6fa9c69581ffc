import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { EnvironmentFaults, readEnvironment } from './environment.js';

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
      subgraphs: { registry: { url } },
      logLevel: 'info',
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
    expect(read).toThrow(EnvironmentFaults);
    for (const variable of ['PORT', 'LOG_LEVEL', 'SUPERGRAPH', 'SUBGRAPH_A_URL'])
      expect(read).toThrow(variable);
    expect(() => readEnvironment({})).toThrow(/SUPERGRAPH.*SUBGRAPH_<NAME>_URL/s);
  });
});
