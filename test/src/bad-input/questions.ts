/** Every question of the graph that takes anything, its nested arguments included, with what makes it a good one. */
import type { Role, Scene } from '../every-mutation/scene.js';
import { theNeed } from '../every-mutation/scene.js';

export interface Question {
  /** The fields that it asks with arguments, as `Type.field`. */
  readonly asks: readonly string[];
  readonly subgraph: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** For whom it is a good one; the caseworker if absent. */
  readonly by?: Role;
}

const day = '2024-06-01T00:00:00Z';

export function questions({ people, serviceId }: Scene, householdId: string, referralId: string): Question[] {
  const { actorId } = people.caseworker.viewer;
  return [
    {
      asks: [
        'Query.actor',
        'Actor.name',
        'Actor.operations',
        'Actor.base',
        'Actor.access',
        'Actor.statusHistory',
      ],
      subgraph: 'registry',
      query: `query($id: ID!, $language: Language!, $asOf: DateTime, $first: Int!) { actor(id: $id) {
        name(language: $language) operations(asOf: $asOf) base(asOf: $asOf) access(asOf: $asOf) { access }
        statusHistory(first: $first) { effectiveAt } } }`,
      variables: { id: actorId, language: 'uk', asOf: day, first: 5 },
    },
    {
      asks: ['Query.actors'],
      subgraph: 'registry',
      query: `query($after: ID, $first: Int!, $filter: ActorFilterInput) {
        actors(after: $after, first: $first, filter: $filter) { items { id } cursor } }`,
      variables: {
        after: null,
        first: 5,
        filter: { service: 'SHL.TRANSIT', operations: 'full', kind: 'ngo' },
      },
    },
    {
      asks: ['Query.offeredService'],
      subgraph: 'registry',
      query: 'query($id: ID!) { offeredService(id: $id) { service } }',
      variables: { id: serviceId },
    },
    {
      asks: ['Query.network'],
      subgraph: 'registry',
      query:
        'query($asOf: DateTime!, $asKnownAt: DateTime) { network(asOf: $asOf, asKnownAt: $asKnownAt) { actors } }',
      variables: { asOf: day, asKnownAt: day },
    },
    {
      asks: ['Query.staff'],
      subgraph: 'registry',
      query: `query($after: ID, $first: Int!, $actorId: ID) {
        staff(after: $after, first: $first, actorId: $actorId) { items { id } } }`,
      variables: { after: null, first: 5, actorId },
    },
    {
      asks: ['Query.candidates'],
      subgraph: 'referrals',
      query: 'query($need: NeedInput!) { candidates(need: $need) { suggested } }',
      variables: { need: { ...theNeed, ageBands: [], sexes: [], language: 'uk', excludedActorIds: [] } },
    },
    {
      asks: ['Query.referral'],
      subgraph: 'referrals',
      query: 'query($id: ID!) { referral(id: $id) { state timeline { act } } }',
      variables: { id: referralId },
    },
    ...['inbox', 'sentBox'].map((box) => ({
      asks: [`Query.${box}`],
      subgraph: 'referrals',
      query: `query($page: PageInput!, $filter: ReferralFilterInput!) {
        ${box}(page: $page, filter: $filter) { items { id } hasMore } }`,
      variables: {
        page: { first: 5, after: referralId },
        filter: { states: ['sent'], urgency: 'normal', overdue: false },
      },
    })),
    {
      asks: ['Query.household', 'Household.disclosures'],
      subgraph: 'consent',
      query:
        'query($id: ID!, $first: Int!) { household(id: $id) { pathway disclosures(first: $first) { id } } }',
      variables: { id: householdId, first: 5 },
    },
    {
      asks: ['Query.households'],
      subgraph: 'consent',
      query: 'query($page: HouseholdPageInput!) { households(page: $page) { items { id } hasMore } }',
      variables: { page: { first: 5, after: householdId } },
    },
    {
      asks: ['Query.coverage'],
      subgraph: 'insights',
      query: `query($asOf: DateTime, $asKnownAt: DateTime) {
        coverage(asOf: $asOf, asKnownAt: $asKnownAt) { cells { gap } } }`,
      variables: { asOf: day, asKnownAt: day },
    },
    {
      asks: ['Query.referralMonth'],
      subgraph: 'insights',
      query: `query($asOf: DateTime, $asKnownAt: DateTime) {
        referralMonth(asOf: $asOf, asKnownAt: $asKnownAt) { month all { sent } } }`,
      variables: { asOf: day, asKnownAt: day },
      by: 'coordinator',
    },
  ];
}
