/** Asks at every door as every viewer and has each answer judged. */
import type { FieldClass } from '@stezhka/vocabulary';
import type { GraphQLSchema } from 'graphql';
import { type Door, doorsOf, rootsById } from './doors.js';
import {
  type Findings,
  type Given,
  isBlank,
  type Judging,
  judgeThing,
  type Looking,
  nameOf,
  note,
} from './judge.js';
import type { Answer, Path } from './paths.js';
import type { Scenario } from './scenario.js';
import { entityTypes, selectionOf } from './schema-fields.js';
import { secretsFrom } from './secrets.js';
import { isThere, type Subjects } from './subjects.js';
import { memberOf, type ViewerKey } from './viewers.js';

export interface Round {
  readonly paths: readonly { readonly path: Path; readonly schema: GraphQLSchema }[];
  readonly classes: ReadonlyMap<string, FieldClass>;
  readonly subjects: Subjects;
  readonly scenario: Scenario;
  readonly viewers: readonly ViewerKey[];
  readonly passOver?: (coordinate: string) => boolean;
  /** Pages are cut before the first wall, so that with row security off one may be shorter than it could be. */
  readonly shortPages?: boolean;
  readonly findings: Findings;
  /**
   * Which things are asked for by their id in a shortened run, all if absent: each of them stands in a list and comes by
   * its key as well, which is always asked. By each such question everybody asks for one thing that is there for her and
   * for one that is not, whatever is chosen.
   */
  readonly chosenById?: () => boolean;
  /** Which of all questions are asked in a shortened run; all of them if absent. */
  readonly chosen?: () => boolean;
  /** Whether enough is known; all is asked if absent. */
  readonly enough?: (findings: Findings) => boolean;
}

const AT_ONCE = 8;

