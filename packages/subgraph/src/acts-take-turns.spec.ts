import { afterEach, expect, it } from '@jest/globals';
import { createPositionTokens } from '@stezhka/event-store';
import { createLogger } from '@stezhka/telemetry';
import { Refusal } from '@stezhka/vocabulary';
import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Classified } from './data-class.js';
import { createInProcess } from './in-process.js';
import { createContextFactory, type RequestContext } from './request-context.js';
import { byClass, createSubgraph } from './subgraph.js';
import { caseworker } from './testing/toy-subgraphs.js';
import { createTurns } from './turns.js';

const authorization = 'Bearer known';

/** Acts that were begun, and how each is brought to its end. */
const begun: string[] = [];
const ends = new Map<string, () => void>();
let wake: () => void = () => undefined;

@Resolver()
class ActsResolver {
  @Query(() => Int)
  @Classified('PUBLIC')
  howMany(): number {
    return begun.length;
  }

  @Mutation(() => Int)
  @Classified('OWN')
  async act(
    @Arg('name', () => String) name: string,
    @Arg('leaves', () => Boolean, { defaultValue: false }) leaves: boolean,
    @Ctx() { turn }: RequestContext,
  ): Promise<number> {
    begun.push(name);
    const ended = new Promise<void>((resolve) => ends.set(name, resolve));
    if (leaves) turn.leave();
    wake();
    await ended;
    return begun.length;
  }

  @Mutation(() => Int)
  @Classified('OWN')
  refused(): number {
    throw new Refusal('CONFLICT');
  }
}

const resolver = new ActsResolver();
const subgraph = createSubgraph({
  name: 'acts',
  resolvers: [ActsResolver],
  instances: byClass(resolver),
});
const logger = createLogger({ service: 'acts', level: 'silent' });
const contextFactory = createContextFactory({
  authenticate: async (authorization) => (authorization === undefined ? undefined : caseworker),
  tokens: createPositionTokens('acts'),
  waitFor: async () => true,
});
const inside = () => createInProcess({ subgraph, contextFactory, logger, turns: createTurns() });

type Server = ReturnType<typeof inside>;
const act = (server: Server, name: string, leaves = false) =>
  server.execute({
    query: `mutation { act(name: "${name}", leaves: ${leaves}) }`,
    headers: { authorization },
  });
const read = async (server: Server) => (await server.execute({ query: '{ howMany }', headers: {} })).data;

async function untilBegun(name: string): Promise<void> {
  while (!begun.includes(name))
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
}

afterEach(() => {
  begun.length = 0;
  ends.clear();
});

it('are carried out one at a time, while whoever reads passes them', async () => {
  const server = inside();
  const first = act(server, 'first');
  await untilBegun('first');
  const second = act(server, 'second');
  // What is read is answered by the same server and comes after: had the second act not to wait, it had begun.
  for (let n = 0; n < 5; n += 1) expect(await read(server)).toEqual({ howMany: 1 });
  ends.get('first')!();
  expect((await first).data).toEqual({ act: 1 });
  await untilBegun('second');
  ends.get('second')!();
  expect((await second).data).toEqual({ act: 2 });
  await server.stop();
});

it('let the next one in where they only wait for others', async () => {
  const server = inside();
  const waiting = act(server, 'waiting', true);
  await untilBegun('waiting');
  const next = act(server, 'next');
  await untilBegun('next');
  ends.get('next')!();
  ends.get('waiting')!();
  expect([(await next).errors, (await waiting).errors]).toEqual([undefined, undefined]);
  await server.stop();
});

it('leave their turn also where they are refused', async () => {
  const server = inside();
  for (let n = 0; n < 3; n += 1) {
    const { errors } = await server.execute({ query: 'mutation { refused }', headers: { authorization } });
    expect(errors).toHaveLength(1);
  }
  const after = act(server, 'after');
  await untilBegun('after');
  ends.get('after')!();
  expect((await after).data).toEqual({ act: 1 });
  await server.stop();
});

it('of somebody who has not signed in take no turn', async () => {
  const server = inside();
  const nobody = server.execute({ query: 'mutation { act(name: "nobody") }', headers: {} });
  await untilBegun('nobody');
  const next = act(server, 'next');
  await untilBegun('next');
  for (const end of ends.values()) end();
  await Promise.all([nobody, next]);
  await server.stop();
});

it('run together where no turns are given', async () => {
  const server = createInProcess({ subgraph, contextFactory, logger });
  const both = [act(server, 'one'), act(server, 'other')];
  await untilBegun('one');
  await untilBegun('other');
  for (const end of ends.values()) end();
  await Promise.all(both);
  await server.stop();
});
