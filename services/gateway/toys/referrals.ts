/** A subgraph of referrals: rows that differ by user, entities of another subgraph, and every way to fail. */
import { once } from 'node:events';
import { endable } from '@stezhka/event-stream';
import { GraphQLError } from 'graphql';
import { subgraph, type ToyContext } from './subgraph.js';

export const referralsSdl = /* GraphQL */ `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key"])
  directive @dataClass(class: String!) on FIELD_DEFINITION
  type Actor @key(fields: "id") {
    id: ID! @dataClass(class: "C0")
    load: Int @dataClass(class: "C0")
    strictLoad: Int! @dataClass(class: "C0")
  }
  type Referral @key(fields: "id") {
    id: ID! @dataClass(class: "C0")
    receiver: Actor! @dataClass(class: "C0")
    note: String @dataClass(class: "C2")
  }
  type Headers { authorization: String, after: String, requestId: String, others: [String!]! }
  type Query {
    mine: Referral @dataClass(class: "C0")
    lost: Referral @dataClass(class: "C0")
    headers: Headers! @dataClass(class: "C0")
    old: String @dataClass(class: "C0")
    breaks(how: String!): String @dataClass(class: "C0")
  }
  type Mutation { acceptReferral(id: ID!): Referral @dataClass(class: "C0") }
  type Heard { note: String, nothing: String }
  type Subscription { heard(times: Int!): Heard @dataClass(class: "C0"), unheard: Heard @dataClass(class: "C0") }
`;

const loads: Record<string, number> = { 'actor-kharkiv': 2 };

function load({ id }: { id: string }): number {
  const known = loads[id];
  if (known !== undefined) return known;
  throw new GraphQLError('The load of this actor is not known.', {
    extensions: { code: 'NOT_KNOWN', possible: ['ask the actor'], http: { status: 500 } },
  });
}

/** Whose streams are over. */
export const overs = new Set<string>();

const receiver = { id: 'actor-lviv' };

export const referrals = () =>
  subgraph(referralsSdl, {
    Query: {
      async mine(_: unknown, _args: unknown, { headers }: ToyContext) {
        // As slow as a query of rows is: long enough for another user's to arrive.
        for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
        return { id: `referral-of-${headers.authorization}`, receiver, note: headers.authorization };
      },
      lost: () => ({ id: 'lost', receiver: { id: 'actor-gone' } }),
      headers: (_: unknown, _args: unknown, { headers }: ToyContext) => ({
        authorization: headers.authorization,
        after: headers['x-stezhka-after'],
        requestId: headers['x-request-id'],
        others: Object.keys(headers).filter((name) => /cookie|x-other/.test(name)),
      }),
      old: (_: unknown, _args: unknown, context: ToyContext) => {
        context.extensions.stale = true;
        return 'rows of yesterday';
      },
      breaks: (_: unknown, { how }: { how: string }) => {
        throw new Error(`select * from referrals where note = '${how}'`);
      },
    },
    Subscription: {
      heard: {
        subscribe: (_: unknown, { times }: { times: number }, { headers }: ToyContext) =>
          endable(
            async function* (ended) {
              for (let n = 0; n < times; n += 1) yield { heard: { note: headers.authorization } };
              if (!ended.aborted) await once(ended, 'abort');
            },
            () => void overs.add(String(headers.authorization)),
          ),
      },
      unheard: {
        subscribe: () => {
          throw new GraphQLError('Sign-in is needed.', {
            extensions: { code: 'UNAUTHENTICATED', possible: [] },
          });
        },
      },
    },
    Mutation: { acceptReferral: (_: unknown, { id }: { id: string }) => ({ id, receiver }) },
    Actor: {
      __resolveReference: ({ id }: { id: string }) => ({ id }),
      load,
      strictLoad: load,
    },
    Referral: { __resolveReference: ({ id }: { id: string }) => ({ id, receiver }) },
  });
