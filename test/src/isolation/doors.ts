/** Every root field by which something can be asked for, and what may come through it. */
import type { GraphQLSchema } from 'graphql';
import { candidateDoors } from './doors.candidates.js';
import { listDoors } from './doors.lists.js';
import type { Viewer } from './rules-by-hand.js';
import type { Scenario } from './scenario.js';
import { fieldsOf, selectionOf } from './schema-fields.js';
import type { Subject, Subjects, SubjectType } from './subjects.js';
import type { ViewerKey } from './viewers.js';

/** What a viewer is answered where there is nothing for her. */
export type Hidden = 'null' | 'NOT_FOUND';

export interface Door {
  readonly root: string;
  readonly query: string;
  readonly variables?: object;
  readonly hidden: Hidden;
  /** What is behind it, if that is one thing. */
  readonly one?: Subject;
  /** What is behind it, if that is many. */
  readonly list?: DoorToList;
  /** For roots that ask whether she may ask at all. */
  readonly mayAsk?: (viewer: Viewer) => boolean;
}

export interface DoorToList {
  /** All that stands in it for whoever sees all of it. */
  readonly of: (viewer: ViewerKey) => readonly Subject[];
  /** The id of what an item is about; its own if absent. */
  readonly idOf?: (item: Record<string, { readonly id: string }>) => string;
  /** The type of the page, if it comes in pages. */
  readonly page?: string;
  /** Of more than one only the first was asked for. */
  readonly firstOnly?: true;
}

/** Makes doors of one schema: without a root of that name there is none. */
export interface DoorFrame {
  readonly subjects: Subjects;
  readonly scenario: Scenario;
  /** All fields of a type, in braces. */
  readonly select: (type: string) => string;
}

const byId: readonly { root: string; type: SubjectType; hidden: Hidden }[] = [
  { root: 'referral', type: 'Referral', hidden: 'null' },
  { root: 'household', type: 'Household', hidden: 'NOT_FOUND' },
  { root: 'actor', type: 'Actor', hidden: 'null' },
  { root: 'offeredService', type: 'OfferedService', hidden: 'null' },
];

const AS_OF = '2090-01-01T00:00:00.000Z';

/** Roots that ask for one thing by its id. */
export const rootsById: readonly string[] = byId.map(({ root }) => root);

/** All doors of one schema: the gateway's, or one service's own. */
export function doorsOf(schema: GraphQLSchema, subjects: Subjects, scenario: Scenario): readonly Door[] {
  const roots = fieldsOf(schema, 'Query').map(({ name }) => name);
  const select = (type: string) => (schema.getType(type) ? selectionOf(schema, type, 1) : '');
  const frame: DoorFrame = { subjects, scenario, select };
  const single = byId.flatMap(({ root, type, hidden }) =>
    subjects.of(type).map(
      (one): Door => ({
        root,
        query: `query ($id: ID!) { ${root}(id: $id) ${select(type)} }`,
        variables: { id: one.id },
        one,
        hidden,
      }),
    ),
  );
  const ofEverybody: Door[] = [
    { root: 'me', query: `{ me ${select('Me')} }`, one: { type: 'Me', id: 'me' }, hidden: 'null' },
    {
      root: 'network',
      query: `{ network(asOf: "${AS_OF}") ${select('NetworkCount')} }`,
      one: { type: 'NetworkCount', id: 'network' },
      hidden: 'null',
    },
    ...(['coverage', 'referralMonth', 'silentReferrals'] as const).map((root): Door => {
      const type = `${root[0]!.toUpperCase()}${root.slice(1)}` as Capitalize<typeof root>;
      return { root, query: `{ ${root} ${select(type)} }`, one: { type, id: root }, hidden: 'NOT_FOUND' };
    }),
  ];
  const all = [...single, ...ofEverybody, ...listDoors(frame), ...candidateDoors(frame)];
  return all.filter(({ root }) => roots.includes(root));
}
