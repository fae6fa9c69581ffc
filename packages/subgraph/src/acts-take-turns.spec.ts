import { setImmediate as nextTurnOfTheLoop } from 'node:timers/promises';
import { afterEach, expect, it } from '@jest/globals';
import { signedIn } from '@stezhka/auth';
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
    await ended;
    return begun.length;
  }

  @Mutation(() => Int)
  @Classified('OWN')
  signedIn(@Ctx() { viewer }: RequestContext): number {
    signedIn(viewer);
    return begun.push('signed in');
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
/** Whether she was disabled while nobody looked: who is remembered is a member still. */
let disabled = false;
const contextFactory = createContextFactory({
  authenticate: async (authorization, _now, how) =>
    authorization === undefined || (disabled && how === 'anew') ? undefined : caseworker,
  tokens: createPositionTokens('acts'),
  waitFor: async () => true,
});
/** Longer than any spec may take: nobody is let in because of the time. */
const AN_HOUR = 3_600_000;
const inside = () => createInProcess({ subgraph, contextFactory, logger, turns: createTurns(AN_HOUR) });

type Server = ReturnType<typeof inside>;
const act = (server: Server, name: string, leaves = false) =>
  server.execute({
    query: `mutation { act(name: "${name}", leaves: ${leaves}) }`,
    headers: { authorization },
  });
const read = async (server: Server) => (await server.execute({ query: '{ howMany }', headers: {} })).data;

/** What waits for nothing has begun long before so many questions are answered. */
async function untilBegun(server: Server, name: string): Promise<void> {
  for (let asked = 0; asked < 2_000 && !begun.includes(name); asked += 1) {
    await read(server);
    await nextTurnOfTheLoop();
  }
  expect(begun).toContain(name);
}

afterEach(() => {
  begun.length = 0;
  ends.clear();
  disabled = false;
});

it('are carried out one at a time, while whoever reads passes them', async () => {
  const server = inside();
  const first = act(server, 'first');
  await untilBegun(server, 'first');
  const second = act(server, 'second');
  // What is read is answered by the same server and comes after: had the second act not to wait, it had begun.
  for (let n = 0; n < 5; n += 1) expect(await read(server)).toEqual({ howMany: 1 });
  ends.get('first')!();
  expect((await first).data).toEqual({ act: 1 });
  await untilBegun(server, 'second');
  ends.get('second')!();
  expect((await second).data).toEqual({ act: 2 });
  await server.stop();
});

it('let the next one in where they only wait for others', async () => {
  const server = inside();
  const waiting = act(server, 'waiting', true);
  await untilBegun(server, 'waiting');
  const next = act(server, 'next');
  await untilBegun(server, 'next');
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
  await untilBegun(server, 'after');
  ends.get('after')!();
  expect((await after).data).toEqual({ act: 1 });
  await server.stop();
});

/** By name; none of them ends before all have begun. */
async function endTogether(server: Server, answers: Readonly<Record<string, Promise<unknown>>>) {
  for (const name of Object.keys(answers)) await untilBegun(server, name);
  for (const end of ends.values()) end();
  await Promise.all(Object.values(answers));
  await server.stop();
}

it('of somebody who has not signed in take no turn', async () => {
  const server = inside();
  const nobody = server.execute({ query: 'mutation { act(name: "nobody") }', headers: {} });
  await endTogether(server, { nobody, next: act(server, 'next') });
  expect(begun).toHaveLength(2);
});

it('run together where no turns are given', async () => {
  const server = createInProcess({ subgraph, contextFactory, logger });
  await endTogether(server, { one: act(server, 'one'), other: act(server, 'other') });
  expect(begun).toHaveLength(2);
});

it.each([
  ['in turns', { turns: createTurns(AN_HOUR) }],
  ['together', {}],
])('are refused to whoever was disabled before they began, %s', async (_how, given) => {
  const server = createInProcess({ subgraph, contextFactory, logger, ...given });
  const earlier = act(server, 'earlier');
  await untilBegun(server, 'earlier');
  const refused = server.execute({ query: 'mutation { signedIn }', headers: { authorization } });
  disabled = true;
  ends.get('earlier')!();
  expect((await earlier).data).toEqual({ act: 1 });
  expect((await refused).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  expect(begun).toEqual(['earlier']);
  await server.stop();
});
