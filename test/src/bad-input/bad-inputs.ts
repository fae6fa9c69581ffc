/** Every input of every mutation, made bad in one place at a time. */
import { type GraphQLInputObjectType, getNullableType, isInputObjectType, isNonNullType } from 'graphql';
import { mutations } from '../every-mutation/documents.js';
import { type BadValue, badValuesOf } from './bad-values.js';
import { canary } from './fit-to-send.js';

export type Path = readonly string[];

export interface BadInput extends Omit<BadValue, 'value'> {
  readonly mutation: string;
  readonly path: Path;
  /** The good input with the bad place in it. */
  readonly spoil: (input: object) => object;
}

export const badInputs: readonly BadInput[] = mutations.flatMap(({ name, input }) =>
  spoiled(input, []).map((bad) => ({ mutation: name, ...bad })),
);

function spoiled(type: GraphQLInputObjectType, above: Path): Omit<BadInput, 'mutation'>[] {
  const own = [
    { what: 'an unknown field', path: above, spoil: put([...above, canary], canary) },
    { what: 'a prototype', path: above, spoil: put([...above, '__proto__'], { [canary]: canary }) },
  ];
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const path = [...above, field.name];
    const inner = getNullableType(field.type);
    const values = badValuesOf(field.type)
      // An absent choice is a choice.
      .filter(({ value }) => value !== null || isNonNullType(field.type))
      .map(({ value, ...rest }) => ({ ...rest, path, spoil: put(path, value) }));
    const missing =
      isNonNullType(field.type) && field.defaultValue === undefined
        ? [{ what: 'nothing at all', path, spoil: put(path, undefined) }]
        : [];
    const deeper = isInputObjectType(inner) ? spoiled(inner, path) : [];
    return [...values, ...missing, ...deeper];
  });
  return [...own, ...fields];
}

/** A copy with a value at a place; what stands in the way is replaced. */
export function put([first, ...rest]: Path, value: unknown): (input: object) => object {
  return (input) => {
    const copy: Record<string, unknown> = { ...input };
    const here = (input as Record<string, unknown>)[first!];
    const below = typeof here === 'object' && here !== null && !Array.isArray(here) ? here : {};
    const put1 = rest.length === 0 ? value : put(rest, value)(below);
    // An assignment to this name would set the prototype and send nothing.
    Object.defineProperty(copy, first!, {
      value: put1,
      enumerable: true,
      configurable: true,
      writable: true,
    });
    return copy;
  };
}
