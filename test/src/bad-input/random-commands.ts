/**
 * Commands with anything at all in some of their places, at random, on every way in. Most are refused; some are right by
 * chance. Whatever became of them: the answer is fit to send, everything written is as published, and every reader of
 * it still works.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { counts, seed } from '../counts.js';
import { mutationNamed, mutations } from '../every-mutation/documents.js';
import type { Example } from '../every-mutation/example.js';
import { examples } from '../every-mutation/examples.js';
import { allEvents, misfits } from './events-as-published.js';
import { canary, faultsIn, refusedWith } from './fit-to-send.js';
import { garbage, spoil } from './garbage.js';
import type { Ways } from './ways.js';

export function randomCommandsDoNoHarm(open: () => Ways): void {
  const tally = { sent: 0, refused: 0, done: 0 };
  const prepared = new Map<string, Example>();
  let ways: Ways;
  let before: bigint | undefined;
  let logged: number;

  beforeAll(async () => {
    ways = open();
    logged = ways.logged.length;
    for (const { name } of mutations) prepared.set(name, await examples[name]!(ways.scene));
    await ways.scene.network.settled();
    before = await ways.scene.network.stores.events.head();
  });
  afterAll(() => {
    process.stdout.write(`garbage: ${JSON.stringify(tally)}\n`);
  });

  it('answers each with what is fit to send', async () => {
    const property = fc.asyncProperty(garbage, async ({ mutation, edits, way: nth }) => {
      const { by, given } = prepared.get(mutation)!;
      const { document: query, subgraph } = mutationNamed(mutation);
      const way = ways.all[nth % ways.all.length]!;
      const variables = { input: spoil({ key: randomUUID(), ...given }, edits) };
      const answer = await way.ask({ query, subgraph, variables, authorization: `Bearer ${by.token}` });
      const refused = refusedWith(answer).length > 0;
      expect(faultsIn(answer)).toEqual([]);
      expect(refused || answer.data?.[mutation] != null).toBe(true);
      tally.sent += 1;
      tally[refused ? 'refused' : 'done'] += 1;
    });
    await fc.assert(property, { seed: seed(), numRuns: counts(1_000), endOnFailure: true });
  }, 600_000);

  it('writes for what was done alone', async () => {
    const events = await allEvents(ways.scene.network.stores.events);
    const acts = events.filter(
      ({ position, metadata }) =>
        (before === undefined || position > before) && !metadata.causedBy.startsWith('system:'),
    );
    const commands = new Set(acts.map(({ metadata }) => metadata.commandId));
    expect(commands.size).toBeGreaterThan(0);
    expect(commands.size).toBeLessThanOrEqual(tally.done);
  });

  it('writes nothing that is not as published', async () => {
    expect(await misfits(await allEvents(ways.scene.network.stores.events))).toEqual([]);
  });

  it('leaves every projection and every workflow at work', async () => {
    await ways.scene.network.settled();
    for (const { name, projections, workflows } of Object.values(ways.scene.network.running))
      expect([name, await projections.parked(), workflows.stalled()]).toEqual([name, [], []]);
  });

  it('logs none of it', () => {
    expect(
      ways.logged.slice(logged).filter((line) => line.includes(canary) || line.includes('"error"')),
    ).toEqual([]);
  });
}
