/**
 * The Rust planner leaves out what it could not fetch and stops at the nearest object when a field may not be null.
 * GraphQL promises more: every asked field is there, and a missing one that may not be null takes the nearest parent
 * that may be. Clients with generated types rely on it, and the other planner keeps it.
 */
import { collectFields, collectSubFields } from '@graphql-tools/utils';
import {
  type ExecutionArgs,
  type ExecutionResult,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getOperationAST,
  getVariableValues,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
} from 'graphql';
import { codedError, missingMessage } from './refusals.js';

type Path = readonly (string | number)[];
type Selected = ReadonlyMap<string, readonly FieldNode[]>;

/** What the operation asks of the root, skipped fields left out. Empty: there is nothing to plan. */
export function selectedRootFields(args: ExecutionArgs): Selected {
  const { type, selectionSet, fragments, variables } = operationOf(args);
  return collectFields(args.schema, fragments, variables, type, selectionSet).fields;
}

/** `result` with every selected field, and an error for each null that nothing else accounts for. */
export function completeAnswer(args: ExecutionArgs, result: ExecutionResult): ExecutionResult {
  const { type, fragments, variables } = operationOf(args);
  const errors = [...(result.errors ?? [])];

  const completeObject = (
    of: GraphQLObjectType,
    fields: Selected,
    value: object,
    path: Path,
  ): Record<string, unknown> | null => {
    const completed: Record<string, unknown> = {};
    for (const [key, nodes] of fields) {
      const name = nodes[0]?.name.value ?? key;
      const field = of.getFields()[name];
      const given = (value as Record<string, unknown>)[key];
      completed[key] =
        field === undefined ? given : complete(field.type, nodes, given ?? null, [...path, key]);
      if (completed[key] === null && isNonNullType(field?.type)) return null;
    }
    return completed;
  };

  const complete = (
    of: GraphQLOutputType,
    nodes: readonly FieldNode[],
    value: unknown,
    path: Path,
  ): unknown => {
    if (isNonNullType(of)) {
      const completed = complete(of.ofType, nodes, value, path);
      if (completed === null && !errors.some((error) => accountsFor(error, path))) {
        errors.push(codedError('NOT_FOUND', missingMessage, { path }));
      }
      return completed;
    }
    if (value === null) return null;
    if (isListType(of)) {
      if (!Array.isArray(value)) return null;
      const items = value.map((item, at) => complete(of.ofType, nodes, item ?? null, [...path, at]));
      return isNonNullType(of.ofType) && items.includes(null) ? null : items;
    }
    // Of an interface or a union only the planner knew which type it was; its word stands.
    if (!isCompositeType(of) || !isObjectType(of) || typeof value !== 'object') return value;
    const { fields } = collectSubFields(args.schema, fragments, variables, of, [...nodes]);
    return completeObject(of, fields, value, path);
  };

  const data = completeObject(type, selectedRootFields(args), result.data ?? {}, []);
  return errors.length === 0 ? { data } : { data, errors };
}

/** An error at the place, below it, or at a place that bubbled up to it. */
function accountsFor({ path }: GraphQLError, at: Path): boolean {
  if (path === undefined) return true;
  const common = Math.min(path.length, at.length);
  return path.slice(0, common).join() === at.slice(0, common).join();
}

function operationOf(args: ExecutionArgs) {
  const operation = getOperationAST(args.document, args.operationName);
  const type = operation == null ? undefined : args.schema.getRootType(operation.operation);
  if (operation == null || type == null) throw new Error('An operation that was not checked');
  const fragments: Record<string, FragmentDefinitionNode> = {};
  for (const definition of args.document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
  }
  const { coerced = {} } = getVariableValues(
    args.schema,
    operation.variableDefinitions ?? [],
    args.variableValues ?? {},
  );
  return { type, selectionSet: operation.selectionSet, fragments, variables: { coerced, sources: {} } };
}
