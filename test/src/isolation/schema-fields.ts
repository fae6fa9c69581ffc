/** Every field of the graph with its class, from the schema's text alone, and the selections that ask for them. */
import { subgraphSdls } from '@stezhka/local';
import { classesOf, unclassifiedFields } from '@stezhka/subgraph';
import type { FieldClass } from '@stezhka/vocabulary';
import {
  buildASTSchema,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  parse,
} from 'graphql';

/** Types that the gateway fetches by their key: each has rules of its own, wherever it is met. */
export const entityTypes: readonly string[] = ['Actor', 'OfferedService', 'Household', 'Referral'];

/** The class of every field, by `Type.field`. */
export function classifiedFields(): ReadonlyMap<string, FieldClass> {
  return new Map(subgraphSdls().flatMap(({ sdl }) => [...classesOf(sdl)]));
}

/** `Type.field` of what has no class. */
export function withoutClass(): readonly string[] {
  return subgraphSdls().flatMap(({ sdl }) => unclassifiedFields(sdl));
}

/** The composed schema as a schema to read types from; federation's own directives are no concern here. */
export function readableSchema(sdl: string): GraphQLSchema {
  return buildASTSchema(parse(sdl), { assumeValid: true, assumeValidSDL: true });
}

export function fieldsOf(schema: GraphQLSchema, type: string): readonly GraphQLField<unknown, unknown>[] {
  return Object.values((schema.getType(type) as GraphQLObjectType).getFields());
}

/** The object type that a field answers with, if it does. */
export function objectTypeOf(field: GraphQLField<unknown, unknown>): string | undefined {
  const type = getNamedType(field.type);
  return isObjectType(type) ? type.name : undefined;
}

/** All fields of a type; of an entity within it all fields as well for `hops` more steps, then its key alone. */
export function selectionOf(schema: GraphQLSchema, type: string, hops: number): string {
  const parts = fieldsOf(schema, type).map((field) => {
    const within = objectTypeOf(field);
    if (!within) return field.name;
    if (entityTypes.includes(within) && hops === 0) return `${field.name} { id }`;
    const left = entityTypes.includes(within) ? hops - 1 : hops;
    return `${field.name} ${selectionOf(schema, within, left)}`;
  });
  return `{ ${parts.join(' ')} }`;
}
