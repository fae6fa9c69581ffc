/** What is asked of an answer, known before it is looked up: so that no more is read than is told. */
import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLResolveInfo,
  Kind,
  type SelectionSetNode,
} from 'graphql';

type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

type Asked = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>;

/** A document that comes again is not parsed again, so its nodes are the same. */
const known = new WeakMap<FieldNode, Map<string, ReadonlySet<string>>>();

/**
 * Names of the fields that are asked of the resolved field, or of what its own fields named in `within` lead to, one
 * inside the other. What a directive leaves out is among them.
 */
export function askedFields(asked: Asked, within: readonly string[] = []): ReadonlySet<string> {
  const [node, another] = asked.fieldNodes;
  if (node === undefined || another !== undefined) return lookedUp(asked, within);
  const path = within.join('.');
  const ofNode = known.get(node) ?? new Map<string, ReadonlySet<string>>();
  const fields = ofNode.get(path) ?? lookedUp(asked, within);
  known.set(node, ofNode.set(path, fields));
  return fields;
}

function lookedUp({ fieldNodes, fragments }: Asked, within: readonly string[]): ReadonlySet<string> {
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
