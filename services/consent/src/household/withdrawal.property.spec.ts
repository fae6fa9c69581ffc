/**
 * The promise to the person: once she has been told that her agreement is withdrawn, nothing is opened to anybody
 * who asks after that, however reading and withdrawing fell together, retries under an old key included.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { caseworker, intake } from '../testing/household-story.js';
import { prepareReferral } from '../testing/prepared-household.js';
import { referralsPart } from '../testing/referrals-part.js';
import { type RunningConsent, startConsent } from '../testing/running-consent.js';

const now = new Date('2026-03-10T12:00:00.000Z');
const RUNS = 6;

let consent: RunningConsent;
beforeAll(async () => {
  consent = await startConsent(() => now);
});
afterAll(() => consent.stop());

/** A reader: how often she asks before and after, and whether she repeats herself under one key. */
const reader = fc.record({
  before: fc.integer({ min: 0, max: 4 }),
  after: fc.integer({ min: 1, max: 2 }),
  repeats: fc.boolean(),
});
const readers = fc.array(reader, { minLength: 2, maxLength: 5 });

it('opens nothing that is asked for after the withdrawal was answered', async () => {
  const seed = Date.now() % 2 ** 31;
  process.stdout.write(`seed of the withdrawal property: ${seed}\n`);
  const { commands } = consent.service;
  const referrals = referralsPart(consent.store);

  await fc.assert(
    fc.asyncProperty(readers, fc.integer({ min: 0, max: 3 }), async (all, quietly) => {
      const { referralId, offerId, householdId } = await prepareReferral(commands, referrals, now);
      const passedOn = referrals.passOn({ householdId, referralId, offerId });
      let answered = false;
      const opened = { before: 0, after: 0 };
      const read = async (key: string) => {
        const askedAfter = answered;
        const asked = { referralId, classes: ['C1'], purpose: 'service_delivery', key } as const;
        const found = await commands.discloseReferral(intake, asked, now).then(
          ({ records }) => records.length,
          (error: { code?: string }) => {
            expect(error.code).toBe('NOT_FOUND');
            return 0;
          },
        );
        opened[askedAfter ? 'after' : 'before'] += found;
      };
      const withdrawal = async () => {
        for (let waited = 0; waited < quietly; waited++) await read(randomUUID());
        await commands.withdrawAgreement(
          caseworker,
          { householdId, channel: 'phone', key: randomUUID() },
          now,
        );
        answered = true;
      };
      const withdrawn = withdrawal();
      await Promise.all(
        all.map(async ({ before, after, repeats }) => {
          const same = randomUUID();
          const key = () => (repeats ? same : randomUUID());
          for (let n = 0; n < before; n++) await read(key());
          await withdrawn;
          for (let n = 0; n < after; n++) await read(key());
        }),
      );
      await passedOn;
      expect(opened.after).toBe(0);
    }),
    { seed, numRuns: RUNS },
  );
}, 180_000);
