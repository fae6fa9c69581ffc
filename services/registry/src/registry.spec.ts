import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Invented, loadInvented, now } from '../testing/invented.js';
import { type Network, startNetwork } from '../testing/network.js';

let network: Network;
let invented: Invented;

beforeAll(async () => {
  network = await startNetwork(() => now);
  invented = await loadInvented(network);
  await network.settled();
});
afterAll(() => network.stop());

type Wall = keyof Network['walls'];
const ask = (token: string | undefined, query: string, variables = {}, wall: Wall = 'both') => {
  const authorization = token === undefined ? undefined : `Bearer ${token}`;
  return network.walls[wall].execute({ query, variables, headers: { authorization } });
};
const codeOf = (answer: Awaited<ReturnType<typeof ask>>) => answer.errors?.[0]?.extensions?.code;

const seen = `query ($mak: ID!, $shelter: ID!, $counsel: ID!, $entities: [_Any!]!) {
  mak: actor(id: $mak) { services { service pathways } certifications { pathway } }
  shelter: offeredService(id: $shelter) { service actor { name } }
  counsel: offeredService(id: $counsel) { pathways }
  onGbv: actors(filter: { pathway: "gbv" }) { items { name } }
  withShelter: actors(filter: { service: "SHL.DV" }) { items { name } }
  _entities(representations: $entities) {
    ... on OfferedService { service }
    ... on Actor { services { service } certifications { pathway } }
  }
}`;
const see = (token: string | undefined, wall: Wall) => {
  const { actors, services } = invented;
  const entities = [
    { __typename: 'OfferedService', id: services.shelter },
    { __typename: 'Actor', id: actors.mak },
  ];
  return ask(token, seen, { mak: actors.mak, ...services, entities }, wall);
};
const shelter = { service: 'SHL.DV', pathways: ['gbv'] };
const everything = {
  mak: {
    services: [{ service: 'MHP.PSS', pathways: ['general', 'gbv'] }, shelter],
    certifications: [{ pathway: 'gbv' }],
  },
  shelter: { service: 'SHL.DV', actor: { name: 'Мак' } },
  counsel: { pathways: ['general', 'gbv'] },
  onGbv: { items: [{ name: 'Мак' }] },
  withShelter: { items: [{ name: 'Мак' }] },
  _entities: [
    { service: 'SHL.DV' },
    { services: [{ service: 'MHP.PSS' }, { service: 'SHL.DV' }], certifications: [{ pathway: 'gbv' }] },
  ],
};
const general = {
  mak: { services: [{ service: 'MHP.PSS', pathways: ['general'] }], certifications: [] },
  shelter: null,
  counsel: { pathways: ['general'] },
  onGbv: { items: [] },
  withShelter: { items: [] },
  _entities: [null, { services: [{ service: 'MHP.PSS' }], certifications: [] }],
};

describe.each(['both', 'rowsOnly', 'rulesOnly'] as const)(
  'an isolated pathway behind the wall: %s',
  (wall) => {
    it.each(['bereza-caseworker', 'bereza-admin', 'kalyna-admin'])('is not there for %s', async (token) => {
      expect(await see(token, wall)).toEqual({ data: general });
    });
    it.each(['mak-certified', 'mak-caseworker', 'registrar'])('is there for %s', async (token) => {
      expect(await see(token, wall)).toEqual({ data: everything });
    });
    it('is refused to nobody like everything else', async () => {
      const answer = await see(undefined, wall);
      expect(new Set(answer.errors?.map(({ extensions }) => extensions?.code))).toEqual(
        new Set(['UNAUTHENTICATED']),
      );
      const { _entities: entities, ...roots } = answer.data ?? { _entities: null };
      expect([...Object.values(roots), entities ?? null].flat()).not.toContainEqual(expect.anything());
    });
  },
);

const colleagues = '{ staff { items { id roles } } }';
const ofMak = 'query ($actorId: ID) { staff(actorId: $actorId) { items { id } } }';
const idOf = (subject: string) => invented.staff.get(subject)?.staffId;
const idsIn = (answer: Awaited<ReturnType<typeof ask>>): string[] =>
  (answer.data as { staff: { items: { id: string }[] } }).staff.items.map(({ id }) => id);

