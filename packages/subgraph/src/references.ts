/**
 * The other door into a subgraph: the gateway asks for entities by key through `_entities`, and anybody who reaches
 * a subgraph can do the same. An entity that nobody authorises would be handed back as it came in, so there is none.
 */
import { Refusal } from '@stezhka/vocabulary';
import { type ArgumentNode, type GraphQLSchema, isObjectType, Kind } from 'graphql';
import type { RequestContext } from './request-context.js';
import { isId } from './storable-text.js';

/** What the gateway knows of an entity: its type and the fields of one of its keys. */
export interface EntityReference {
  readonly __typename: string;
  readonly id: string;
}

/** The entity as this viewer may see it, or null where there is none for her. Authorises like a root field. */
export type ReferenceResolver = (
  reference: EntityReference,
  context: RequestContext,
) => Promise<object | null>;

export type References = Readonly<Record<string, ReferenceResolver>>;

/** Object types with a key, and whether this subgraph says that it can resolve it. */
export function entitiesOf(schema: GraphQLSchema): Map<string, { resolvable: boolean }> {
  const entities = new Map<string, { resolvable: boolean }>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    const keys = type.astNode?.directives?.filter(({ name }) => name.value === 'key') ?? [];
    if (keys.length > 0)
      entities.set(type.name, { resolvable: keys.some((key) => !key.arguments?.some(saysUnresolvable)) });
  }
  return entities;
}

function saysUnresolvable({ name, value }: ArgumentNode): boolean {
  return name.value === 'resolvable' && value.kind === Kind.BOOLEAN && !value.value;
}

/**
 * Resolvers for `_entities`, one for each entity.
 * @throws Error when an entity has no reference, or a reference no entity
 */
export function referenceResolvers(
  schema: GraphQLSchema,
  references: References,
): Record<string, { __resolveReference: ReferenceResolver }> {
  const entities = entitiesOf(schema);
  for (const name of Object.keys(references))
    if (!entities.get(name)?.resolvable) throw new Error(`reference of no resolvable entity: ${name}`);
  return Object.fromEntries(
    [...entities].map(([name, { resolvable }]) => {
      const resolve = references[name];
      if (resolvable && resolve === undefined) throw new Error(`entity without a reference: ${name}`);
      return [name, { __resolveReference: resolve ? copied(resolve) : nobodys }];
    }),
  );
}

const nobodys: ReferenceResolver = async () => null;

/** The library writes `__typename` onto what it is given; a row that others hold must not be written to. */
function copied(resolve: ReferenceResolver): ReferenceResolver {
  return async (reference, context) => {
    const entity = await resolve(reference, context);
    return entity && Object.assign(Object.create(Object.getPrototypeOf(entity) as object), entity);
  };
}

/** Refuses representations of no entity of this schema before the library meets them: it would quote them. */
export function guardEntities(schema: GraphQLSchema): void {
  const field = schema.getQueryType()?.getFields()._entities;
  const resolve = field?.resolve;
  if (!field || !resolve) return;
  const entities = entitiesOf(schema);
  field.resolve = (root, args: { representations: readonly unknown[] }, context, info) => {
    if (!args.representations.every((representation) => isReference(representation, entities)))
      throw new Refusal('INVALID_INPUT', [...entities.keys()]);
    return resolve(root, args, context, info);
  };
}

function isReference(value: unknown, entities: ReadonlyMap<string, unknown>): boolean {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, '__typename')) return false;
  const { __typename: name, id } = value as { __typename: unknown; id?: unknown };
  return typeof name === 'string' && entities.has(name) && typeof id === 'string' && isId(id);
}
