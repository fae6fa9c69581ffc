/** A subgraph of actors, with a scalar, an enum and an input whose refusals would quote what was sent. */
import { GraphQLError, type ValueNode } from 'graphql';
import { subgraph } from './subgraph.js';

export const actors = [
  { id: 'actor-kharkiv', name: 'Kharkiv Desk', oblast: 'KHARKIV', capacity: 4 },
  { id: 'actor-lviv', name: 'Lviv Shelter', oblast: 'LVIV', capacity: 0 },
];

export const registrySdl = /* GraphQL */ `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key"])
  directive @dataClass(class: String!) on FIELD_DEFINITION
  scalar Day
  enum Oblast { KHARKIV LVIV }
  input ContactInput { phone: String!, hours: [Int!] }
  input ActorInput { name: String!, oblast: Oblast!, contact: ContactInput }
  type Actor @key(fields: "id") {
    id: ID! @dataClass(class: "C0")
    name: String! @dataClass(class: "C0")
    oblast: Oblast! @dataClass(class: "C0")
    capacity: Int @dataClass(class: "C0")
  }
  type Query {
    actors(oblast: Oblast, since: Day): [Actor!]! @dataClass(class: "C0")
    actor(id: ID!): Actor @dataClass(class: "C0")
  }
  type Mutation {
    registerActor(input: ActorInput!): Actor @dataClass(class: "C0")
  }
`;

function day(value: unknown): string {
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)) return value;
  throw new Error(`"${value}" is not a day`);
}

export const registry = () =>
  subgraph(registrySdl, {
    Day: {
      parseValue: day,
      parseLiteral: (node: ValueNode) => day('value' in node ? node.value : node.kind),
    },
    Query: {
      actors: (_: unknown, { oblast }: { oblast?: string }) =>
        actors.filter((actor) => oblast === undefined || actor.oblast === oblast),
      actor: (_: unknown, { id }: { id: string }) => actors.find((actor) => actor.id === id),
    },
    Mutation: {
      registerActor: () => {
        throw new GraphQLError('Only a coordinator may register an actor.', {
          extensions: {
            code: 'FORBIDDEN',
            possible: ['ask a coordinator'],
            stacktrace: ['at registry.ts:1'],
          },
        });
      },
    },
    Actor: {
      __resolveReference: ({ id }: { id: string }) => actors.find((actor) => actor.id === id),
    },
  });
