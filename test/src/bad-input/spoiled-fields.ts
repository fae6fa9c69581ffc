/**
 * Every field of every input of every mutation, spoiled in every way that its type knows, on every way in: refused with
 * a code, with nothing repeated, and with nothing written.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, it } from '@jest/globals';
import { counts, isInFull, seed } from '../counts.js';
import { mutationNamed, mutations } from '../every-mutation/documents.js';
import type { Example } from '../every-mutation/example.js';
import { examples } from '../every-mutation/examples.js';
import { give } from '../every-mutation/give.js';
import { badInputs } from './bad-inputs.js';
import { canary, faultsIn, possibleIn, refusedWith } from './fit-to-send.js';
import type { Ways } from './ways.js';

export function spoiledFieldsAreRefused(open: () => Ways): void {
  const start = seed();
  const step = Math.round(badInputs.length / counts(badInputs.length));
  const tally = { inputs: badInputs.length, sent: 0, refused: 0 };
  afterAll(() => {
    process.stdout.write(`bad input: ${JSON.stringify(tally)}\n`);
  });

  describe.each(mutations.map(({ name }) => name))('%s', (mutation) => {
    it('refuses whatever is bad', async () => {
      const ways = open();
      const { events } = ways.scene.network.stores;
      const example = await examples[mutation]!(ways.scene);
      await ways.scene.network.settled();
      const head = await events.head();
      const found: string[] = [];
      for (const [n, bad] of badInputs.entries()) {
        if (bad.mutation !== mutation || (n + start) % step !== 0) continue;
        // Each in turn by another way, unless all is to be proved.
        const taken = isInFull() ? ways.all : [ways.all[n % ways.all.length]!];
        for (const way of taken) {
          const answer = await way.ask(operation(example, mutation, bad.spoil));
          const codes = refusedWith(answer);
          const faults = [
            ...faultsIn(answer),
            ...(codes.length > 0 ? [] : ['was not refused']),
            ...(bad.code && !codes.includes(bad.code) ? [`is ${codes}, not ${bad.code}`] : []),
            ...(bad.code && possibleIn(answer).length === 0 ? ['does not say which codes there are'] : []),
          ];
          tally.sent += 1;
          if (codes.length > 0) tally.refused += 1;
          found.push(
            ...faults.map((fault) => `${bad.path.join('.')}: ${bad.what}: ${fault}, by ${way.name}`),
          );
        }
      }
      expect(found).toEqual([]);
      expect(await events.head()).toBe(head);
      // It was the spoiled place that was refused, and nothing else.
      const good = await give({ by: example.by, mutation, input: example.given });
      expect(good.errors).toBeUndefined();
    }, 300_000);
  });

  it('logs none of it', () => {
    expect(open().logged.filter((line) => line.includes(canary))).toEqual([]);
  });
}

function operation({ by, given }: Example, mutation: string, spoil: (input: object) => object) {
  const { document: query, subgraph } = mutationNamed(mutation);
  const authorization = `Bearer ${by.token}`;
  return { query, subgraph, authorization, variables: { input: spoil({ key: randomUUID(), ...given }) } };
}
