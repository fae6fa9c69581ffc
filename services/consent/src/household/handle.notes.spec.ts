/** Words between two sides, on a real store and a real database, in the process and over the graph. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@stezhka/auth';
import { caseworker, intake, stranger } from '../testing/household-story.js';
import { decision, prepareHousehold, prepareReferral } from '../testing/prepared-household.js';
import { referralsPart } from '../testing/referrals-part.js';
import { type RunningConsent, startConsent } from '../testing/running-consent.js';
import type { HouseholdCommands } from './handle.commands.js';

const now = new Date('2026-03-10T12:00:00.000Z');
const words = 'Кімната на третьому поверсі, ліфта немає.';
let consent: RunningConsent;
let commands: HouseholdCommands;
let referrals: ReturnType<typeof referralsPart>;
let keys = 0;
const key = () => `key-of-notes-${++keys}`;

beforeAll(async () => {
  consent = await startConsent(() => now);
  commands = consent.service.commands;
  referrals = referralsPart(consent.store);
});
afterAll(() => consent.stop());

const write = (by: Viewer, referralId: string, text = words, under = key()) =>
  commands.sealReferralNote(by, { referralId, text, key: under }, now);
const read = async (by: Viewer, referralId: string, under = key()) => {
  const asked = { referralId, purpose: 'eligibility_decision' as const, key: under };
  const { notes } = await commands.readReferralNotes(by, asked, now);
  return notes.map(({ from, text }) => [from, text]);
};
const code = (answer: { errors?: readonly { extensions?: { code?: unknown } }[] }) =>
  answer.errors?.[0]?.extensions?.code;

/** An offer that waits for its answer. */
async function sent() {
  const home = await prepareHousehold(commands, now);
  const { householdId, memberIds, decisionId } = home;
  const offered = await referrals.offer({ householdId, memberIds, decisionRecordIds: [decisionId] });
  const { referralId, offerId, permitId } = offered;
  await referrals.publish(referralId, 'ReferralSent.v1', { offerId, permitId });
  return { ...home, referralId, offerId };
}