describe.each(['both', 'rowsOnly', 'rulesOnly'] as const)('staff behind the wall: %s', (wall) => {
  it('are seen by their administrator', async () => {
    const ids = idsIn(await ask('mak-admin', colleagues, {}, wall));
    expect(ids.sort()).toEqual(['mak-admin', 'mak-caseworker', 'mak-certified'].map(idOf).sort());
  });
  it('see themselves alone without such a role', async () =>
    expect(idsIn(await ask('mak-caseworker', colleagues, {}, wall))).toEqual([idOf('mak-caseworker')]));
  it('are not seen from another actor, but by a registrar', async () => {
    const { mak: actorId } = invented.actors;
    expect(idsIn(await ask('bereza-admin', ofMak, { actorId }, wall))).toEqual([]);
    expect(idsIn(await ask('registrar', ofMak, { actorId }, wall))).toHaveLength(3);
  });
});

it('without both walls everything is there: the walls are what hides it', async () => {
  expect(await see('bereza-caseworker', 'none')).toEqual({ data: everything });
  const { mak: actorId } = invented.actors;
  expect(idsIn(await ask('bereza-admin', ofMak, { actorId }, 'none'))).toHaveLength(3);
});

describe('commands over GraphQL', () => {
  const change = `mutation ($input: ChangeOperationsInput!) { changeOperations(input: $input) { id revision after } }`;
  const suspend = (actorId: string, key: string, more = {}) => ({
    input: { actorId, key, operations: 'suspended', effectiveAt: '2022-09-10T00:00:00Z', ...more },
  });

  it('are refused to whoever may not, as if there were no such actor', async () => {
    for (const token of ['bereza-admin', 'kalyna-caseworker'])
      expect(codeOf(await ask(token, change, suspend(invented.actors.kalyna, 'not-mine-1')))).toBe(
        'NOT_FOUND',
      );
    expect(codeOf(await ask('registrar', change, suspend('nowhere', 'nowhere-01')))).toBe('NOT_FOUND');
    expect(codeOf(await ask(undefined, change, suspend(invented.actors.kalyna, 'nobody-01')))).toBe(
      'UNAUTHENTICATED',
    );
  });

  it('give one receipt however often they are sent, and one key to one command', async () => {
    const { kalyna, bereza } = invented.actors;
    const sent = suspend(kalyna, 'suspend-kalyna');
    const answers = await Promise.all([1, 2, 3].map(() => ask('kalyna-admin', change, sent)));
    const receipts = new Set(answers.map(({ data }) => JSON.stringify(data)));
    expect(receipts.size).toBe(1);
    const other = suspend(kalyna, 'suspend-kalyna', { operations: 'closed' });
    expect(codeOf(await ask('kalyna-admin', change, other))).toBe('IDEMPOTENCY_KEY_REUSED');
    await ask('registrar', change, suspend(kalyna, 'registrar-key', { operations: 'partial' }));
    expect(codeOf(await ask('registrar', change, suspend(bereza, 'registrar-key')))).toBe(
      'IDEMPOTENCY_KEY_REUSED',
    );
  });

  it('refuse what is ahead, what is stale, and a code that is none', async () => {
    const { bereza } = invented.actors;
    const ahead = suspend(bereza, 'ahead-of-time', { effectiveAt: '2026-03-02T00:00:00Z' });
    expect(codeOf(await ask('bereza-admin', change, ahead))).toBe('OCCURRED_IN_FUTURE');
    const stale = suspend(bereza, 'stale-revision', { seenRevision: '7' });
    expect(codeOf(await ask('bereza-admin', change, stale))).toBe('STALE_REVISION');
    const unknown = suspend(bereza, 'unknown-code', { operations: 'resting' });
    expect(codeOf(await ask('bereza-admin', change, unknown))).toBe('UNKNOWN_CODE');
  });

  it('cannot be given by a user whose access is cut', async () => {
    const { actors } = invented;
    const join = 'mutation ($input: JoinStaffInput!) { joinStaff(input: $input) { id } }';
    const subject = '6f1d2c3b-4a59-4687-90ab-cdef01234567';
    const member = {
      actorId: actors.bereza,
      issuer: 'https://login.example.org',
      subject,
      roles: ['actor_administrator'],
    };
    const joined = await ask('bereza-admin', join, { input: { ...member, key: 'join-second' } });
    const { id: staffId } = (joined.data as { joinStaff: { id: string } }).joinStaff;
    expect(codeOf(await ask('bereza-admin', join, { input: { ...member, key: 'join-again' } }))).toBe(
      'CONFLICT',
    );
    await network.settled();
    expect((await ask(subject, '{ me { staffId } }')).data).toEqual({ me: { staffId } });

    const disable = 'mutation ($input: StaffAccessInput!) { disableStaff(input: $input) { id } }';
    const cut = (key: string) => ({ input: { staffId, key } });
    expect(codeOf(await ask('mak-admin', disable, cut('disable-mak')))).toBe('NOT_FOUND');
    await ask('bereza-admin', disable, cut('disable-second'));
    await network.settled();
    expect(codeOf(await ask(subject, '{ me { staffId } }'))).toBe('UNAUTHENTICATED');
  });
});

