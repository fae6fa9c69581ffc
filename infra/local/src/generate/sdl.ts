/** The SDL of each subgraph and the supergraph, from the services as they are composed, without any store. */
import { createConsentService } from '@stezhka/consent';
import { composeSupergraph } from '@stezhka/gateway';
import { createInsightsService } from '@stezhka/insights';
import { createReferralsService } from '@stezhka/referrals';
import { createRegistryService } from '@stezhka/registry';
import type { GeneratedFile } from './events.js';

/** Building a schema calls nothing of what its service would work with. */
const untouched = new Proxy(
  {},
  {
    get: () => () => {
      throw new Error('nothing is read or written while a schema is printed');
    },
  },
) as never;

export function subgraphSdls(): { name: string; sdl: string }[] {
  const deps = {
    store: untouched,
    readModel: untouched,
    logger: untouched,
    secret: '',
    now: () => new Date(0),
    keyRing: untouched,
    random: untouched,
  };
  return [
    createRegistryService(deps),
    createConsentService(deps),
    createReferralsService(deps),
    createInsightsService(deps),
  ].map(({ name, subgraph }) => ({ name, sdl: subgraph.sdl }));
}

export async function generateSdl(): Promise<GeneratedFile[]> {
  const subgraphs = subgraphSdls();
  return [
    ...subgraphs.map(({ name, sdl }) => ({ path: `sdl/${name}.graphql`, text: sdl })),
    { path: 'sdl/supergraph.graphql', text: `${await composeSupergraph(subgraphs)}\n` },
  ];
}
