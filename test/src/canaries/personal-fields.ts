/** Every place in the graph where words about a person may be written, from the schema: a new one joins by itself. */
import { getNamedType, isInputObjectType } from 'graphql';
import { mutationNamed } from '../every-mutation/documents.js';

export interface PersonalField {
  /** The content that it belongs to, such as `contact`. */
  readonly content: string;
  readonly field: string;
}

export const personalFields: readonly PersonalField[] = Object.values(
  mutationNamed('sealRecord').input.getFields(),
).flatMap(({ name: content, type }) => {
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return [];
  return Object.values(named.getFields())
    .filter((field) => getNamedType(field.type).name === 'String')
    .map(({ name: field }) => ({ content, field }));
});

/** A content with every field of words filled, each with its own. */
export function contentOfCanaries(content: string, canary: (field: string) => string): object {
  const filled = personalFields
    .filter((field) => field.content === content)
    .map(({ field }) => [field, canary(`${content}.${field}`)]);
  return { [content]: Object.fromEntries(filled) };
}

export const contents: readonly string[] = [...new Set(personalFields.map(({ content }) => content))];
