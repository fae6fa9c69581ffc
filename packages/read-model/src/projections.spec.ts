import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type Kysely, sql } from 'kysely';
import type { Projection } from './projection.js';
import { type Projections, startProjections } from './projections.js';
import { protectTable } from './protect-table.js';
import type { ReadModel } from './read-model.js';
import {
  createStoreInMemory,
  type LogLines,
  listeningLogger,
  type StoreInMemory,
  startTemporaryCluster,
  type TemporaryCluster,
} from './testing/index.js';

interface Tables {
  parcel: { id: string; weight: number; moves: number };
}

const migrations = {
  '0001_parcels': {
    async up(db: Kysely<unknown>) {
      await sql`create table parcel (id text primary key, weight int not null, moves int not null)`.execute(
        db,
      );
      await protectTable(db, { table: 'parcel', using: sql`true` });
    },
  },
};

const parcels: Projection<Tables> = {
  name: 'parcels',
  prefixes: ['parcel-'],
  tables: ['parcel'],
  async project(tx, event) {
    const { weight } = event.data as { weight: number };
    await tx
      .insertInto('parcel')
      .values({ id: event.stream, weight, moves: 1 })
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((row) => ({ weight, moves: sql`${row.ref('parcel.moves')} + 1` })),
      )
      .execute();
  },
};

const moved = (weight: unknown) => ({ type: 'ParcelMoved.v1', data: { weight } });
const patience = 20_000;

let cluster: TemporaryCluster;
let databases = 0;
const running: Projections[] = [];

beforeAll(async () => {
  cluster = await startTemporaryCluster();
});
afterEach(async () => {
  for (const projections of running.splice(0)) await projections.stop();
});
afterAll(() => cluster.stop());

interface Scene {
  readonly store: StoreInMemory;
  readonly readModel: ReadModel<Tables>;
  readonly log: LogLines;
  start(...projections: Projection<Tables>[]): Projections;
  rows(): Promise<Tables['parcel'][]>;
}

async function scene(): Promise<Scene> {
  databases += 1;
  const store = createStoreInMemory();
  const log = listeningLogger();
  const readModel = await cluster.readModel<Tables>(`parcels_${databases}`, migrations);
  return {
    store,
    readModel,
    log,
    start(...projections) {
      const started = startProjections({ readModel, store, projections, logger: log.logger });
      running.push(started);
      return started;
    },
    rows: () =>
      readModel.asProjector('spec', (tx) => tx.selectFrom('parcel').selectAll().orderBy('id').execute()),
  };
}

describe('a projection', () => {
  it('shows what has happened and what happens', async () => {
    const { store, start, rows } = await scene();
    store.happen('parcel-1', moved(1));
    const projections = start(parcels);
    const last = store.happen('parcel-2', moved(2));
    expect(await projections.waitFor(last, patience)).toBe(true);
    const live = store.happen('parcel-1', moved(3));
    expect(await projections.waitFor(live, patience)).toBe(true);
    expect(await rows()).toEqual([
      { id: 'parcel-1', weight: 3, moves: 2 },
      { id: 'parcel-2', weight: 2, moves: 1 },
    ]);
  });

  it('passes positions of events that do not concern it', async () => {
    const { store, start } = await scene();
    const projections = start(parcels);
    for (let index = 0; index < 50; index += 1) {
      const other = store.happen('letter-1', moved(1));
      expect(await projections.waitFor(other, patience)).toBe(true);
    }
  });

  it('goes through a backlog in order, once, over a restart', async () => {
    const { store, start, rows } = await scene();
    for (let index = 0; index < 2_500; index += 1) store.happen(`parcel-${index % 5}`, moved(index));
    const first = start(parcels);
    expect(await first.waitFor(7n, patience)).toBe(true);
    await first.stop();
    const last = store.happen('parcel-0', moved(-1));
    const second = start(parcels);
    expect(await second.waitFor(last, patience)).toBe(true);
    expect((await rows()).map(({ weight, moves }) => [weight, moves])).toEqual([
      [-1, 501],
      [2496, 500],
      [2497, 500],
      [2498, 500],
      [2499, 500],
    ]);
  });

  it('says in time that a position was not reached', async () => {
    const { store, start } = await scene();
    const projections = start(parcels);
    const past = store.happen('parcel-1', moved(1));
    expect(await projections.waitFor(past, patience)).toBe(true);
    expect(await projections.waitFor(past + 1n, 1)).toBe(false);
  });

  it('is ready when it is current', async () => {
    const { store, start } = await scene();
    store.happen('parcel-1', moved(1));
    const projections = start(parcels);
    expect(projections.health()).toEqual({ ready: false, reason: 'starting' });
    await projections.waitFor((await store.head())!, patience);
    const ready = async (): Promise<void> => {
      const next = store.happen('letter-1', moved(1));
      await projections.waitFor(next, patience);
      if (!projections.health().ready) await ready();
    };
    await ready();
    expect(projections.lagMs('parcels')).toBeLessThan(patience);
    expect(projections.health()).toEqual({ ready: true, lagMs: expect.any(Number) });
  });
});

describe('a rebuild', () => {
  it('gives identical rows, and goes on', async () => {
    const { store, start, rows } = await scene();
    for (let index = 0; index < 700; index += 1) store.happen(`parcel-${index % 7}`, moved(index));
    const projections = start(parcels);
    await projections.waitFor((await store.head())!, patience);
    const before = await rows();
    await projections.rebuild('parcels');
    expect(await rows()).toEqual(before);
    expect(before).toHaveLength(7);
    const live = store.happen('parcel-0', moved(-1));
    expect(await projections.waitFor(live, patience)).toBe(true);
    expect((await rows())[0]).toEqual({ id: 'parcel-0', weight: -1, moves: 101 });
  });

  it('replays what another process owns', async () => {
    const { store, start, rows } = await scene();
    const last = store.happen('parcel-1', moved(1));
    const owner = start(parcels);
    await owner.waitFor(last, patience);
    const other = start(parcels);
    await other.rebuild('parcels');
    expect(await rows()).toEqual([{ id: 'parcel-1', weight: 1, moves: 1 }]);
  });
});

