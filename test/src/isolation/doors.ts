/** Every root field and every key by which something can be asked for, and what must come through it for whom. */
import type { GraphQLSchema } from 'graphql';
import { looksForCandidates, type Viewer } from './rules-by-hand.js';
import { type OfferKey, offerKeys, offers } from './scenario.actors.js';
import type { Scenario } from './scenario.js';
import { fieldsOf, selectionOf } from './schema-fields.js';
import { isThere, type Subject, type Subjects, type SubjectType } from './subjects.js';
import { memberOf, type ViewerKey } from './viewers.js';

/** What a viewer is answered where there is nothing for her. */
export type Hidden = 'null' | 'NOT_FOUND';

export interface Door {
  readonly root: string;
  readonly query: string;
  readonly variables?: object;
  /** One thing, or all of a list: with what must be in it for this viewer. */
  readonly one?: Subject;
  readonly list?: {
    readonly subjects: (viewer: ViewerKey) => readonly Subject[];
    /** Where the thing stands that an item is about. */
    readonly idOf?: (item: Record<string, { id: string }>) => string;
    /** The type of the page, if it comes in pages. */
    readonly page?: string;
    /** Of more than one only the first was asked for. */
    readonly firstOnly?: true;
  };
  /** For roots that ask whether she may ask at all. */
  readonly mayAsk?: (viewer: Viewer) => boolean;
  readonly hidden: Hidden;
}

const byId: readonly { root: string; type: SubjectType; hidden: Hidden }[] = [
  { root: 'referral', type: 'Referral', hidden: 'null' },
  { root: 'household', type: 'Household', hidden: 'NOT_FOUND' },
  { root: 'actor', type: 'Actor', hidden: 'null' },
  { root: 'offeredService', type: 'OfferedService', hidden: 'null' },
];

const AS_OF = '2030-01-01T00:00:00.000Z';

/** All doors of one schema: the gateway's, or one service's own. */
export function doorsOf(schema: GraphQLSchema, subjects: Subjects, scenario: Scenario): readonly Door[] {
  const roots = fieldsOf(schema, 'Query').map(({ name }) => name);
  const select = (type: string) => selectionOf(schema, type, 1);
  const seen = (of: readonly Subject[]) => (viewer: ViewerKey) =>
    of.filter((subject) => isThere(memberOf(viewer), viewer, subject));
  const side = (actor: 'own' | 'other') => (viewer: ViewerKey) =>
    seen(subjects.of('Referral'))(viewer).filter(
      () => (memberOf(viewer)?.actor === 'sender') === (actor === 'own'),
    );

  const single = byId.flatMap(({ root, type, hidden }) =>
    subjects.of(type).map(
      (one): Door => ({
        root,
        query: `query ($id: ID!) { ${root}(id: $id) ${roots.includes(root) ? select(type) : ''} }`,
        variables: { id: one.id },
        one,
        hidden,
      }),
    ),
  );
  const page = (
    root: string,
    type: string,
    given: string,
    of: (viewer: ViewerKey) => readonly Subject[],
    firstOnly?: true,
  ): Door => ({
    root,
    query: `{ ${root}${given} ${roots.includes(root) ? select(type) : ''} }`,
    list: { subjects: of, page: type, ...(firstOnly ? { firstOnly } : {}) },
    hidden: 'null',
  });
  const offering = (wanted: (key: OfferKey) => boolean) => (viewer: ViewerKey) =>
    subjects
      .of('Actor')
      .filter(({ actor }) =>
        seen(subjects.of('OfferedService'))(viewer).some(
          (one) =>
            one.type === 'OfferedService' && one.offer.actor === actor && !one.offer.ended && wanted(one.key),
        ),
      );
  const pages: Door[] = [
    page('inbox', 'ReferralPage', '', side('other')),
    page('inbox', 'ReferralPage', '(page: { first: 1 })', side('other'), true),
    page('sentBox', 'ReferralPage', '', side('own')),
    page('sentBox', 'ReferralPage', '(page: { first: 1 })', side('own'), true),
    page('households', 'HouseholdPage', '', seen(subjects.of('Household'))),
    page('households', 'HouseholdPage', '(page: { first: 1 })', seen(subjects.of('Household')), true),
    page('actors', 'ActorPage', '', seen(subjects.of('Actor'))),
    page('actors', 'ActorPage', '(first: 1)', seen(subjects.of('Actor')), true),
    page(
      'actors',
      'ActorPage',
      '(filter: { service: "CM.GBV" })',
      offering((key) => offers[key].service === 'CM.GBV'),
    ),
    page(
      'actors',
      'ActorPage',
      '(filter: { service: "CM.GBV" }, first: 1)',
      offering((key) => offers[key].service === 'CM.GBV'),
      true,
    ),
  ];
  const staff = Object.entries(scenario.actors).flatMap(([actor, actorId]): Door[] => {
    const of = seen(subjects.of('StaffMember').filter(({ member }) => member.actor === actor));
    return [
      page('staff', 'StaffPage', `(actorId: "${actorId}")`, of),
      page('staff', 'StaffPage', `(actorId: "${actorId}", first: 1)`, of, true),
    ];
  });
  const needs = [
    { need: { service: 'SHL.TRANSIT', oblast: 'UA-46' }, fits: true, cautioned: false },
    { need: { service: 'MHP.PSS', oblast: 'UA-63', language: 'ro' }, fits: false, cautioned: true },
    { need: { service: 'CM.GBV', oblast: 'UA-46' }, fits: false, cautioned: false },
    { need: { service: 'CM.GBV', oblast: 'UA-46', pathway: 'gbv' }, fits: true, cautioned: false },
  ] as const;
  const candidates = needs.map(({ need, fits, cautioned }): Door => {
    const pathway = 'pathway' in need ? need.pathway : 'general';
    const of = (viewer: ViewerKey) =>
      offerKeys
        .filter((key) => offers[key].service === need.service)
        .map((key): Subject => {
          const offer: (typeof subjects)['all'][number] & { type: 'OfferedService' } = subjects
            .of('OfferedService')
            .find((one) => one.key === key)!;
          const own = memberOf(viewer)?.actor === offer.offer.actor;
          return {
            ...{ type: 'Candidate', id: offer.id, offer: offer.offer, pathway },
            ...{ fits: fits && !own, cautioned: cautioned || offer.offer.document === true },
          };
        });
    return {
      root: 'candidates',
      query: `query ($need: NeedInput!) { candidates(need: $need) ${roots.includes('candidates') ? select('Candidate') : ''} }`,
      variables: { need },
      list: {
        subjects: (viewer) => of(viewer).filter((one) => isThere(memberOf(viewer), viewer, one)),
        idOf: (item) => item.offeredService!.id,
      },
      mayAsk: (viewer) => looksForCandidates(viewer, pathway),
      hidden: 'NOT_FOUND',
    };
  });
  const others: Door[] = [
    {
      root: 'me',
      query: `{ me ${roots.includes('me') ? select('Me') : ''} }`,
      one: { type: 'Me', id: 'me' },
      hidden: 'null',
    },
    {
      root: 'network',
      query: `{ network(asOf: "${AS_OF}") ${roots.includes('network') ? select('NetworkCount') : ''} }`,
      one: { type: 'NetworkCount', id: 'network' },
      hidden: 'null',
    },
  ];
  return [...single, ...pages, ...staff, ...candidates, ...others].filter(({ root }) => roots.includes(root));
}
