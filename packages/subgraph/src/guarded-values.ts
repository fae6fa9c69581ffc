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
import { RequestRefused } from './request-refused.js';
import { isId, isText } from './storable-text.js';

/** Items in one list: more than any page, and than what the gateway asks for at once. */
const LONGEST_LIST = 1_000;
/** Of a request with a thousand faults the first tell enough. */
const MOST_FAULTS = 20;

type Path = readonly (string | number)[];
type Fault = 'type' | 'required' | 'unknownCode' | 'id' | 'text' | 'list';

/** The rule that a text or a list breaks although it has the right type. */
export function faultOf(value: unknown, type: GraphQLInputType): Fault | undefined {
  if (Array.isArray(value)) return value.length > LONGEST_LIST ? 'list' : undefined;
  if (typeof value !== 'string') return undefined;
  const { name } = getNamedType(type);
  if (name === 'ID') return isId(value) ? undefined : 'id';
  return isText(value) ? undefined : 'text';
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
      fields: faults
        .slice(0, MOST_FAULTS)
        .map(({ path, fault }) => ({ path: path.join('.'), rules: [fault] })),
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

/** Visits every text and every list of a value that fits its type. */
function walk(
  value: unknown,
  type: GraphQLInputType,
  path: Path,
  visit: (value: unknown, type: GraphQLInputType, path: Path) => void,
): void {
  const here: GraphQLInputType = getNullableType(type);
  if (value === null || value === undefined) return;
  if (isListType(here)) {
    // One value stands for a list of one.
    const items: unknown[] = Array.isArray(value) ? value : [value];
    visit(items, here, path);
    for (const [at, item] of items.entries()) walk(item, here.ofType, [...path, at], visit);
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
