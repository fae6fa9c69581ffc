/**
 * What is another's and what is nowhere must look the same. Every argument that takes an id is given one of each, with
 * everything else in the question as it should be, and the two answers are compared whole.
 */
import { randomUUID } from 'node:crypto';
import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  isRequiredArgument,
} from 'graphql';
import type { TemporaryNetwork } from '../support/temporary-network.js';
import { type Act, actsOnPathway, actsWithoutPathway } from './acts.js';
import { foreignIds, nobodysIdBeside, publishedIds } from './foreign-ids.js';
import { enterFresh, enterOwn, type Fresh } from './fresh.js';
import { type Findings, note } from './judge.js';
import type { Answer, Path } from './paths.js';
import type { Scenario } from './scenario.js';
import { openAndIsolated } from './scenario.routes.js';
import { entityTypes, fieldsOf, objectTypeOf, selectionOf } from './schema-fields.js';
import type { Subjects } from './subjects.js';
import { type MemberKey, memberKeys } from './viewers.js';

export interface Comparing {
  readonly path: Path;
  readonly schema: GraphQLSchema;
  readonly scenario: Scenario;
  readonly subjects: Subjects;
  readonly findings: Findings;
  /** Coordinates of the arguments that were compared. */
  readonly compared: Set<string>;
  /** Which ids are tried in a shortened run; all of them if absent. */
  readonly chosen?: (() => boolean) | undefined;
}

/** Every argument, and field of an input, that takes an id, as `Query.field(arg)` or `Input.field`. */
export function idArguments(schema: GraphQLSchema): readonly string[] {
  const roots = ['Query', 'Mutation'].flatMap((type) =>
    schema.getType(type)
      ? fieldsOf(schema, type)
          .filter(({ name }) => !name.startsWith('_'))
          .map((field) => ({ type, field }))
      : [],
  );
  const found = roots.flatMap(({ type, field }) =>
    field.args.flatMap((arg) => {
      const input = getNamedType(arg.type);
      if (isInputObjectType(input)) return idFieldsOf(input).map(({ name }) => `${input.name}.${name}`);
      return input.name === 'ID' ? [`${type}.${field.name}(${arg.name})`] : [];
    }),
  );
  return [...new Set(found)];
}

const idFieldsOf = (input: GraphQLInputObjectType) =>
  Object.values(input.getFields()).filter(
    ({ name, type }) => name !== 'key' && getNamedType(type).name === 'ID',
  );

export async function compareQueries(comparing: Comparing): Promise<void> {
  const { schema } = comparing;
  for (const field of fieldsOf(schema, 'Query')) {
    if (field.name.startsWith('_')) continue;
    const type = objectTypeOf(field)!;
    for (const arg of field.args) {
      const input = getNamedType(arg.type);
      const needed = field.args.filter((one) => one !== arg && isRequiredArgument(one));
      if (needed.length > 0) continue;
      const query = `query ($given: ${arg.type}) { ${field.name}(${arg.name}: $given) ${selectionOf(schema, type, 1)} }`;
      if (isInputObjectType(input))
        for (const { name } of idFieldsOf(input))
          await compare(
            comparing,
            `${input.name}.${name}`,
            query,
            name === 'after' ? afterOf[field.name]! : name,
            (id) => ({
              given: { ...needOf(input.name), [name]: name.endsWith('Ids') ? [id] : id },
            }),
          );
      else if (input.name === 'ID')
        await compare(
          comparing,
          `Query.${field.name}(${arg.name})`,
          query,
          kindOf(field.name, arg.name),
          (given) => ({ given }),
        );
    }
  }
}

const afterOf: Readonly<Record<string, string>> = {
  inbox: 'referralId',
  sentBox: 'referralId',
  households: 'householdId',
};
const needOf = (input: string) => (input === 'NeedInput' ? { service: 'SHL.TRANSIT', oblast: 'UA-46' } : {});

function kindOf(root: string, arg: string): string {
  if (root === 'staff' && arg === 'after') return 'staffId';
  if (root === 'actors' || arg === 'actorId') return 'actorId';
  return root === 'offeredService' ? 'serviceId' : `${root}Id`;
}

