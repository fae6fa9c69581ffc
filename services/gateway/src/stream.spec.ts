import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { namesEvents, readEvents } from '@stezhka/event-stream';
import { everyWay, startNetwork, type ToyNetwork } from '../toys/network.js';
import { overs } from '../toys/referrals.js';

const query = 'subscription ($times: Int!) { told: heard(times: $times) { note nothing } }';

async function listen(network: ToyNetwork, user: string, body: object): Promise<Response> {
  return fetch(network.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      authorization: `Bearer ${user}`,
    },
    body: JSON.stringify(body),
  });
}

async function untilOver(user: string): Promise<void> {
  while (!overs.has(`Bearer ${user}`)) await new Promise((resolve) => setImmediate(resolve));
}

describe.each(everyWay)('a stream planned by %s over %s', (planner, transport) => {
  let network: ToyNetwork;
  const name = (user: string) => `${user}-${planner}-${transport}`;
  beforeAll(async () => {
    network = await startNetwork(planner, transport);
  });
  afterAll(() => network?.close());

  it('tells each who listens her own, whoever else asks the same', async () => {
    const users = ['one', 'two', 'three'].map(name);
    for (const user of users) {
      const response = await listen(network, user, { query, variables: { times: 3 } });
      expect([response.status, namesEvents(response.headers.get('content-type')!)]).toEqual([200, true]);
      const own: unknown[] = [];
      for await (const told of readEvents(response.body!)) {
        own.push(told);
        if (own.length === 3) break;
      }
      expect(own).toEqual(Array(3).fill({ data: { told: { note: `Bearer ${user}`, nothing: null } } }));
    }
  });

  it('ends at the service as soon as nobody listens any more', async () => {
    const user = name('leaving');
    const response = await listen(network, user, { query, variables: { times: 1 } });
    await response.body!.cancel();
    await untilOver(user);
  });

  it('is refused as an answer is: by code, whatever was asked for', async () => {
    const codes = async (body: object) => {
      const response = await listen(network, 'nobody', body);
      const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
      return [response.status, errors?.[0]?.extensions.code];
    };
    expect(await codes({ query: 'subscription { unheard { note } }' })).toEqual([400, 'UNAUTHENTICATED']);
    expect(await codes({ query })).toEqual([400, 'INVALID_INPUT']);
    expect(await codes({ query: 'subscription { nowhere }' })).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
    expect(await codes({ query: 'subscription { heard(times: 1) @skip(if: true) { note } }' })).toEqual([
      200,
      undefined,
    ]);
  });

  it('is given to nobody who takes one answer only', async () => {
    const authorization = `Bearer ${name('single')}`;
    const { status, json } = await network.post({ query, variables: { times: 1 } }, { authorization });
    expect([status, json.errors[0].extensions]).toEqual([
      400,
      expect.objectContaining({ code: 'BAD_REQUEST', possible: ['accept: text/event-stream'] }),
    ]);
    await untilOver(name('single'));
  });

  it('is over, and said to be, when the gateway stops', async () => {
    const own = await startNetwork(planner, transport);
    const response = await listen(own, name('last'), { query, variables: { times: 1 } });
    const told = readEvents(response.body!);
    expect((await told.next()).done).toBe(false);
    const closed = own.close();
    expect((await told.next()).done).toBe(true);
    await closed;
    await untilOver(name('last'));
  });
});
