/**
 * A disclosure takes several steps in two streams and a vault. Whatever closes the offer is put between any two of
 * them, and once in the middle of many: nothing is opened whose unsealing began after that.
 */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { intake } from '../testing/household-story.js';
import { prepareReferral } from '../testing/prepared-household.js';
import { referralsPart } from '../testing/referrals-part.js';
import { type RunningConsent, type Step, startConsent } from '../testing/running-consent.js';
import type { HouseholdCommands } from './handle.commands.js';

const now = new Date('2026-03-10T12:00:00.000Z');
const purpose = 'service_delivery' as const;
let consent: RunningConsent;
let referrals: ReturnType<typeof referralsPart>;
let keys = 0;

beforeAll(async () => {
  consent = await startConsent(() => now);
  referrals = referralsPart(consent.store);
});
afterAll(() => consent.stop());

type Asking = (commands: HouseholdCommands, referralId: string, key: string) => Promise<number>;
const disclose: Asking = async (commands, referralId, key) => {
  const asked = { referralId, classes: ['C1', 'C2'] as const, purpose, key };
  return (await commands.discloseReferral(intake, asked, now)).records.length;
};
const readNotes: Asking = async (commands, referralId, key) =>
  (await commands.readReferralNotes(intake, { referralId, purpose, key }, now)).notes.length;

interface Told {
  /** What it opened; why it did not. */
  readonly opened: number;
  readonly code?: string;
  /** The last time it began to unseal anything, in the order of all steps; -1 if never. */
  readonly unsealing: number;
}

/** This many ask at once; behind the step of that number the offer is closed. */
async function closedAfter(closing: string, at: number, ask: Asking, readers = 1) {
  const { commands } = consent.service;
  const { referralId, offerId } = await prepareReferral(commands, referrals, now);
  const note = { referralId, text: 'Слова.', key: `key-of-closing-${++keys}` };
  await commands.sealReferralNote(intake, note, now);
  let order = 0;
  let steps = 0;
  let closed = Number.POSITIVE_INFINITY;

  async function reader(): Promise<Told> {
    let unsealing = -1;
    const { commands: watched } = consent.watched(async (step: Step) => {
      if (step === 'vault') unsealing = order++;
      if (++steps !== at) return;
      await referrals.publish(referralId, closing, { offerId });
      closed = order++;
    });
    try {
      return { opened: await ask(watched, referralId, `key-of-closing-${++keys}`), unsealing };
    } catch (error) {
      return { opened: 0, code: (error as { code: string }).code, unsealing };
    }
  }
  const told = await Promise.all(Array.from({ length: readers }, reader));
  return { told, steps, closed };
}

it.each([
  ['ReferralDeclined.v1', 'a disclosure', disclose],
  ['ReferralWithdrawn.v1', 'a reading of words', readNotes],
] as const)(
  'opens nothing that was begun to be unsealed after %s, wherever that comes in %s',
  async (closing, _, ask) => {
    const { steps, told } = await closedAfter(closing, 0, ask);
    expect(told).toMatchObject([{ opened: expect.any(Number) }]);
    const outcomes: Told[] = [];
    for (let at = 1; at <= steps; at++) {
      const run = await closedAfter(closing, at, ask);
      const [one] = run.told;
      if (one!.opened > 0) expect(one!.unsealing).toBeLessThan(run.closed);
      else expect(one!.code).toBe('NOT_FOUND');
      outcomes.push(one!);
    }
    // Worth something only if some came too late for it, and the last one did not.
    expect(outcomes.filter(({ opened }) => opened === 0).length).toBeGreaterThan(steps / 2);
    expect(outcomes.at(-1)?.opened).toBeGreaterThan(0);
  },
  60_000,
);

it.each([10, 40, 80])(
  'holds in the middle of many that are in each other’s way, at step %d',
  async (at) => {
    const { told, closed } = await closedAfter('ReferralDeclined.v1', at, disclose, 8);
    expect(closed).toBeLessThan(Number.POSITIVE_INFINITY);
    for (const { opened, unsealing } of told) if (opened > 0) expect(unsealing).toBeLessThan(closed);
    expect(told.filter(({ opened }) => opened === 0).every(({ code }) => code === 'NOT_FOUND')).toBe(true);
    expect(told.some(({ opened }) => opened === 0)).toBe(true);
  },
  60_000,
);
