/** Every mutation as everybody: who may not is told that there is nothing, and nothing is recorded. */
import { randomUUID } from 'node:crypto';
import type { Pathway } from '@stezhka/vocabulary';
import { type GraphQLSchema, getNamedType } from 'graphql';
import { type Act, actsOnPathway, actsWithoutPathway } from './acts.js';
import type { Fresh } from './fresh.js';
import { type Findings, isBlank, note } from './judge.js';
import type { Answer, Path } from './paths.js';
import { routes } from './scenario.js';
import { fieldsOf, objectTypeOf, selectionOf } from './schema-fields.js';
import { memberOf, type ViewerKey } from './viewers.js';

/** What is on no pathway is tried on what the general one has. */
export type FreshByPathway = Readonly<{ general: Fresh } & Partial<Record<Pathway, Fresh>>>;

export interface Acting {
  readonly paths: readonly { readonly path: Path; readonly schema: GraphQLSchema }[];
  /** By pathway: on those that are here it is tried. */
  readonly fresh: FreshByPathway;
  readonly viewers: readonly ViewerKey[];
  readonly findings: Findings;
  /** The store's newest position: it stays where it is while nobody may. */
  readonly head: () => Promise<bigint | undefined>;
  /** Resolves when whatever follows on what was done has been recorded as well. */
  readonly settled: () => Promise<void>;
  /** Whether it is done in the end by somebody who may. */
  readonly done: boolean;
  /** Which of the ways are gone in a shortened run; all of them if absent. */
  readonly chosen?: () => boolean;
  /** Whether enough is known; all is tried if absent. */
  readonly enough?: (findings: Findings) => boolean;
  /** Who is tried; everybody who may not if absent. */
  readonly tries?: (act: Act, viewer: ViewerKey, pathway: Pathway) => boolean;
}

export async function actEverywhere(acting: Acting): Promise<void> {
  await acting.settled();
  for (const act of actsWithoutPathway) await tryAct(acting, act, acting.fresh.general);
  for (const fresh of Object.values(acting.fresh))
    for (const act of actsOnPathway) await tryAct(acting, act, fresh);
}

async function tryAct(acting: Acting, act: Act, fresh: Fresh): Promise<void> {
  const { findings, head } = acting;
  const { pathway } = fresh;
  if (acting.enough?.(findings)) return;
  const { recipient } = routes[pathway];
  const forbidden = acting.viewers.filter((viewer) => {
    const mayNot = !act.may(memberOf(viewer), pathway, recipient);
    return mayNot && (acting.tries?.(act, viewer, pathway) ?? true);
  });
  const doors = acting.paths.filter(({ schema }) => schema.getMutationType()?.getFields()[act.mutation]);
  const { chosen = () => true } = acting;
  for (const { path, schema } of doors) {
    if (path.name === 'gateway' && !chosen()) continue;
    const before = await head();
    await Promise.all(
      forbidden.map(async (viewer) => {
        const refusal = act.told?.(viewer, pathway) ?? 'NOT_FOUND';
        const expected = memberOf(viewer) ? refusal : 'UNAUTHENTICATED';
        judge(viewer, path, schema, await perform(path, schema, viewer, act, fresh), expected);
      }),
    );
    const cell = { ...cellOf(act, path, pathway), viewer: 'anonymous' as const };
    note({ findings }, cell, 'nothing recorded', (await head()) === before ? 'nothing recorded' : 'an event');
  }
  const door = doors[0];
  if (!acting.done || !door || !act.doer || !act.may(memberOf(act.doer), pathway, recipient)) return;
  const doer = act.doer === 'receiver' && actsOnPathway.includes(act) ? routes[pathway].by : act.doer;
  // Where it is nobody's it is done by nobody.
  if (!act.may(memberOf(doer), pathway, recipient)) return;
  judge(doer, door.path, door.schema, await perform(door.path, door.schema, doer, act, fresh), 'done');
  await acting.settled();

  function judge(viewer: ViewerKey, path: Path, schema: GraphQLSchema, answer: Answer, expected: string) {
    const given = answer.data?.[act.mutation] ?? undefined;
    const came = answer.errors[0]?.extensions.code ?? (given === undefined ? 'null' : 'done');
    const cell = { ...cellOf(act, path, pathway), viewer };
    note({ findings }, cell, expected, came, expected === 'done' ? 'value' : 'gone');
    judgeAnswer(schema, resultOf(schema, act), given === undefined ? undefined : [given]);

    function judgeAnswer(
      of: GraphQLSchema,
      type: string,
      things: readonly Record<string, unknown>[] | undefined,
    ) {
      for (const field of fieldsOf(of, type)) {
        const coordinate = `${type}.${field.name}`;
        const values = things?.flatMap((thing) => thing[field.name] ?? []).filter((one) => !isBlank(one));
        const said = act.blank?.includes(coordinate) ? 'blank' : 'value';
        const wanted = expected === 'done' ? said : 'gone';
        const got = values === undefined ? 'gone' : values.length === 0 ? 'blank' : 'value';
        note({ findings }, { ...cell, coordinate }, wanted, got, wanted);
        const inner = objectTypeOf(field);
        if (inner) judgeAnswer(of, inner, values as Record<string, unknown>[] | undefined);
      }
    }
  }
}

function cellOf(act: Act, path: Path, pathway: Pathway) {
  const subject = [pathway, act.variant].filter(Boolean).join(', ');
  return { coordinate: `Mutation.${act.mutation}`, way: `${path.name} ${act.mutation}`, subject };
}

const resultOf = (schema: GraphQLSchema, { mutation }: Act) =>
  getNamedType(schema.getMutationType()!.getFields()[mutation]!.type).name;

async function perform(
  path: Path,
  schema: GraphQLSchema,
  viewer: ViewerKey,
  act: Act,
  fresh: Fresh,
): Promise<Answer> {
  const field = schema.getMutationType()!.getFields()[act.mutation]!;
  const query = `mutation ($input: ${field.args[0]!.type}) { ${act.mutation}(input: $input) ${selectionOf(schema, resultOf(schema, act), 0)} }`;
  return path.ask(viewer, query, { input: { key: randomUUID(), ...act.input(fresh, viewer) } });
}
