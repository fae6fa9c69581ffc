/**
 * Variables checked against the supergraph before any planner sees them. Left to themselves both planners refuse a bad
 * value by quoting it, in different words and without a code; checked here, neither ever meets one.
 */
import {
  coerceInputValue,
  type DocumentNode,
  type ExecutionArgs,
  type GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getOperationAST,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  typeFromAST,
  type VariableDefinitionNode,
} from 'graphql';
import { codedError, type GatewayCode } from './refusals.js';

/** The fault of not saying which operation of the text is meant. */
export function checkOperationName(
  document: DocumentNode,
  operationName: string | null | undefined,
): GraphQLError | undefined {
  if (getOperationAST(document, operationName) != null) return undefined;
  return codedError(
    'OPERATION_RESOLUTION_FAILURE',
    'Name one of the operations in the query with "operationName".',
  );
}

/** The faults of the variables; none if the operation may run. */
export function checkVariables(
  args: Pick<ExecutionArgs, 'schema' | 'document' | 'operationName' | 'variableValues'>,
): readonly GraphQLError[] {
  const operation = getOperationAST(args.document, args.operationName);
  const given = args.variableValues ?? {};
  return (operation?.variableDefinitions ?? []).flatMap((definition) =>
    checkVariable(args.schema, definition, given),
  );
}

function checkVariable(
  schema: GraphQLSchema,
  definition: VariableDefinitionNode,
  given: Readonly<Record<string, unknown>>,
): readonly GraphQLError[] {
  // Validation has made sure that the type exists and is an input type.
  const type = typeFromAST(schema, definition.type as Parameters<typeof typeFromAST>[1]);
  if (!isInputType(type)) return [];
  const name = definition.variable.name.value;
  const missing = !Object.hasOwn(given, name);
  if (missing && (definition.defaultValue !== undefined || !isNonNullType(type))) return [];
  const value = missing ? undefined : given[name];
  if (value == null) {
    return isNonNullType(type) ? [refuse(definition, `A variable of type ${String(type)} is missing.`)] : [];
  }
  const faults: GraphQLError[] = [];
  coerceInputValue(value, type, (path) => {
    // The path is made of indices and of names that the schema knows: an unknown name is reported by its parent.
    const at = path.length === 0 ? '' : ` at ${path.join('.')}`;
    faults.push(
      refuse(
        definition,
        `A variable of type ${String(type)} has a value that this type does not allow${at}.`,
        ...possibleAt(type, path),
      ),
    );
  });
  return faults.slice(0, 20);
}

function refuse(
  definition: VariableDefinitionNode,
  message: string,
  code: GatewayCode = 'INVALID_INPUT',
  possible: readonly string[] = [],
): GraphQLError {
  return codedError(code, message, { nodes: definition, possible });
}

/** The values of an enum or the fields of an input, where `path` leads inside `type`. */
function possibleAt(type: GraphQLInputType, path: readonly (string | number)[]): [GatewayCode, string[]] {
  let at: GraphQLInputType | undefined = type;
  for (const step of path) {
    const inner: GraphQLInputType | undefined = isNonNullType(at) ? at.ofType : at;
    if (typeof step === 'number') at = isListType(inner) ? inner.ofType : inner;
    else at = isInputObjectType(inner) ? inner.getFields()[step]?.type : undefined;
  }
  const named = at === undefined ? undefined : getNamedType(at);
  if (isEnumType(named)) return ['UNKNOWN_CODE', named.getValues().map(({ name }) => name)];
  return ['INVALID_INPUT', isInputObjectType(named) ? Object.keys(named.getFields()) : []];
}
