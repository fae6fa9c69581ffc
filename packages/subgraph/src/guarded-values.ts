/**
 * Every value that comes in, looked at before anything runs. GraphQL's own complaint about a bad variable repeats
 * the value, and a text that is fine for GraphQL can still be poison below: PostgreSQL stores no NUL, an id becomes
 * part of a stream's name.
 */
import { Refusal } from '@stezhka/vocabulary';
import {
  coerceInputValue,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql';
import { isId } from './references.js';
import { RequestRefused } from './request-refused.js';

/** Characters in one text. */
const LONGEST_TEXT = 20_000;

type Path = readonly (string | number)[];
type Fault = 'type' | 'required' | 'unknownCode' | 'id' | 'text';

/** The rule that a value of this type breaks, type errors apart. */
export function faultOf(value: unknown, type: GraphQLInputType): Fault | undefined {
  const { name } = getNamedType(type);
  if (typeof value !== 'string') return undefined;
  if (name === 'ID') return isId(value) ? undefined : 'id';
  return isText(value) ? undefined : 'text';
}

/** Text that every store can hold: no NUL, no half of a surrogate pair, not endless. */
export function isText(value: string): boolean {
  return value.length <= LONGEST_TEXT && !/\0|\p{Surrogate}/u.test(value);
}

/**
 * @throws RequestRefused naming the variables that are wrong and, for an enum, the codes that are known
 */
export function guardVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): void {
  const faults: { path: Path; fault: Fault; possible: readonly string[] }[] = [];
  for (const definition of operation.variableDefinitions ?? []) {
    const name = definition.variable.name.value;
    const type = typeFromAST(schema, definition.type as never) as GraphQLInputType | undefined;
    if (!type || !isInputType(type)) continue;
    const given = Object.hasOwn(variables, name) ? variables[name] : undefined;
    if (given === undefined) {
      if (getNullableType(type) !== type && !definition.defaultValue)
        faults.push({ path: [name], fault: 'required', possible: [] });
      continue;
    }
    const before = faults.length;
    coerceInputValue(given, type, (path, _value, { originalError }) => {
      const codes = knownCodes(typeAt(type, path), originalError);
      faults.push({
        path: [name, ...path],
        fault: codes.length > 0 ? 'unknownCode' : 'type',
        possible: codes,
      });
    });
    if (faults.length > before) continue;
    walk(given, type, [name], (value, valueType, path) => {
      const fault = faultOf(value, valueType);
      if (fault) faults.push({ path, fault, possible: [] });
    });
  }
  if (faults.length === 0) return;
  const possible = [...new Set(faults.flatMap((fault) => fault.possible))];
  throw new RequestRefused(
    {
      code: faults.every(({ fault }) => fault === 'unknownCode') ? 'UNKNOWN_CODE' : 'INVALID_INPUT',
      possible,
      fields: faults.map(({ path, fault }) => ({ path: path.join('.'), rules: [fault] })),
    },
    400,
  );
}

function knownCodes(type: GraphQLInputType, cause: unknown): readonly string[] {
  if (cause instanceof Refusal) return cause.possible;
  return isEnumType(type) ? type.getValues().map(({ name }) => name) : [];
}

function typeAt(type: GraphQLInputType, path: Path): GraphQLInputType {
  let at: GraphQLInputType = type;
  for (const step of path) {
    const here: GraphQLInputType = getNullableType(at);
    if (isListType(here) && typeof step === 'number') at = here.ofType;
    else if (isInputObjectType(here)) at = here.getFields()[step]?.type ?? here;
  }
  return getNamedType(at);
}

/** Visits every text of a value that fits its type. */
function walk(
  value: unknown,
  type: GraphQLInputType,
  path: Path,
  visit: (value: unknown, type: GraphQLInputType, path: Path) => void,
): void {
  const here: GraphQLInputType = getNullableType(type);
  if (value === null || value === undefined) return;
  if (isListType(here)) {
    if (!Array.isArray(value)) walk(value, here.ofType, path, visit);
    else for (const [at, item] of value.entries()) walk(item, here.ofType, [...path, at], visit);
  } else if (isInputObjectType(here)) {
    for (const field of Object.values(here.getFields()))
      walk((value as Record<string, unknown>)[field.name], field.type, [...path, field.name], visit);
  } else for (const text of textsIn(value)) visit(text, here, path);
}

/** A scalar may hold anything that JSON can say, nested deeper than a stack. */
function* textsIn(value: unknown): Generator<unknown> {
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next !== 'object' || next === null) yield next;
    else if (Array.isArray(next)) for (const item of next) waiting.push(item);
    else for (const [key, item] of Object.entries(next)) waiting.push(key, item);
  }
}
