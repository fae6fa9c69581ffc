import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from './events.js';
import { place, type StoreAtWork, startStore } from './testing/store-at-work.js';
import { type Checkpoints, type RunningWorkflows, startWorkflows, type Workflow } from './workflow.js';

interface Said {
  readonly event: string;
  readonly fields: Record<string, unknown>;
}

/** A place where a spec waits for something to have been said or done. */
function notes<Item>() {
  const items: Item[] = [];
  const wakers: (() => void)[] = [];
  return {
    items,
    add(item: Item) {
      items.push(item);
      for (const wake of wakers.splice(0)) wake();
    },
    async until(satisfied: (items: readonly Item[]) => boolean) {
      while (!satisfied(items)) await new Promise<void>((wake) => wakers.push(wake));
    },
  };
}

let at: StoreAtWork;
let running: RunningWorkflows | undefined;
let saved: Map<string, bigint>;
let saves: ReturnType<typeof notes<bigint>>;
let said: ReturnType<typeof notes<Said>>;
let heard: ReturnType<typeof notes<string>>;
let pauses: number[];

beforeEach(async () => {
  at = await startStore();
  saved = new Map();
  [saves, said, heard] = [notes(), notes(), notes()];
  pauses = [];
});
afterEach(async () => {
  await running?.stop();
  running = undefined;
  await at.stop();
});

const checkpoints: Checkpoints = {
  load: async (name) => saved.get(name),
  async save(name, position) {
    saved.set(name, position);
    saves.add(position);
  },
};

const away = new Error('the store is away');

type Reaction = (event: RecordedEvent) => Promise<void>;

/** Hears parcels, notes each attempt, and does what the spec wants done. */
function start(react: Reaction, over: Partial<Workflow> & { checkpoints?: Checkpoints } = {}) {
  const workflow: Workflow = {
    ...{ name: 'spec.answers', prefixes: ['parcel-'], onPoison: 'park' },
    async react(event) {
      heard.add(place(event));
      await react(event);
    },
    ...over,
  };
  running = startWorkflows({
    store: at.store,
    workflows: [workflow],
    checkpoints: over.checkpoints ?? checkpoints,
    isAway: (error) => error === away,
    log: { error: (event, fields = {}) => said.add({ event, fields }) },
    deps: {
      pause(ms) {
        pauses.push(ms);
        return nextTurn();
      },
    },
  });
  return running;
}

const answers: Reaction = async () => undefined;
const failsOn =
  (stream: string): Reaction =>
  async (event) => {
    if (event.stream === stream) throw new Error('not now');
  };

