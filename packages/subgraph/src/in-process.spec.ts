import { describe, expect, it } from '@jest/globals';
import { createPositionTokens } from '@stezhka/event-store';
import { createLogger } from '@stezhka/telemetry';
import { Refusal } from '@stezhka/vocabulary';
import { parse } from 'graphql';
import { createInProcess } from './in-process.js';
import { createContextFactory, type RequestHeaders } from './request-context.js';
import { caseworker, directory } from './testing/toy-subgraphs.js';

const tokens = createPositionTokens('toy');

const subgraph = directory();
const query = '{ actor(id: "one") { name } }';
const known: RequestHeaders = { authorization: 'Bearer known' };

function inside(authenticate: (authorization: string | undefined) => Promise<typeof caseworker | undefined>) {
  const lines: string[] = [];
  const logger = createLogger({ service: 'toy', destination: { write: (line) => void lines.push(line) } });
  const contextFactory = createContextFactory({ authenticate, tokens, waitFor: async () => false });
  return { lines, server: createInProcess({ subgraph, contextFactory, logger }) };
}

describe('a subgraph in the process', () => {
  it('verifies each caller by her own header, however many ask at once', async () => {
    const { server } = inside(async (authorization) =>
      authorization === known.authorization ? caseworker : undefined,
    );
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, n) => server.execute({ query, headers: n % 2 === 0 ? known : {} })),
    );
    for (const [n, { data, errors }] of answers.entries())
      expect([data?.actor, errors?.[0]?.extensions?.code]).toEqual(
        n % 2 === 0 ? [{ name: 'Maple' }, undefined] : [null, 'UNAUTHENTICATED'],
      );
    await server.stop();
  });

  it('takes a parsed document as well, and says when the answer may be old', async () => {
    const { server } = inside(async () => caseworker);
    const headers = { ...known, 'x-stezhka-after': tokens.seal(5n) };
    expect(await server.execute({ document: parse(query), headers })).toEqual({
      data: { actor: { name: 'Maple' } },
      extensions: { stale: true },
    });
  });

  it('does not run what a refused caller asked for', async () => {
    const { server, lines } = inside(async () => {
      throw new Refusal('UNAVAILABLE');
    });
    const result = await server.execute({ query, headers: known });
    expect(result.data).toBeUndefined();
    expect(result.errors?.[0]).toMatchObject({
      message: 'Not available now, try again later.',
      extensions: { code: 'UNAVAILABLE' },
    });
    expect(lines).toEqual([]);
  });

  it('asks for patience where who she is cannot be read now, and calls that no fault', async () => {
    const { server, lines } = inside(async () => {
      throw Object.assign(new Error('Canary of a connection'), { code: 'ENOENT' });
    });
    const { errors } = await server.execute({ query, headers: known });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'UNAVAILABLE' });
    expect(lines).toEqual([]);
  });

  it('logs a fault behind the door by its class alone', async () => {
    const { server, lines } = inside(async () => {
      throw new TypeError('Canary');
    });
    const result = await server.execute({ query, headers: known });
    expect(result.errors?.[0]?.extensions).toMatchObject({ code: 'INTERNAL' });
    expect(JSON.stringify([result, lines])).not.toContain('Canary');
    expect(lines.join()).toContain('"name":"TypeError"');
  });

  it('has no mercy with a document because it came from inside', async () => {
    const { server } = inside(async () => caseworker);
    const deep = await server.execute({
      query: `{ ${'a { '.repeat(20)} a ${'}'.repeat(20)} }`,
      headers: known,
    });
    expect(deep.errors?.map(({ extensions }) => extensions?.code)).toContain('TOO_LARGE');
  });
});