describe('words about an offer', () => {
  it('are read by both sides, in the order written, and every reading is on record', async () => {
    const { referralId, householdId, offerId } = await sent();
    await write(intake, referralId, 'Чи може вона підійматися сходами?');
    await write(caseworker, referralId, 'Так.');
    const both = [
      ['recipient', 'Чи може вона підійматися сходами?'],
      ['sender', 'Так.'],
    ];
    expect(await read(intake, referralId)).toEqual(both);
    expect(await read(caseworker, referralId)).toEqual(both);
    const events = await consent.store.read(`household-${householdId}`);
    const sealed = events.filter(({ data }) => (data as { subjectId?: string }).subjectId === offerId);
    expect(sealed.map(({ data }) => (data as { version: number }).version)).toEqual([1, 2]);
    const openings = events.filter(({ type }) => type === 'PersonDisclosed.v1').map(({ data }) => data);
    expect(openings).toMatchObject([
      { toActorId: intake.actorId, dataClasses: ['C2'] },
      { toActorId: caseworker.actorId, permitId: householdId },
    ]);
  });

  it('reach the sender after a decline, and the recipient no more', async () => {
    const { referralId, offerId } = await sent();
    const { recordId } = await write(intake, referralId);
    await referrals.publish(referralId, 'ReferralDeclined.v1', {
      ...{ offerId, reason: 'other', noteRecordId: recordId },
    });
    expect(await read(caseworker, referralId)).toEqual([['recipient', words]]);
    await expect(read(intake, referralId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(write(intake, referralId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('close to the recipient with the withdrawal, to a retry as well', async () => {
    const { referralId, householdId } = await prepareReferral(commands, referrals, now);
    await write(caseworker, referralId);
    const under = key();
    expect(await read(intake, referralId, under)).toHaveLength(1);
    await commands.withdrawAgreement(caseworker, { householdId, channel: 'phone', key: key() }, now);
    await expect(read(intake, referralId, under)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(read(intake, referralId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await read(caseworker, referralId)).toHaveLength(1);
  });

  it('go to no other recipient, and into no file', async () => {
    const { referralId, householdId, memberIds, decisionId } = await sent();
    await write(intake, referralId);
    const events = await consent.store.read(`household-${householdId}`);
    const { recordId } = events.at(-1)!.data as { recordId: string };
    const decisionRecordIds = [decisionId, recordId];
    const next = await referrals.accepted({ householdId, memberIds, decisionRecordIds });
    const asked = { classes: ['C2'] as const, purpose: 'eligibility_decision' as const };
    const opening = { ...asked, referralId: next.referralId, key: key() };
    const { records } = await commands.discloseReferral(intake, opening, now);
    expect(records.map(({ content }) => content)).toEqual([decision.content]);
    const own = await commands.readHousehold(caseworker, { ...asked, householdId, key: key() }, now);
    expect(own.records.map((record) => record.recordId)).toEqual([decisionId]);
    expect(await read(intake, next.referralId)).toEqual([]);
  });

  it('are sealed once under one key, found by a retry after the offer closed, and never in the store', async () => {
    const { referralId, householdId, offerId } = await sent();
    const under = key();
    const all = await Promise.all([1, 2, 3, 4, 5].map(() => write(intake, referralId, words, under)));
    expect(new Set(all.map(({ recordId }) => recordId)).size).toBe(1);
    await expect(write(intake, referralId, 'Other words.', under)).rejects.toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
    await referrals.publish(referralId, 'ReferralDeclined.v1', { offerId, reason: 'other' });
    expect(await write(intake, referralId, words, under)).toMatchObject({
      ...{ recordId: all[0]!.recordId, repeated: true },
    });
    const events = await consent.store.read(`household-${householdId}`);
    const text = JSON.stringify(events, (_, value) => (typeof value === 'bigint' ? String(value) : value));
    expect(text).not.toContain('поверсі');
  });

  it('are behind each wall alone', async () => {
    const { referralId } = await sent();
    await write(intake, referralId);
    const asked = { referralId, purpose: 'eligibility_decision' as const };
    for (const walls of [{ gaps: 'all' }, { permitWall: 'open' }] as const) {
      const behind = consent.withWalls(walls).commands;
      const reading = behind.readReferralNotes(stranger, { ...asked, key: key() }, now);
      await expect(reading).rejects.toMatchObject({ code: 'NOT_FOUND' });
      const writing = behind.sealReferralNote(stranger, { referralId, text: words, key: key() }, now);
      await expect(writing).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    const bare = consent.withWalls({ gaps: 'all', permitWall: 'open' }).commands;
    const { notes } = await bare.readReferralNotes(stranger, { ...asked, key: key() }, now);
    expect(notes).toHaveLength(1);
  });
});

describe('over the graph', () => {
  const SEAL = `mutation ($input: SealReferralNoteInput!) { sealReferralNote(input: $input) { receipt { id } recordId } }`;
  const READ = `mutation ($input: ReadReferralNotesInput!) { readReferralNotes(input: $input) {
    receipt { after } notes { recordId from text } } }`;

  it('takes words and gives them back, and repeats nothing that it refuses', async () => {
    const { referralId } = await sent();
    const sealing = (by: Viewer | undefined, text: string) =>
      consent.ask(by, SEAL, { input: { referralId, text, key: key() } });
    const { data, errors } = await sealing(intake, words);
    expect(errors).toBeUndefined();
    const { recordId } = (data as { sealReferralNote: { recordId: string } }).sealReferralNote;
    const reading = { input: { referralId, purpose: 'eligibility_decision', key: key() } };
    const seen = await consent.ask(caseworker, READ, reading);
    expect(seen.data).toMatchObject({
      readReferralNotes: { notes: [{ recordId, from: 'recipient', text: words }] },
    });
    for (const text of ['', ' ', 'довго'.repeat(201)]) {
      const refused = await sealing(intake, text);
      expect(code(refused)).toBe('INVALID_INPUT');
      expect(JSON.stringify(refused)).not.toContain('довго');
    }
    expect(code(await sealing(stranger, words))).toBe('NOT_FOUND');
    expect(code(await sealing(undefined, words))).toBe('UNAUTHENTICATED');
    expect(code(await consent.ask(stranger, READ, reading))).toBe('NOT_FOUND');
  });
});
