/** A subgraph asked without HTTP and as one viewer: for figures of what it answers, not of how it is reached. */
import type { Viewer } from '@stezhka/auth';
import { createPositionTokens } from '@stezhka/event-store';
import { createContextFactory, createInProcess, type Subgraph } from '@stezhka/subgraph';
import { createLogger } from '@stezhka/telemetry';
import { middleOf } from './rounds.js';

/** Fails if the answer has errors. */
export type Ask = (query: string, variables?: Record<string, unknown>) => Promise<Record<string, unknown>>;

export function askedInProcess(subgraph: Subgraph, roles: Viewer['roles']): Ask {
  const viewer = { staffId: 's', actorId: 'a', issuer: 'i', subject: 's', roles, certifications: [] };
  const contextFactory = createContextFactory({
    authenticate: async () => viewer,
    tokens: createPositionTokens('a secret for benches alone'),
    waitFor: async () => true,
  });
  const logger = createLogger({ service: 'bench', level: 'silent' });
  const inProcess = createInProcess({ subgraph, contextFactory, logger });
  return async (query, variables = {}) => {
    const { data, errors } = await inProcess.execute({ query, variables, headers: {} });
    if (errors) throw new Error(JSON.stringify(errors[0]));
    return data!;
  };
}

export async function timed(once: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await once();
  return performance.now() - begun;
}

/** The median of so many times, one after the other. */
export async function middleOfTimes(times: number, once: () => Promise<unknown>): Promise<number> {
  const took: number[] = [];
  for (let n = 0; n < times; n += 1) took.push(await timed(once));
  return middleOf(took);
}
