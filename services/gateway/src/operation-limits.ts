/**
 * How large an operation may be, counted with its fragments unfolded and before it is validated: validation compares
 * fields pairwise, so what is meant to be refused must not reach it.
 */
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { codedError } from './refusals.js';

export interface OperationLimits {
  /** Lexical tokens in the whole text; beyond it, parsing stops. */
  readonly tokens: number;
  /** Fields inside fields. */
  readonly depth: number;
  /** Fields asked for under another name. */
  readonly aliases: number;
  readonly fields: number;
  readonly directives: number;
}

export const defaultLimits: OperationLimits = {
  tokens: 4000,
  depth: 14,
  aliases: 50,
  fields: 1000,
  directives: 50,
};

type Measured = Record<Exclude<keyof OperationLimits, 'tokens'>, number>;

export function checkLimits(document: DocumentNode, limits: OperationLimits): GraphQLError | undefined {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const known = new Map<string, Measured>();
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const measured = measure(definition.selectionSet, fragments, known);
    measured.directives += definition.directives?.length ?? 0;
    for (const what of ['depth', 'aliases', 'fields', 'directives'] as const) {
      if (measured[what] > limits[what]) {
        return codedError('TOO_LARGE', `The operation is too large: at most ${limits[what]} ${what}.`, {
          extensions: { limit: what, max: limits[what] },
        });
      }
    }
  }
  return undefined;
}

function measure(
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  known: Map<string, Measured>,
): Measured {
  const total: Measured = { depth: 0, aliases: 0, fields: 0, directives: 0 };
  const add = (inner: Measured, deeper: number): void => {
    total.depth = Math.max(total.depth, inner.depth + deeper);
    total.aliases += inner.aliases;
    total.fields += inner.fields;
    total.directives += inner.directives;
  };
  for (const selection of selections) {
    total.directives += selection.directives?.length ?? 0;
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      add(measureFragment(selection.name.value, fragments, known), 0);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      add(measure(selection.selectionSet, fragments, known), 0);
    } else {
      total.fields += 1;
      if (selection.alias !== undefined) total.aliases += 1;
      add(selection.selectionSet ? measure(selection.selectionSet, fragments, known) : nothing, 1);
    }
  }
  return total;
}

const nothing: Measured = { depth: 0, aliases: 0, fields: 0, directives: 0 };

function measureFragment(
  name: string,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  known: Map<string, Measured>,
): Measured {
  const already = known.get(name);
  if (already !== undefined) return already;
  const fragment = fragments.get(name);
  if (fragment === undefined) return nothing;
  // A fragment that spreads itself counts as nothing here and is refused by validation.
  known.set(name, nothing);
  const measured = measure(fragment.selectionSet, fragments, known);
  known.set(name, measured);
  return measured;
}
