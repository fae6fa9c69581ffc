/**
 * GraphQL bounds an id, a number, an enum; it lets a text be anything, a list be endless, and class-validator looks
 * into a nested input only when told to. A field like that without a validator is found when the schema is built,
 * not when somebody sends it a novel.
 */
import { getMetadataStorage as getValidators } from 'class-validator';
import { getMetadataStorage } from 'type-graphql';

// biome-ignore lint/complexity/noBannedTypes: it is what type-graphql calls a class.
type Class = Function;

/** Texts, lists and nested inputs that these resolvers take without any validator, as `Class.field`. */
export function unguardedInputs(resolvers: readonly Class[]): string[] {
  const metadata = getMetadataStorage();
  const known = new Map(
    [...metadata.inputTypes, ...metadata.argumentTypes].map((type) => [type.target, type]),
  );
  const handlers = [...metadata.queries, ...metadata.mutations, ...metadata.fieldResolvers];
  const waiting = handlers
    .filter(({ target }) => resolvers.includes(target))
    .flatMap(({ params }) => params ?? [])
    .flatMap((param) => (param.kind === 'arg' || param.kind === 'args' ? [param.getType() as Class] : []));
  const seen = new Set<Class>();
  const unguarded: string[] = [];
  for (let type = waiting.pop(); type !== undefined; type = waiting.pop()) {
    const input = known.get(type);
    if (!input || seen.has(type)) continue;
    seen.add(type);
    const guarded = guardedProperties(type);
    for (const field of input.fields ?? []) {
      const fieldType = field.getType() as Class;
      const nested = known.has(fieldType);
      if (nested) waiting.push(fieldType);
      const anything = nested || field.typeOptions.array || fieldType === String;
      if (anything && !guarded.has(field.name)) unguarded.push(`${input.name}.${field.name}`);
    }
    const parent = Object.getPrototypeOf(type) as Class;
    if (known.has(parent)) waiting.push(parent);
  }
  return unguarded.sort();
}

function guardedProperties(type: Class): ReadonlySet<string> {
  const validators = getValidators().getTargetValidationMetadatas(type, '', true, false);
  return new Set(
    validators.filter(({ type: kind }) => kind !== 'conditionalValidation').map((v) => v.propertyName),
  );
}
