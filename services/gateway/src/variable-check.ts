/**
 * Variables checked against the supergraph before any planner sees them. Left to themselves both planners refuse a bad
 * value by quoting it, in different words and without a code; checked here, neither ever meets one.
 */
import {
  coerceInputValue,
  type ExecutionArgs,
  type GraphQLError,
  type GraphQLSchema,
  getNamedType,
  getOperationAST,
  isEnumType,
  isInputType,
  isNonNullType,
  typeFromAST,
  type VariableDefinitionNode,
} from 'graphql';
import { codedError } from './refusals.js';

/** The faults of the operation's name and variables; none if it may run. */
export function checkOperationInput(
  args: Pick<ExecutionArgs, 'schema' | 'document' | 'operationName' | 'variableValues'>,
): readonly GraphQLError[] {
  const operation = getOperationAST(args.document, args.operationName);
  if (operation == null) {
    return [
      codedError('UNKNOWN_OPERATION', 'Name one of the operations in the query with "operationName".'),
    ];
  }
  const given = args.variableValues ?? {};
  return (operation.variableDefinitions ?? []).flatMap((definition) =>
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
    const named = getNamedType(type);
    faults.push(
      refuse(
        definition,
        `A variable of type ${String(type)} has a value that this type does not allow${at}.`,
        path.length === 0 && isEnumType(named) ? named.getValues().map((value) => value.name) : undefined,
      ),
    );
  });
  return faults.slice(0, 20);
}

function refuse(
  definition: VariableDefinitionNode,
  message: string,
  possible?: readonly string[],
): GraphQLError {
  return codedError('BAD_USER_INPUT', message, {
    nodes: definition,
    ...(possible === undefined ? {} : { possible }),
  });
}
