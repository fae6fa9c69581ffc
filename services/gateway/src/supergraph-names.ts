/** Which subgraphs a supergraph was composed of, so that a missing address is found at the start and not by a user. */
import { Kind, parse } from 'graphql';

export function subgraphNames(supergraph: string): readonly string[] {
  return parse(supergraph, { noLocation: true }).definitions.flatMap((definition) => {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION || definition.name.value !== 'join__Graph') return [];
    return (definition.values ?? []).flatMap(({ directives = [] }) =>
      directives.flatMap(({ name, arguments: given = [] }) => {
        const value = given.find((argument) => argument.name.value === 'name')?.value;
        return name.value === 'join__graph' && value?.kind === Kind.STRING ? [value.value] : [];
      }),
    );
  });
}