export async function compareEntities(comparing: Comparing): Promise<void> {
  const { schema } = comparing;
  for (const type of entityTypes) {
    if (!schema.getType(type)) continue;
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${type} ${selectionOf(schema, type, 1)} } }`;
    const kind = type === 'OfferedService' ? 'serviceId' : `${type.toLowerCase()}Id`;
    await compare(comparing, `${type} by key`, query, kind, (id) => ({ of: [{ __typename: type, id }] }));
  }
}

async function compare(
  comparing: Comparing,
  coordinate: string,
  query: string,
  kind: string,
  variables: (id: string) => object,
): Promise<void> {
  const { path, scenario, subjects, findings, compared, chosen = () => true } = comparing;
  compared.add(coordinate);
  if (publishedIds.includes(kind)) return;
  for (const viewer of memberKeys) {
    for (const id of foreignIds(kind, viewer, scenario, subjects).filter(chosen)) {
      const nowhere = whole(await path.ask(viewer, query, variables(nobodysIdBeside(id))));
      const foreign = whole(await path.ask(viewer, query, variables(id)));
      note({ findings }, { coordinate, viewer, way: path.name, subject: kind }, nowhere, foreign);
    }
  }
}

/** All that an answer says, but for the number that it was given. */
const whole = (answer: Answer) =>
  JSON.stringify(answer, (name, value: unknown) => (name === 'requestId' ? undefined : value));

/** Two worlds alike: what one question changes must not be what the other one finds. */
export interface Alike {
  readonly viewer: MemberKey;
  readonly one: Fresh;
  readonly other: Fresh;
}

/** Those to whom something is foreign, each with two worlds: an outsider her own, the others what there is to act on. */
export async function pairsAlike(network: TemporaryNetwork, scenario: Scenario): Promise<readonly Alike[]> {
  const { unrelated } = scenario.staff;
  const [own, ownToo] = await Promise.all([1, 2].map(() => enterOwn(network, scenario, unrelated)));
  const [first, second] = await Promise.all([1, 2].map(() => enterFresh(network, scenario, openAndIsolated)));
  return [
    { viewer: 'unrelated', one: own!, other: ownToo! },
    { viewer: 'receiver', one: first!.general, other: second!.general },
    { viewer: 'senderUncertified', one: first!.general, other: second!.general },
    { viewer: 'gbvReceiverUncertified', one: first!.gbv, other: second!.gbv },
  ];
}

export async function compareActs(comparing: Comparing, { viewer, one, other }: Alike): Promise<void> {
  const { path, schema, scenario, subjects, findings, compared, chosen = () => true } = comparing;
  for (const act of [...actsWithoutPathway, ...actsOnPathway]) {
    const field = schema.getMutationType()?.getFields()[act.mutation];
    if (!field) continue;
    const input = getNamedType(field.args[0]!.type) as GraphQLInputObjectType;
    const query = `mutation ($input: ${field.args[0]!.type}) { ${act.mutation}(input: $input) ${selectionOf(schema, getNamedType(field.type).name, 0)} }`;
    for (const { name, type } of idFieldsOf(input)) {
      const coordinate = `${input.name}.${name}`;
      compared.add(coordinate);
      if (publishedIds.includes(name)) continue;
      const [foreignId] = foreignIds(name, viewer, scenario, subjects);
      if (foreignId === undefined) continue;
      const revisions =
        'seenRevision' in input.getFields() ? [undefined, ...['0', '2', '3'].filter(chosen)] : [undefined];
      for (const seenRevision of revisions) {
        const ask = async (fresh: Fresh, id: string) =>
          outcome(
            act,
            await path.ask(viewer, query, {
              input: {
                key: randomUUID(),
                ...act.input(fresh, viewer),
                ...(seenRevision ? { seenRevision } : {}),
                [name]: isMany(type) ? [id] : id,
              },
            }),
          );
        const foreign = await ask(one, foreignId);
        const nowhere = await ask(other, nobodysIdBeside(foreignId));
        const subject = seenRevision ? `${act.mutation}, as of revision ${seenRevision}` : act.mutation;
        note({ findings }, { coordinate, viewer, way: path.name, subject }, nowhere, foreign);
      }
    }
  }
}

const isMany = (type: GraphQLInputType) => isListType(getNullableType(type));

/** A receipt is each command's own; all else must be the same. */
function outcome({ mutation }: Act, answer: Answer): string {
  return answer.data?.[mutation] ? 'done' : whole(answer);
}
