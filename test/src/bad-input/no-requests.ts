/**
 * What is no request, a token that is none, and a document that asks for too much or for what is not there. By both
 * planners of the gateway, and where there is no gateway by the subgraphs themselves.
 */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { badDocuments } from './bad-documents.js';
import { badRequests } from './bad-requests.js';
import { badTokens } from './bad-tokens.js';
import { canary, faultsIn, refusedWith } from './fit-to-send.js';
import type { Answer, Way, Ways } from './ways.js';

/** By way: the codes it was refused with, or what is wrong with the answer. */
async function judged(answers: readonly (readonly [string, Promise<Answer>])[]) {
  const judgements = answers.map(async ([name, answer]) => {
    const faults = faultsIn(await answer);
    const codes = [...new Set(refusedWith(await answer))];
    return [name, faults.length > 0 ? faults : codes] as const;
  });
  return Object.fromEntries(await Promise.all(judgements));
}

const everywhere = (code: string, asked: readonly Way[]) =>
  Object.fromEntries(asked.map(({ name }) => [name, [code]]));

export function whatIsNoRequestIsRefused(open: () => Ways): void {
  let ways: Ways;
  let head: bigint | undefined;
  beforeAll(async () => {
    ways = open();
    await ways.scene.network.settled();
    head = await ways.scene.network.stores.events.head();
  });

  describe('what is no request', () => {
    it.each(badRequests)('$what', async ({ status, code, path = '/graphql', init }) => {
      const token = `Bearer ${ways.scene.people.caseworker.token}`;
      const sent = ways.gateways.map((way) => {
        const { headers, ...rest } = init();
        return [
          way.name,
          way.send(path, { ...rest, headers: { authorization: token, ...headers } }),
        ] as const;
      });
      expect(await judged(sent)).toEqual(everywhere(code, ways.gateways));
      for (const [, answer] of sent) expect((await answer).status).toBe(status);
    });
  });

  describe('a document', () => {
    it.each(badDocuments)('$what', async ({ operation, code, subgraphsToo = true }) => {
      const authorization = `Bearer ${ways.scene.people.caseworker.token}`;
      const asked = subgraphsToo ? ways.all : ways.gateways;
      const answers = asked.map(
        (way) => [way.name, way.ask({ subgraph: 'referrals', ...operation, authorization })] as const,
      );
      expect(await judged(answers)).toEqual(everywhere(code, asked));
    });
  });

  describe('a token', () => {
    const ofEachSubgraph = [
      { query: '{ me { staffId } }', subgraph: 'registry' },
      { query: '{ inbox { items { id } } }', subgraph: 'referrals' },
      { query: '{ households { items { id } } }', subgraph: 'consent' },
    ];

    it.each(badTokens)('$what', async ({ from, ahead = 0 }) => {
      const authorization = await from(ways.scene);
      ways.clock.ahead = ahead;
      try {
        for (const operation of ofEachSubgraph) {
          const asked = { ...operation, ...(authorization === undefined ? {} : { authorization }) };
          const answers = ways.all.map((way) => [way.name, way.ask(asked)] as const);
          expect(await judged(answers)).toEqual(everywhere('UNAUTHENTICATED', ways.all));
        }
      } finally {
        ways.clock.ahead = 0;
      }
    });
  });

  it('has written nothing, and logged none of it', async () => {
    expect(await ways.scene.network.stores.events.head()).toBe(head);
    expect(ways.logged.filter((line) => line.includes(canary))).toEqual([]);
  });
}
