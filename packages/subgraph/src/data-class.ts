/**
 * A field that nobody classified is a field that anybody may read. So every field of the graph names its class, in
 * the schema itself, where tests and tools that know nothing of the code can read it.
 */
// Type-graphql wants it before the first decorator runs, and every classified class comes through here.
import 'reflect-metadata';
import { type FieldClass, fieldClasses } from '@stezhka/vocabulary';
import {
  DirectiveLocation,
  type DirectiveNode,
  GraphQLDirective,
  GraphQLNonNull,
  GraphQLString,
  Kind,
  parse,
} from 'graphql';
import { Directive } from 'type-graphql';

export const dataClassDirective = new GraphQLDirective({
  name: 'dataClass',
  description:
    'Who may see this field: PUBLIC, OWN, PARTIES, COORDINATION, AUTHORITY, or a data class from C0 to C4.',
  locations: [DirectiveLocation.FIELD_DEFINITION],
  args: { class: { type: new GraphQLNonNull(GraphQLString) } },
});

/** Beside `@Field`, `@FieldResolver`, `@Query` or `@Mutation`: who may see what it answers. */
export function Classified(fieldClass: FieldClass): MethodDecorator & PropertyDecorator {
  return Directive(`@dataClass(class: "${fieldClass}")`);
}

/** The class of every classified field in a schema's text, by `Type.field`. */
export function classesOf(sdl: string): Map<string, FieldClass> {
  return new Map(
    outputFields(sdl).flatMap(({ coordinate, directives }) => {
      const fieldClass = classIn(directives);
      return fieldClass === undefined ? [] : [[coordinate, fieldClass] as const];
    }),
  );
}

/** Every field, root fields included, that has no class or one that is not in the list, as `Type.field`. */
export function unclassifiedFields(sdl: string): string[] {
  const classes = classesOf(sdl);
  return outputFields(sdl)
    .map(({ coordinate }) => coordinate)
    .filter((coordinate) => !classes.has(coordinate));
}

function outputFields(sdl: string): { coordinate: string; directives: readonly DirectiveNode[] }[] {
  return parse(sdl, { noLocation: true }).definitions.flatMap((definition) => {
    switch (definition.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.OBJECT_TYPE_EXTENSION:
      case Kind.INTERFACE_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_EXTENSION:
        return (definition.fields ?? []).map((field) => ({
          coordinate: `${definition.name.value}.${field.name.value}`,
          directives: field.directives ?? [],
        }));
      default:
        return [];
    }
  });
}

function classIn(directives: readonly DirectiveNode[]): FieldClass | undefined {
  const argument = directives
    .find((directive) => directive.name.value === dataClassDirective.name)
    ?.arguments?.find(({ name }) => name.value === 'class');
  const value = argument?.value.kind === Kind.STRING ? argument.value.value : undefined;
  return fieldClasses.is(value) ? value : undefined;
}
