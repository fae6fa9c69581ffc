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
 * Names of the fields that are asked of what stands in `within` of the resolved field's own answer. What a directive
 * leaves out is among them.
 */
export function askedFields(
  { fieldNodes, fragments }: Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>,
  within: readonly string[] = [],
): ReadonlySet<string> {
  let fields: readonly FieldNode[] = fieldNodes;
  for (const name of within)
    fields = fields.flatMap((field) => below(field, fragments)).filter((field) => field.name.value === name);
  return new Set(fields.flatMap((field) => below(field, fragments)).map(({ name }) => name.value));
}

const below = ({ selectionSet }: FieldNode, fragments: Fragments): readonly FieldNode[] =>
  selectionSet ? fieldsOf(selectionSet, fragments) : [];

function fieldsOf({ selections }: SelectionSetNode, fragments: Fragments): readonly FieldNode[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return selection;
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments[selection.name.value] : selection;
    return fragment ? fieldsOf(fragment.selectionSet, fragments) : [];
  });
}