export async function lookEverywhere(round: Round): Promise<void> {
  const { classes, subjects, scenario, findings, passOver = () => false } = round;
  const looks: (() => Promise<void>)[] = [];
  for (const { path, schema } of round.paths) {
    const judging: Judging = { schema, classes, subjects, scenario, findings, passOver };
    const doors = doorsOf(schema, subjects, scenario).filter(({ root }) => !passOver(`Query.${root}`));
    for (const viewer of round.viewers) {
      const { chosenById = () => true } = round;
      const asked = new Set<string>();
      const isFirst = (door: Door) => {
        const before = asked.size;
        return asked.add(`${door.root} ${isThereFor(door, viewer)}`).size > before;
      };
      for (const door of doors)
        if (!rootsById.includes(door.root) || isFirst(door) || chosenById())
          looks.push(() => knock(judging, round, path, door, viewer));
      if (path.name !== 'gateway') looks.push(() => askEntities(judging, path, viewer));
    }
  }
  const { chosen = () => true, enough = () => false } = round;
  const waiting = looks.filter(chosen).values();
  const work = async () => {
    for (const look of waiting) if (!enough(findings)) await look();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

function isThereFor(door: Door, viewer: ViewerKey): boolean {
  const member = memberOf(viewer);
  if (!member || !(door.mayAsk?.(member) ?? true)) return false;
  return door.one === undefined || isThere(member, viewer, door.one);
}

async function knock(
  judging: Judging,
  round: Round,
  path: Path,
  door: Door,
  viewer: ViewerKey,
): Promise<void> {
  const answer = await path.ask(viewer, door.query, door.variables);
  const way = `${path.name} ${door.root}`;
  const looking = { viewer, way };
  const given = answer.data?.[door.root] ?? undefined;
  const there = isThereFor(door, viewer);
  const expected = !memberOf(viewer) ? 'UNAUTHENTICATED' : there ? 'value' : door.hidden;
  const came = answer.errors[0]?.extensions.code ?? (given === undefined ? 'null' : 'value');
  const cell = {
    coordinate: `Query.${door.root}`,
    viewer,
    way,
    subject: door.one ? nameOf(door.one) : door.query,
  };
  note(judging, cell, expected, came, there ? 'value' : 'gone');
  judgeSecrets(judging, looking, answer);
  if (door.one) return judgeThing(judging, looking, door.one, given);
  judgeList(judging, round, looking, door, given);
}

function judgeList(
  judging: Judging,
  { shortPages = false }: Round,
  looking: Looking,
  { root, list, query }: Door,
  given: Given | undefined,
): void {
  const { of, idOf = (item) => String(item.id), page, firstOnly } = list!;
  const { viewer, way } = looking;
  const expected = of(viewer).filter((one) => isThere(memberOf(viewer), viewer, one));
  const items = (page ? given?.items : given) as Given[] | undefined;
  const cell = { coordinate: `Query.${root}`, viewer, way, subject: query };
  const ids = (items ?? []).map((item) => idOf(item as never));
  const wanted = expected.map(({ id }) => id);
  if (firstOnly) {
    const extra = ids.filter((id) => !wanted.includes(id));
    const enough = shortPages || ids.length === Math.min(1, wanted.length);
    note(judging, cell, 'the first of hers', extra.length === 0 && enough ? 'the first of hers' : `${ids}`);
  } else note(judging, cell, [...wanted].sort().join(), [...ids].sort().join());
  if (page) judgePage(judging, looking, page, expected.length, given, firstOnly, shortPages);
  for (const subject of of(viewer)) {
    const item = items?.find((one) => idOf(one as never) === subject.id);
    if (item || !firstOnly) judgeThing(judging, looking, subject, item);
  }
}

/** Whether there is more is told of hers alone: a page that ends before another's row must not say so. */
function judgePage(
  judging: Judging,
  { viewer, way }: Looking,
  page: string,
  hers: number,
  given: Given | undefined,
  firstOnly = false,
  shortPages = false,
): void {
  const isThere = memberOf(viewer) !== undefined;
  for (const name of ['items', 'hasMore', 'cursor'] as const) {
    const coordinate = `${page}.${name}`;
    if (!judging.classes.has(coordinate)) continue;
    const told = name === 'items' ? hers > 0 : firstOnly && hers > 1;
    const expected = !isThere ? 'gone' : told ? 'value' : 'blank';
    const came = given === undefined ? 'gone' : isBlank(given[name]) ? 'blank' : 'value';
    const cell = { coordinate, viewer, way, subject: firstOnly ? 'the first page' : 'a whole list' };
    note(judging, cell, expected, shortPages && came === 'blank' ? expected : came, expected);
  }
}

/** The door that only the gateway should use, and that anybody can who reaches a service. */
async function askEntities(judging: Judging, path: Path, viewer: ViewerKey): Promise<void> {
  const { schema, subjects } = judging;
  const member = memberOf(viewer);
  for (const type of entityTypes) {
    const things = subjects.all.filter((subject) => subject.type === type);
    if (!schema.getType(type) || judging.passOver(`${path.name} ${type}`)) continue;
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${type} ${selectionOf(schema, type, 1)} } }`;
    const of = things.map(({ id }) => ({ __typename: type, id }));
    const answer = await path.ask(viewer, query, { of });
    const way = `${path.name} _entities`;
    const isKeptHere = keptBy[path.name as keyof typeof keptBy]?.includes(type) ?? false;
    const codes = new Set(answer.errors.map(({ extensions }) => extensions.code));
    // A worthless token is refused before anything is looked up; without one a name alone gives nothing.
    const isRefused = isKeptHere ? !member : viewer === 'forged' || viewer === 'expired';
    const expected = isRefused ? 'UNAUTHENTICATED' : '';
    const cell = { coordinate: `${type} by key`, viewer, way, subject: type };
    note(judging, cell, expected, [...codes].join());
    judgeSecrets(judging, { viewer, way }, answer);
    for (const [n, subject] of things.entries()) {
      const given = answer.data?._entities?.[n] ?? undefined;
      if (isKeptHere) judgeThing(judging, { viewer, way }, subject, given);
      else
        note(judging, { ...cell, subject: nameOf(subject) }, 'null', given === undefined ? 'null' : 'value');
    }
  }
}

/** Which service answers for which key; the others know the name alone. */
const keptBy = {
  registry: ['Actor', 'OfferedService'],
  consent: ['Household', 'Referral'],
  referrals: ['Referral'],
} as const as Readonly<Record<string, readonly string[]>>;

function judgeSecrets(judging: Judging, { viewer, way }: Looking, answer: Answer): void {
  const text = JSON.stringify(answer);
  for (const { secret, of } of secretsFrom(viewer, judging.scenario, judging.subjects)) {
    const cell = { coordinate: 'any text', viewer, way, subject: of };
    if (text.includes(secret)) note(judging, cell, 'nothing of it', 'its id or words');
  }
}
