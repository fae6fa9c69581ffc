/** Every mutation of the graph, from the schema's text alone, and how each is asked for with all that it answers. */
import { subgraphSdls } from '@stezhka/local';
import {
  buildASTSchema,
  type GraphQLInputObjectType,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  parse,
} from 'graphql';

export interface MutationField {
  readonly name: string;
  /** Which subgraph answers it. */
  readonly subgraph: string;
  readonly input: GraphQLInputObjectType;
  /** The mutation with `$input`, asking for everything that it answers. */
  readonly document: string;
}

/** Federation's own directives are no concern here. */
const read = (sdl: string) => buildASTSchema(parse(sdl), { assumeValid: true, assumeValidSDL: true });

export const mutations: readonly MutationField[] = subgraphSdls().flatMap(({ name: subgraph, sdl }) => {
  const schema = read(sdl);
  return Object.values(schema.getMutationType()?.getFields() ?? {}).map(({ name, args, type }) => {
    const [only, ...others] = args;
    if (only?.name !== 'input' || others.length > 0) throw new Error(`${name} takes more than an input`);
    return {
      name,
      subgraph,
      input: getNamedType(only.type) as GraphQLInputObjectType,
      document: `mutation($input: ${String(only.type)}) { ${name}(input: $input) ${selection(schema, getNamedType(type).name)} }`,
    };
  });
});

export function mutationNamed(name: string): MutationField {
  const found = mutations.find((mutation) => mutation.name === name);
  if (!found) throw new Error(`there is no mutation ${name}`);
  return found;
}

function selection(schema: GraphQLSchema, type: string): string {
  const of = schema.getType(type);
  if (!isObjectType(of)) return '';
  const fields = Object.values(of.getFields());
  return `{ ${fields.map((field) => `${field.name} ${selection(schema, getNamedType(field.type).name)}`).join(' ')} }`;
}
