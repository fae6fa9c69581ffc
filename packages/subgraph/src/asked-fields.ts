/** What is asked of an answer, known before it is looked up: so that no more is read than is told. */
import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLResolveInfo,
  Kind,
  type SelectionSetNode,
} from 'graphql';

type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

/**
 * Names of the fields that are asked of the resolved field, or of what its own fields named in `within` lead to, one
 * inside the other. What a directive leaves out is among them.
 */
export function askedFields(
  { fieldNodes, fragments }: Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>,
  within: readonly string[] = [],
): ReadonlySet<string> {
  let fields: readonly FieldNode[] = fieldNodes;
  for (const name of within) fields = below(fields, fragments).filter((field) => field.name.value === name);
  return new Set(below(fields, fragments).map(({ name }) => name.value));
}

/** All fields one step down. A fragment is opened once, however often it is spread: or they could double at each step. */
function below(fields: readonly FieldNode[], fragments: Fragments): readonly FieldNode[] {
  const opened = new Set<string>();
  const fieldsOf = ({ selections }: SelectionSetNode): readonly FieldNode[] =>
    selections.flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return selection;
      if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsOf(selection.selectionSet);
      const { value } = selection.name;
      const fragment = opened.has(value) ? undefined : fragments[value];
      opened.add(value);
      return fragment ? fieldsOf(fragment.selectionSet) : [];
    });
  return fields.flatMap(({ selectionSet }) => (selectionSet ? fieldsOf(selectionSet) : []));
}
