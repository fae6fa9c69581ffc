/**
 * Subgraphs into one supergraph. Composition happens when schemas change, at build time or in the launcher, so that a
 * contradiction between services is found before a gateway is asked to start.
 */
import { parse } from 'graphql';

export interface SubgraphDefinition {
  readonly name: string;
  readonly sdl: string;
  /** Written into the supergraph; the gateway takes addresses from its own options. Empty if absent. */
  readonly url?: string;
}

/** Thrown with every contradiction found, each naming its subgraph. */
export class CompositionFailed extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`The subgraphs do not compose:\n${faults.join('\n')}`);
  }
}

/**
 * Supergraph SDL. Directives that a subgraph defines for itself, such as `@dataClass`, stay in its SDL and do not reach
 * the supergraph. Throws `CompositionFailed`.
 */
export async function composeSupergraph(subgraphs: readonly SubgraphDefinition[]): Promise<string> {
  // Three hundred modules, which a gateway that is given its supergraph does without.
  const { composeServices } = await import('@theguild/federation-composition');
  const composed = composeServices(
    subgraphs.map(({ name, sdl, url = '' }) => ({ name, typeDefs: parse(sdl), url })),
  );
  if (composed.supergraphSdl === undefined) {
    throw new CompositionFailed(composed.errors.map(({ message }) => message));
  }
  return composed.supergraphSdl;
}