describe('a workflow', () => {
  it('hears what has happened and what happens, of its streams alone', async () => {
    await at.happen('parcel-1');
    await at.happen('letter-1');
    start(answers);
    await heard.until((items) => items.length === 1);
    await at.happen('parcel-2');
    await heard.until((items) => items.length === 2);
    expect(heard.items).toEqual(['parcel-1 0', 'parcel-2 0']);
  });

  it('remembers how far it has heard, and begins behind it', async () => {
    const first = await at.happen('parcel-1');
    start(answers);
    await saves.until((items) => items.includes(first));
    await running?.stop();
    const second = await at.happen('parcel-1');
    start(answers);
    await saves.until((items) => items.includes(second));
    expect(heard.items).toEqual(['parcel-1 0', 'parcel-1 1']);
  });

  it('says how far it is, also where nothing has happened since it last stood there', async () => {
    const last = await at.happen('parcel-1');
    start(answers);
    await saves.until((items) => items.includes(last));
    expect(running?.havePassed(last)).toBe(true);
    expect(running?.havePassed(last + 1n)).toBe(false);
    await running?.stop();
    start(answers);
    while (!running?.havePassed(last)) await nextTurn();
    expect(heard.items).toHaveLength(1);
  });

  it('remembers foreign events that it passed over, at the latest when it stops', async () => {
    start(answers);
    const parcel = await at.happen('parcel-1');
    await saves.until((items) => items.includes(parcel));
    const last = await at.happen('letter-1');
    await at.happen('parcel-1');
    await heard.until((items) => items.length === 2);
    await running?.stop();
    expect(saved.get('spec.answers')).toBeGreaterThanOrEqual(last);
  });

  it('tries again what failed, before it hears the next', async () => {
    let left = 2;
    start(async () => {
      if (left-- > 0) throw new Error('not now');
    });
    await at.happen('parcel-1');
    await at.happen('parcel-2');
    await heard.until((items) => items.includes('parcel-2 0'));
    expect(heard.items).toEqual(['parcel-1 0', 'parcel-1 0', 'parcel-1 0', 'parcel-2 0']);
    expect(said.items).toEqual([]);
  });

  it('hears at least once: what was being answered when it stopped is heard again', async () => {
    await at.happen('parcel-1');
    start(failsOn('parcel-1'));
    await heard.until((items) => items.length === 2);
    await running?.stop();
    expect(saved.size).toBe(0);
    const before = heard.items.length;
    start(answers);
    await saves.until((items) => items.length === 1);
    expect(heard.items.slice(before)).toEqual(['parcel-1 0']);
  });

  it('hears again after its memory could not be written, and says so', async () => {
    const failing = new Error('no room');
    let failures = 1;
    start(answers, {
      checkpoints: {
        ...checkpoints,
        async save(name, position) {
          if (failures-- > 0) throw failing;
          await checkpoints.save(name, position);
        },
      },
    });
    await at.happen('parcel-1');
    await saves.until((items) => items.length === 1);
    expect(heard.items).toEqual(['parcel-1 0', 'parcel-1 0']);
    expect(said.items).toEqual([
      { event: 'workflow.interrupted', fields: { workflow: 'spec.answers', error: failing } },
    ]);
  });
});

describe('an event that cannot be answered', () => {
  const poison = {
    event: 'workflow.poison',
    fields: { workflow: 'spec.answers', eventType: 'ParcelMoved.v1', attempt: 6, error: expect.any(Error) },
  };

  it('is parked, loudly, and lets the others pass', async () => {
    await at.happen('parcel-poison');
    const last = await at.happen('parcel-1');
    start(failsOn('parcel-poison'));
    await saves.until((items) => items.includes(last));
    expect(heard.items.filter((one) => one === 'parcel-poison 0')).toHaveLength(6);
    expect(pauses).toEqual([50, 100, 200, 400, 800]);
    expect(said.items).toMatchObject([poison]);
    expect(running?.stalled()).toEqual([]);
  });

  it('is heard again for as long as a store is away, and is not passed over for that', async () => {
    let left = 6;
    start(async () => {
      if (left-- > 0) throw away;
    });
    await at.happen('parcel-1');
    const last = await at.happen('parcel-2');
    await saves.until((items) => items.includes(last));
    expect(heard.items).toEqual([...Array.from({ length: 7 }, () => 'parcel-1 0'), 'parcel-2 0']);
    expect(said.items).toEqual([
      { event: 'workflow.waits', fields: { workflow: 'spec.answers', error: away } },
    ]);
  });

  it('stops a workflow that must not pass over anything, until it can be answered', async () => {
    await at.happen('parcel-poison');
    await at.happen('parcel-1');
    let cured = false;
    start(
      async (event) => {
        if (!cured) await failsOn('parcel-poison')(event);
      },
      { onPoison: 'stall' },
    );
    await said.until((items) => items.length >= 2);
    expect(running?.stalled()).toEqual(['spec.answers']);
    expect(heard.items).not.toContain('parcel-1 0');
    cured = true;
    await heard.until((items) => items.includes('parcel-1 0'));
    expect(running?.stalled()).toEqual([]);
    expect(said.items.slice(0, 2)).toMatchObject([poison, { fields: { attempt: 7 } }]);
  });
});