describe('the network as of a day', () => {
  const asOf = (day: string) =>
    ask('registrar', `{ network(asOf: "${day}T23:59:59Z") { actors operational fullyOperational } }`);
  it('is read by when things took effect', async () => {
    const { commands } = network.service;
    const { mak: actorId } = invented.actors;
    const stated = [
      ['full', '2022-03-01T08:00:00Z'],
      ['partial', '2022-10-01T00:00:00Z'],
      // Typed in after what followed it.
      ['suspended', '2022-09-01T00:00:00Z'],
    ] as const;
    for (const [operations, effectiveAt] of stated) {
      const input = { actorId, operations, effectiveAt, key: `mak-${operations}` };
      await commands.changeOperations(invented.staff.get('mak-admin'), input, now);
    }
    await network.settled();
    expect((await asOf('2022-02-28')).data).toEqual({
      network: { actors: 0, operational: 0, fullyOperational: 0 },
    });
    expect((await asOf('2022-08-31')).data).toEqual({
      network: { actors: 4, operational: 1, fullyOperational: 1 },
    });
    expect((await asOf('2022-09-01')).data).toEqual({
      network: { actors: 4, operational: 0, fullyOperational: 0 },
    });
    const status = `query ($id: ID!) { actor(id: $id) {
      operations
      before: operations(asOf: "2022-09-15T00:00:00Z")
      statusHistory { operations effectiveAt }
    } }`;
    expect((await ask('bereza-admin', status, { id: actorId })).data).toEqual({
      actor: {
        operations: 'partial',
        before: 'suspended',
        statusHistory: [
          { operations: 'partial', effectiveAt: '2022-10-01T00:00:00.000Z' },
          { operations: 'suspended', effectiveAt: '2022-09-01T00:00:00.000Z' },
          { operations: 'full', effectiveAt: '2022-03-01T08:00:00.000Z' },
        ],
      },
    });
  });
});

describe('pages', () => {
  it('follow one another by name', async () => {
    const page = 'query ($after: ID) { actors(first: 3, after: $after) { items { name } hasMore cursor } }';
    type Page = { actors: { items: { name: string }[]; hasMore: boolean; cursor: string | null } };
    const first = ((await ask('registrar', page)).data as Page).actors;
    expect(first).toMatchObject({
      items: [{ name: 'Береза' }, { name: 'Калина' }, { name: 'Мак' }],
      hasMore: true,
    });
    const second = ((await ask('registrar', page, { after: first.cursor })).data as Page).actors;
    expect(second).toEqual({ items: [{ name: 'Секретаріат' }], hasMore: false, cursor: null });
  });
  it('are bounded', async () => {
    for (const first of [0, 101])
      expect(codeOf(await ask('registrar', `{ actors(first: ${first}) { hasMore } }`))).toBe('INVALID_INPUT');
  });
});