describe('two owners', () => {
  const everyoneOwns = { own: async () => new AbortController().signal, close: async () => undefined };

  it('never write an event twice, however they race', async () => {
    const { store, readModel, log, rows } = await scene();
    const race = [1, 2, 3].map(() =>
      startProjections({
        readModel,
        store,
        projections: [parcels],
        logger: log.logger,
        deps: { ownership: everyoneOwns },
      }),
    );
    running.push(...race);
    for (let index = 0; index < 300; index += 1) {
      const position = store.happen(`parcel-${index % 3}`, moved(index));
      await race[index % 3]!.waitFor(position, patience);
    }
    for (const projections of race) {
      expect(await projections.waitFor((await store.head())!, patience)).toBe(true);
    }
    expect((await rows()).map(({ moves }) => moves)).toEqual([100, 100, 100]);
    expect(log.events('projection.interrupted').some(({ error }) => error.name === 'FenceLost')).toBe(true);
  });

  it('are one owner and one that waits, knows how far it is, and takes over', async () => {
    const { store, start, rows } = await scene();
    const owner = start(parcels);
    await owner.waitFor(store.happen('parcel-1', moved(1)), patience);
    const other = start(parcels);
    expect(await other.waitFor(store.happen('parcel-1', moved(2)), patience)).toBe(true);
    expect(await other.waitFor(store.happen('letter-1', moved(2)), patience)).toBe(true);
    await owner.stop();
    expect(await other.waitFor(store.happen('parcel-1', moved(3)), patience)).toBe(true);
    expect(await rows()).toEqual([{ id: 'parcel-1', weight: 3, moves: 3 }]);
  });
});

describe('an event that cannot be projected', () => {
  it('parks its stream, loudly, and no other', async () => {
    const { store, start, rows, log } = await scene();
    const projections = start(parcels);
    store.happen('parcel-1', moved(1));
    store.happen('parcel-bad', moved(1));
    const poison = store.happen('parcel-bad', moved('Олена'));
    store.happen('parcel-bad', moved(3));
    const last = store.happen('parcel-2', moved(2));
    expect(await projections.waitFor(last, patience)).toBe(true);
    expect((await rows()).map(({ id, weight }) => [id, weight])).toEqual([
      ['parcel-1', 1],
      ['parcel-2', 2],
      ['parcel-bad', 1],
    ]);
    expect(await projections.parked()).toEqual([
      {
        projection: 'parcels',
        stream: 'parcel-bad',
        position: poison,
        eventId: expect.any(String),
        eventType: 'ParcelMoved.v1',
        reason: '22P02',
      },
    ]);
    expect(log.events('projection.parked')).toHaveLength(1);
    expect(log.text()).not.toContain('Олена');
    await projections.stop();
    const again = start(parcels);
    const later = store.happen('parcel-bad', moved(4));
    expect(await again.waitFor(later, patience)).toBe(true);
    expect((await rows())[2]).toEqual({ id: 'parcel-bad', weight: 1, moves: 1 });
  });

  it('halts a projection that fails closed, until it runs with code that can', async () => {
    const { store, start, rows } = await scene();
    const projections = start({ ...parcels, failClosed: true });
    store.happen('parcel-1', moved(1));
    store.happen('parcel-bad', moved('x'));
    const last = store.happen('parcel-2', moved(2));
    expect(await projections.waitFor(last, patience)).toBe(false);
    expect(projections.health()).toEqual({ ready: false, reason: 'halted' });
    expect((await rows()).map(({ id }) => id)).toEqual(['parcel-1']);
    expect(await projections.waitFor(last, patience)).toBe(false);
    await projections.stop();
    const able = start({
      ...parcels,
      failClosed: true,
      project: async (tx, event) => {
        if (event.stream !== 'parcel-bad') await parcels.project(tx, event);
      },
    });
    while (!(await able.waitFor(last, patience))) await nextTurn();
    expect((await rows()).map(({ id }) => id)).toEqual(['parcel-1', 'parcel-2']);
  });

  it('is tried again when it fails in passing', async () => {
    const { store, start, rows, log } = await scene();
    let failures = 2;
    const projections = start({
      ...parcels,
      async project(tx, event) {
        failures -= 1;
        if (failures >= 0) throw new Error('not yet');
        await parcels.project(tx, event);
      },
    });
    expect(await projections.waitFor(store.happen('parcel-1', moved(1)), patience)).toBe(true);
    expect(await rows()).toHaveLength(1);
    expect(log.events('projection.parked')).toEqual([]);
  });
});

describe('a lost connection', () => {
  it('is no reason to park, lose or repeat an event', async () => {
    const { store, start, rows, log, readModel } = await scene();
    const projections = start(parcels);
    await projections.waitFor(store.happen('parcel-1', moved(1)), patience);
    await cluster.asAdministrator(
      `select pg_terminate_backend(pid) from pg_stat_activity where usename = '${readModel.service}_login'`,
    );
    for (let index = 2; index <= 50; index += 1) store.happen('parcel-1', moved(index));
    expect(await projections.waitFor((await store.head())!, patience)).toBe(true);
    expect(await rows()).toEqual([{ id: 'parcel-1', weight: 50, moves: 50 }]);
    expect(log.events('projection.parked')).toEqual([]);
  });
});
