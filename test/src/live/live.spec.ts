import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPositionTokens } from '@stezhka/event-store';
import { createGateway, type Gateway } from '@stezhka/gateway';
import { demonstrationPassword, gather, supergraphOf, type Told, tell, tokenFor } from '@stezhka/local';
import { setup } from '@stezhka/registry';
import { createInProcess } from '@stezhka/subgraph';
import { createLogger } from '@stezhka/telemetry';
import { storyNetwork, type TemporaryNetwork } from '../support/temporary-network.js';
import { type Ear, everything, hasHeardOf, hear, isEar, listen, type Word } from './ear.js';

const silent = createLogger({ service: 'test', level: 'silent' });
const clock = { ahead: 0 };
let network: TemporaryNetwork;
let other: Gateway;
/** By who listens: at the network's own gateway, and at one that plans the other way. */
const ears = { rust: new Map<string, Ear>(), js: new Map<string, Ear>() };
let careless: Ear;
let disabled: Ear;
let told: Told;

const authorization = async (name: string) =>
  `Bearer ${await tokenFor(network.address, name, demonstrationPassword)}`;

beforeAll(async () => {
  network = await storyNetwork({ now: () => new Date(Date.now() + clock.ahead) });
  const { running, subgraphs } = network;
  other = await createGateway({
    supergraph: await supergraphOf(Object.values(running).map(({ subgraph }) => subgraph)),
    ...{ subgraphs, logger: silent, newRequestId: randomUUID, planner: 'js' },
  });
  const { url } = await other.listen({ host: '127.0.0.1', port: 0 });
  for (const name of ['oksana', 'iryna', 'marta', 'zoriana', 'ostap', 'taras'])
    for (const [planner, at] of [
      ['rust', `${network.address}/graphql`],
      ['js', url],
    ] as const) {
      const ear = await listen(at, { authorization: await authorization(name) });
      isEar(ear);
      ears[planner].set(name, ear);
    }
  careless = await listenCarelessly('taras');
  disabled = ears.rust.get('taras')!;
  await disable('taras');
  expect(await disabled.ended).toBe('over');
  const cast = await gather(network.address);
  told = await tell(cast, { step: () => undefined, saw: () => undefined });
}, 300_000);
let stopping: Promise<void> | undefined;
const stopAll = () => {
  stopping ??= (async () => {
    await other?.stop();
    await network?.stop();
  })();
  return stopping;
};
afterAll(stopAll);

/** Past the gateway, at a service that never asks again who listens: what the others would hear, were they not asked. */
async function listenCarelessly(name: string): Promise<Ear> {
  const { subgraph, contextFactory } = network.running.referrals;
  const service = createInProcess({
    subgraph,
    logger: silent,
    async contextFactory(headers) {
      const context = await contextFactory(headers);
      return { ...context, again: async () => context.viewer };
    },
  });
  const headers = { authorization: await authorization(name) };
  const results = await service.subscribe({ query: everything, headers });
  if (!('next' in results)) throw new Error(JSON.stringify(results));
  return hear(results, () => void results.return());
}

async function disable(name: string): Promise<void> {
  const response = await fetch(`${network.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: await authorization(name) },
    body: JSON.stringify({ query: '{ me { staffId } }' }),
  });
  const { data } = (await response.json()) as { data: { me: { staffId: string } } };
  const command = { key: `disable-${name}`, staffId: data.me.staffId };
  await network.registry.commands.disableStaff(setup, command, new Date());
}

/** The token of the last thing that happened to a referral. */
async function endOf(referralId: string): Promise<string> {
  const events = await network.stores.events.read(`referral-${referralId}`, { leader: true });
  expect(events.at(-1)!.type).toBe('ReferralSharingEnded.v1');
  return createPositionTokens(network.secret).seal(events.at(-1)!.position);
}
const hasHeardSince = (end: string) => (words: readonly Word[]) => words.some(({ after }) => after === end);

describe.each(['rust', 'js'] as const)('while the story goes on, planned by %s,', (planner) => {
  const ear = (name: string) => ears[planner].get(name)!;

  it('each is told of the referrals that are hers, without asking', async () => {
    const { declinedId, referralId, phonedId } = told;
    for (const [name, ids] of [
      ['iryna', [declinedId]],
      ['marta', [referralId]],
      ['zoriana', [phonedId]],
      ['oksana', [declinedId, referralId, phonedId]],
    ] as const) {
      for (const id of ids) await ear(name).until(hasHeardOf(id));
      expect(new Set(ear(name).ids())).toEqual(new Set(ids));
    }
  });

  it('the first word is to look at everything, and an outsider hears no other', () => {
    for (const [, { words }] of ears[planner])
      expect(words[0]).toEqual({ id: null, gone: false, after: null });
    expect(ear('ostap').words).toHaveLength(1);
  });

  it('both sides are told that the person took her agreement back, but not who had declined', async () => {
    const { declinedId, referralId } = told;
    const [ofDeclined, ofServed] = [await endOf(declinedId), await endOf(referralId)];
    for (const end of [ofDeclined, ofServed]) await ear('oksana').until(hasHeardSince(end));
    await ear('marta').until(hasHeardSince(ofServed));
    expect(hasHeardSince(ofDeclined)(ear('iryna').words)).toBe(false);
  });

  it('whoever was disabled hears nothing, and her stream is over', async () => {
    expect(await ear('taras').ended).toBe('over');
    expect(ear('taras').ids()).toEqual([]);
  });
});

it('would be heard by a disabled user, were she not asked anew who she is', async () => {
  for (const id of [told.declinedId, told.referralId]) await careless.until(hasHeardOf(id));
  careless.leave();
});

describe('a stream', () => {
  const graph = () => `${network.address}/graphql`;

  it('is refused to nobody, and to who takes one answer only', async () => {
    expect(await listen(graph(), {})).toEqual({ status: 400, codes: ['UNAUTHENTICATED'] });
    const response = await fetch(graph(), {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: await authorization('oksana') },
      body: JSON.stringify({ query: everything }),
    });
    expect([response.status, await response.json()]).toEqual([
      400,
      {
        errors: [
          expect.objectContaining({
            extensions: expect.objectContaining({
              code: 'BAD_REQUEST',
              possible: ['accept: text/event-stream'],
            }),
          }),
        ],
      },
    ]);
  });

  it('is one of eight that a user may have at a time', async () => {
    const headers = { authorization: await authorization('nadia') };
    const eight = await Promise.all(Array.from({ length: 8 }, () => listen(graph(), headers)));
    for (const ear of eight) {
      isEar(ear);
      await ear.until(({ length }) => length > 0);
    }
    expect(await listen(graph(), headers)).toEqual({ status: 400, codes: ['UNAVAILABLE'] });
    for (const ear of eight) if ('leave' in ear) ear.leave();
  });

  it('is over when the token is', async () => {
    clock.ahead = 3_600_000;
    for (const ear of [ears.rust, ears.js].flatMap((of) => [...of.values()]))
      expect(await ear.ended).toBe('over');
    clock.ahead = 0;
  });

  it('is over when the network stops, and holds nothing up', async () => {
    const ear = await listen(graph(), { authorization: await authorization('oksana') });
    isEar(ear);
    await ear.until(({ length }) => length > 0);
    await stopAll();
    expect(await ear.ended).toBe('over');
  });
});
