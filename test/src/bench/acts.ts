/**
 * What people wait for when they do something, over HTTP, through the gateway, as they would: until the other side has
 * it in its list while eight write, and until what was shared is opened. The baseline is a page of the list. Eight who
 * each act twice a second are people in a hurry; eight who never pause say what becomes of the list when the process has
 * no more to give.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { demonstrationPassword, type Party, partyWith, tokenFor } from '@stezhka/local';
import { type TwoSides, twoSides } from './acts/two-sides.js';
import { middleOfTimes } from './asked-in-process.js';
import type { Bench, Opened } from './bench.js';
import { startProgram } from './program.js';
import { openInOrder, type ToClose } from './to-close.js';

export const acts: Bench = {
  name: 'acts',
  what: 'over HTTP through the gateway: until an act that was acknowledged is in the other list, until a record is open',
  unit: 'ms',
  open: () => openInOrder(openActs),
};

const writers = 8;
const referralsOfEach = 8;
const opened = 20;
const twiceASecond = 'in the other list, p99, eight who act twice a second';
const neverPausing = 'in the other list, p99, eight who never pause';

const inbox = '{ inbox(page: { first: 20 }) { items { id state } hasMore } }';
const sentBox = '{ sentBox(page: { first: 100 }) { items { id state } } }';
const disclose = `mutation($input: DiscloseReferralInput!) { discloseReferral(input: $input) {
  records { contact { name phone } } } }`;

async function openActs(toClose: ToClose): Promise<Omit<Opened, 'close'>> {
  const program = await startProgram<{ address: string }>('test/src/bench/acts/demonstration.ts', {});
  toClose(() => program.stop());
  const { address } = program.told;
  return {
    baseline: {
      name: 'a page of the inbox',
      async measure() {
        const { recipient } = await twoSides(address);
        return middleOfTimes(opened, () => answered(recipient.ask(inbox)));
      },
    },
    subjects: [
      { name: twiceASecond, measure: () => untilSeen(address, 500) },
      { name: neverPausing, measure: () => untilSeen(address, 0) },
      { name: 'a record opened', measure: () => untilOpened(address) },
    ],
    goals: [twiceASecond, neverPausing].map((of) => ({ of, atMost: 50 })),
  };
}

async function untilOpened(address: string): Promise<number> {
  const { recipient, refer } = await twoSides(address);
  const referralId = await refer();
  await recipient.does('acceptReferral { id }', { referralId, channel: 'in_person' });
  const once = async () => {
    const input = { key: crypto.randomUUID(), referralId, classes: ['C1'], purpose: 'service_delivery' };
    const { discloseReferral } = await answered(recipient.ask(disclose, { input }));
    if (!discloseReferral.records[0]?.contact?.name) throw new Error('nothing was opened');
  };
  return middleOfTimes(opened, once);
}

/** From the answer to the act until the sender's list has it: she asks with the position that the receipt names. */
async function untilSeen(address: string, everyMs: number): Promise<number> {
  const sides = await twoSides(address);
  const took: number[] = [];
  const ids: string[] = [];
  for (let n = 0; n < writers * referralsOfEach; n += 1) ids.push(await sides.refer());
  const senderToken = await tokenFor(address, 'oksana', demonstrationPassword);
  const senderAfter = (after: string) => partyWith(address, 'oksana', senderToken, { after });
  await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      let next = performance.now() + (everyMs * writer) / writers;
      const hers = ids.filter((_id, n) => n % writers === writer);
      for (const [id, step] of hers.flatMap((id) => steps.map((step) => [id, step] as const))) {
        await delay(next - performance.now());
        next = Math.max(next, performance.now()) + everyMs;
        took.push(await seenAfter(sides, step, id, senderAfter));
      }
    }),
  );
  return took.sort((a, b) => a - b)[Math.ceil(took.length * 0.99) - 1]!;
}

const steps = [
  { act: 'acceptReferral', given: { channel: 'in_person' }, state: 'accepted' },
  { act: 'startReferral', given: { channel: 'in_person' }, state: 'in_progress' },
  {
    act: 'completeReferral',
    given: { channel: 'in_person', outcome: 'service_provided' },
    state: 'completed',
  },
] as const;

async function seenAfter(
  { recipient }: TwoSides,
  { act, given, state }: (typeof steps)[number],
  referralId: string,
  senderAfter: (after: string) => Party,
): Promise<number> {
  const { after } = await recipient.does(`${act} { id after }`, { referralId, ...given });
  const begun = performance.now();
  const { sentBox: list } = await answered(senderAfter(after).ask(sentBox));
  const took = performance.now() - begun;
  const seen = list.items.find(({ id }: { id: string }) => id === referralId)?.state;
  if (seen !== state) throw new Error(`${act} was acknowledged, and the other list says ${seen}`);
  return took;
}

// biome-ignore lint/suspicious/noExplicitAny: as many-shaped as queries are
async function answered(asked: ReturnType<Party['ask']>): Promise<any> {
  const { data, errors } = await asked;
  if (errors) throw new Error(errors[0]!.extensions.code);
  return data;
}
