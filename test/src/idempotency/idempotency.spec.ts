/**
 * One key, one command, one effect: for every mutation of the graph. Sent five times at once, sent with other content,
 * sent to another target, and sent again when the state has long moved on.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { counts, isInFull, randomFrom, seed } from '../counts.js';
import { mutations } from '../every-mutation/documents.js';
import { examples } from '../every-mutation/examples.js';
import { give, given, receiptIn } from '../every-mutation/give.js';
import { type Scene, startScene } from '../every-mutation/scene.js';
import { effectsIn } from './effects.js';

const rounds = counts(5);
const names = mutations.map(({ name }) => name);
const chance = randomFrom(seed());
/** All in a full proof; in every other run the first and a third of the rest, drawn anew. */
const raced = names.filter((_, n) => isInFull() || n === 0 || chance() < 1 / 3);
const tally = { mutations: 0, sent: 0, effects: 0, refusedReuses: 0, lateRetries: 0, races: 0 };

let scene: Scene;
beforeAll(async () => {
  // As where several processes carry them out: what happens at once is what is looked for here.
  scene = await startScene({ deps: { actsTogether: true } });
});
afterAll(async () => {
  process.stdout.write(`idempotency: ${JSON.stringify({ rounds, ...tally })}\n`);
  await scene?.stop();
});

it('covers every mutation of the graph, and none that is not there', () => {
  expect(Object.keys(examples).sort()).toEqual(mutations.map(({ name }) => name).sort());
  tally.mutations = mutations.length;
});

describe.each(names)('%s', (mutation) => {
  it('takes effect once, however often it is sent, and its key serves nothing else', async () => {
    for (let round = 0; round < rounds; round++) await once(mutation);
  }, 300_000);
});

describe.each(raced)('%s', (mutation) => {
  it('lets one of several through that are sent at once under one key', async () => {
    for (let round = 0; round < rounds; round++) await oneOfSeveral(mutation);
  }, 300_000);
});

async function once(mutation: string): Promise<void> {
  const { events } = scene.network.stores;
  const example = await examples[mutation]!(scene);
  const { by, changed, elsewhere, stream, next } = example;
  const command = { by, mutation, input: example.given };
  const key = randomUUID();
  await scene.network.settled();
  const before = await events.head();

  const answers = await Promise.all(Array.from({ length: 5 }, () => give(command, key)));
  tally.sent += answers.length;
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  const receipt = receiptIn(answers[0]!, mutation);
  const effects = await newEffects();
  expect(effects).toHaveLength(1);
  tally.effects += effects.length;

  await reuseIsRefused();
  if (next) await given(next(receipt.id));
  const late = await give(command, key);
  expect(receiptIn(late, mutation)).toEqual(receipt);
  tally.lateRetries += 1;
  await reuseIsRefused();
  expect((await newEffects()).filter(({ commandId }) => commandId === effects[0]!.commandId)).toHaveLength(1);

  async function reuseIsRefused(): Promise<void> {
    await scene.network.settled();
    const head = await events.head();
    const others = [...(changed ? [{ by, mutation, input: changed }] : []), elsewhere];
    for (const other of others) {
      const { data, errors } = await give(other, key);
      expect(data?.[other.mutation] ?? null).toBeNull();
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['IDEMPOTENCY_KEY_REUSED']);
      tally.refusedReuses += 1;
    }
    expect(await events.head()).toBe(head);
  }
  function newEffects() {
    return effectsIn(events, stream(receipt.id), before);
  }
}

async function oneOfSeveral(mutation: string): Promise<void> {
  const { by, given: input, changed, elsewhere } = await examples[mutation]!(scene);
  const rivals = [{ by, mutation, input }, ...(changed ? [{ by, mutation, input: changed }] : []), elsewhere];
  const key = randomUUID();
  const sent = rivals.flatMap((rival) => [rival, rival]);
  const answers = await Promise.all(sent.map((rival) => give(rival, key)));
  const through = sent.filter((rival, n) => answers[n]!.data?.[rival.mutation]);
  expect(new Set(through).size).toBe(1);
  expect(through).toHaveLength(2);
  const codes = answers.flatMap(({ errors }) => errors ?? []).map(({ extensions }) => extensions.code);
  expect(codes).toEqual(Array(sent.length - 2).fill('IDEMPOTENCY_KEY_REUSED'));
  tally.races += 1;
}
