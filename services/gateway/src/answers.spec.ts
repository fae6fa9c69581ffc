/** What comes back when things go well, and when only some of them do: by either planner, over either transport. */
import { afterAll, describe, expect, it } from '@jest/globals';
import { everyWay, startNetwork } from '../toys/network.js';
import { registry } from '../toys/registry.js';

describe.each(everyWay)('an answer planned by %s over %s', (planner, transport) => {
  const starting = startNetwork(planner, transport);
  afterAll(async () => (await starting).close());
  const ask = async (query: string, headers: Record<string, string> = {}, variables = {}) =>
    (await starting).post({ query, variables }, { authorization: 'Bearer one', ...headers });
  const notKnown = (path: (string | number)[]) => ({
    message: 'The load of this actor is not known.',
    path,
    extensions: { code: 'NOT_KNOWN', possible: ['ask the actor'], requestId: expect.any(String) },
  });

  it('joins what two subgraphs know of one actor', async () => {
    const { status, json } = await ask(
      '{ mine { id receiver { id name } } k: actor(id: "actor-kharkiv") { load } }',
    );
    expect(status).toBe(200);
    expect(json).toEqual({
      data: {
        mine: { id: 'referral-of-Bearer one', receiver: { id: 'actor-lviv', name: 'Lviv Shelter' } },
        k: { load: 2 },
      },
    });
  });

  it('keeps the rest when a part is refused, and says where under the names that were asked', async () => {
    const { status, json } = await ask(
      '{ m: mine { i: id r: receiver { n: name l: load } } a: actors { x: load } }',
    );
    expect(status).toBe(200);
    expect(json.data).toEqual({
      m: { i: 'referral-of-Bearer one', r: { n: 'Lviv Shelter', l: null } },
      a: [{ x: 2 }, { x: null }],
    });
    expect(json.errors).toHaveLength(2);
    expect(json.errors).toEqual(expect.arrayContaining([notKnown(['m', 'r', 'l']), notKnown(['a', 1, 'x'])]));
  });

  it('gives the parent up when a part may not be null', async () => {
    const { json } = await ask('{ mine { receiver { strictLoad } } old }');
    expect(json.data).toEqual({ mine: null, old: 'rows of yesterday' });
    expect(json.errors).toEqual([notKnown(['mine', 'receiver', 'strictLoad'])]);
    expect((await ask('{ actors { strictLoad } }')).json.data).toBeNull();
  });

  it('says of a part that its subgraph does not give no more than that', async () => {
    const { json } = await ask('{ lost { id receiver { name } } old }');
    expect(json.data).toEqual({ lost: null, old: 'rows of yesterday' });
    expect(json.errors).toHaveLength(1);
    expect(json.errors[0].extensions.code).toBe('NOT_FOUND');
    expect(json.errors[0].path.slice(0, 2)).toEqual(['lost', 'receiver']);
  });

  it('keeps the refusal of a command, but nothing of how it was thrown', async () => {
    const { status, json } = await ask(
      'mutation { it: registerActor(input: {name: "A", oblast: LVIV}) { id } }',
    );
    expect(status).toBe(200);
    expect(json).toEqual({
      data: { it: null },
      errors: [
        {
          message: 'Only a coordinator may register an actor.',
          path: ['it'],
          extensions: { code: 'FORBIDDEN', possible: ['ask a coordinator'], requestId: expect.any(String) },
        },
      ],
    });
  });

  it('performs commands one after another and answers each', async () => {
    const { json } = await ask(
      'mutation { a: acceptReferral(id: "1") { id } b: acceptReferral(id: "2") { id } }',
    );
    expect(json).toEqual({ data: { a: { id: '1' }, b: { id: '2' } } });
  });

  it('says that rows may be old when a subgraph says so', async () => {
    expect((await ask('{ mine { id } old }')).json.extensions).toEqual({ stale: true });
    expect((await ask('{ mine { id } }')).json.extensions).toBeUndefined();
  });

  it('takes along the token, the position and a request id of its own, and nothing else', async () => {
    const { json, headers } = await ask('{ headers { authorization after requestId others } }', {
      'x-stezhka-after': 'token-7',
      'x-request-id': 'chosen-by-the-caller',
      cookie: 'session=1',
      'x-other': 'other',
    });
    expect(json.data.headers).toEqual({
      authorization: 'Bearer one',
      after: 'token-7',
      requestId: headers.get('x-request-id'),
      others: [],
    });
    expect(headers.get('x-request-id')).toMatch(/^00000000-/);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('answers an operation of which every field is skipped', async () => {
    expect((await ask('{ mine @skip(if: true) { id } }')).json).toEqual({ data: {} });
    const query = 'query ($no: Boolean = true) { mine @skip(if: $no) { id } }';
    expect((await ask(query)).json).toEqual({ data: {} });
    expect((await ask(query, {}, { no: false })).json.data.mine).not.toBeNull();
    expect((await ask('{ __typename }')).json).toEqual({ data: { __typename: 'Query' } });
  });
});

describe.each(everyWay)('a subgraph that does not answer, planned by %s over %s', (planner, transport) => {
  const starting = startNetwork(planner, transport, { unreachable: 'referrals' });
  afterAll(async () => (await starting).close());

  it('costs its own part of the answer only, with a code and without an address', async () => {
    const { post, logged } = await starting;
    const { status, json, text } = await post({ query: '{ actors { name load } mine { id } }' });
    expect(status).toBe(200);
    expect(json.data).toEqual({
      actors: [
        { name: 'Kharkiv Desk', load: null },
        { name: 'Lviv Shelter', load: null },
      ],
      mine: null,
    });
    expect(json.errors.map((error: { extensions: { code: string } }) => error.extensions.code)).toContain(
      'UNAVAILABLE',
    );
    expect(text).not.toMatch(/127\.0\.0\.1|ECONNREFUSED|fetch/);
    expect(logged.some((line) => line.includes('gateway.subgraph_unavailable'))).toBe(true);
  });

  it('asks for the same command again, with the same key', async () => {
    const { post } = await starting;
    const { json } = await post({ query: 'mutation { acceptReferral(id: "1") { id } }' });
    expect(json.data).toEqual({ acceptReferral: null });
    expect(json.errors[0].message).toContain('the same key');
  });
});

it('a gateway does not start without the address of a subgraph', async () => {
  const starting = startNetwork('rust', 'in-process', { subgraphs: { registry: registry() } });
  await expect(starting).rejects.toThrow('referrals');
});
