/**
 * The supergraph for these subgraphs: as `npm run generate` left it if it was made from these very ones, else composed
 * anew. Loading the composer and composing take most of a second of a core.
 */
import { readFile } from 'node:fs/promises';
import { composeSupergraph, type SubgraphDefinition } from '@stezhka/gateway';

export async function supergraphOf(subgraphs: readonly SubgraphDefinition[]): Promise<string> {
  const [supergraph, ...sdls] = await Promise.all(
    ['supergraph', ...subgraphs.map(({ name }) => name)].map(generated),
  );
  const isCurrent = subgraphs.every(({ sdl }, n) => sdl === sdls[n]);
  return isCurrent && supergraph ? supergraph : composeSupergraph(subgraphs);
}

const generated = (name: string) =>
  readFile(new URL(`../../../schema/sdl/${name}.graphql`, import.meta.url), 'utf8').catch(() => undefined);
