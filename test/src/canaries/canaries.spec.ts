/**
 * Words about people, each one of its kind, in every field that takes any and in every mistake that a client can make.
 * Then every byte that was kept, logged or answered is searched for them. What is sealed is opened to whom it was
 * shared with, and lies nowhere. No table is left out: the vault's columns and identity's hold ciphertext alone.
 */
import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Scene, startScene } from '../every-mutation/scene.js';
import { type Asking, asking } from './answers-kept.js';
import { tracesOf } from './encodings.js';
import { makeMistakes } from './mistakes.js';
import { type Overheard, overhear } from './overheard.js';
import { personalFields } from './personal-fields.js';
import { type Places, preparePlaces, type Searched } from './places.js';
import { plantInEvents, plantInRows } from './planted.js';
import { searchBytes } from './search.js';
import { tellOfCanaries } from './story-of-canaries.js';

const letters = (length: number) => Array.from({ length }, () => randomInt(36).toString(36)).join('');
const bird = `kanarka${letters(9)}`;
const plant = `planted${letters(9)}`;
/** The longest field takes forty letters; what it is called is told by its last ones. */
const canary = (field: string) => `${bird}-${field.slice(-23)}`;

let places: Places;
let overheard: Overheard;
let scene: Scene;
let asked: Asking;
let running: Searched;
let stopped: Searched;
let plantsFound: Searched;

beforeAll(async () => {
  places = await preparePlaces();
  overheard = overhear();
  const { adminUrl, networkDir } = places;
  scene = await startScene({ databaseUrl: adminUrl, logger: overheard.logger }, networkDir);
  asked = asking(scene);
  await tellOfCanaries(scene, asked, canary);
  await makeMistakes(scene, asked, canary);
  await scene.network.settled();
  await places.checkpoint();
  running = await places.search(bird);

  await plantInEvents(scene.network.stores.events, plant);
  await plantInRows(adminUrl, plant);
  overheard.logger.debug('planted.canary', { component: plant });
  console.warn({ plant });
  await places.checkpoint();
  await scene.network.stop();
  await places.stopPostgres();
  stopped = await places.search(bird);
  plantsFound = await places.search(plant);
  overheard.stop();
}, 300_000);
afterAll(async () => {
  overheard?.stop();
  await scene?.network.stop();
  await places?.remove();
});

it('wrote a canary into every field of words, and those who may have read them all', () => {
  expect(personalFields.length).toBeGreaterThanOrEqual(12);
  const opened = asked.kept.filter(({ opens }) => opens).map(({ text }) => text);
  const written = [...personalFields.map(({ content, field }) => `${content}.${field}`), 'note.decline'];
  expect(written.filter((field) => !opened.some((text) => text.includes(canary(field))))).toEqual([]);
});

it('finds none in the files of the event store, while it runs and afterwards', () => {
  expect([running.network.found, stopped.network.found]).toEqual([[], []]);
  expect(stopped.network.bytes).toBeGreaterThan(100_000);
});

it('finds none in the files of PostgreSQL, after a checkpoint and after its stop', () => {
  expect([running.postgres.found, stopped.postgres.found]).toEqual([[], []]);
  const { files, bytes } = stopped.postgres;
  process.stdout.write(`canaries: ${files} files of PostgreSQL with ${bytes} bytes searched\n`);
});

it('finds none in what was logged or said, at the level that says most', () => {
  const log = Buffer.from(overheard.lines.join('\n'));
  expect(overheard.lines.length).toBeGreaterThan(0);
  expect(searchBytes(log, bird, 'log')).toEqual([]);
});

it('finds none in any answer but those that open what may be opened', () => {
  const others = asked.kept.filter(({ opens }) => !opens);
  const refused = others.filter(({ text }) => text.includes('"errors"'));
  expect(refused.length).toBeGreaterThan(200);
  expect(others.flatMap(({ what, text }) => searchBytes(Buffer.from(text), bird, what))).toEqual([]);
  expect(others.filter(({ status }) => status >= 500).map(({ what }) => what)).toEqual([]);
  process.stdout.write(
    `canaries: ${asked.kept.length} answers searched, ${refused.length} of them refusals\n`,
  );
});

describe('the control', () => {
  const shapes = tracesOf(plant).map(({ encoding }) => encoding);

  it('finds what was planted in an event', () => {
    const found = plantsFound.network.found.filter(({ where }) => where.startsWith('events'));
    expect(shapesIn(found)).toEqual(textShapes(shapes));
  });

  it.each(['data/base/', 'data/pg_wal/'])(
    'finds what was planted in rows, in every shape, below %s',
    (below) => {
      const found = plantsFound.postgres.found.filter(({ where }) => where.startsWith(below));
      expect(shapesIn(found)).toEqual([...shapes].sort());
    },
  );

  it('finds what was planted in the log and on the console', () => {
    const found = overheard.lines.filter((line) => searchBytes(Buffer.from(line), plant, 'log').length > 0);
    expect(found).toHaveLength(2);
  });
});

function shapesIn(found: readonly { readonly encoding: string }[]): string[] {
  return [...new Set(found.map(({ encoding }) => encoding))].sort();
}
/** JSON holds no raw UTF-16. */
function textShapes(shapes: readonly string[]): string[] {
  return shapes.filter((shape) => !/^UTF-16/.test(shape)).sort();
}
