/** What a recipient learns beside the words: nothing that two of them could compare, nothing that one could watch. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@stezhka/auth';
import { caseworker, intake, lviv, outsider, stranger } from '../testing/household-story.js';
import { agreement, prepareHousehold } from '../testing/prepared-household.js';
import { referralsPart } from '../testing/referrals-part.js';
import { type RunningConsent, startConsent } from '../testing/running-consent.js';
import type { HouseholdCommands } from './handle.commands.js';

const now = new Date('2026-03-10T12:00:00.000Z');
const purpose = 'service_delivery' as const;
let consent: RunningConsent;
let commands: HouseholdCommands;
let referrals: ReturnType<typeof referralsPart>;
let keys = 0;
const key = () => `key-of-shown-${++keys}`;

beforeAll(async () => {
  consent = await startConsent(() => now);
  commands = consent.service.commands;
  referrals = referralsPart(consent.store);
});
afterAll(() => consent.stop());

/** One household, put to two recipients, both of which said yes. */
async function putToTwo() {
  const home = await prepareHousehold(commands, now);
  const { householdId, memberIds, decisionId } = home;
  const more = { householdId, principalIds: memberIds, ...agreement, recipientIds: [outsider], key: key() };
  await commands.recordAgreement(caseworker, more, now);
  const asked = { householdId, memberIds, decisionRecordIds: [decisionId] };
  const here = await referrals.accepted({ ...asked, recipientActorId: lviv });
  const there = await referrals.accepted({ ...asked, recipientActorId: outsider });
  return { ...home, here, there };
}

const read = (by: Viewer, referralId: string, under = key()) =>
  commands.readReferralNotes(by, { referralId, purpose, key: under }, now);
const open = (by: Viewer, referralId: string, under = key()) =>
  commands.discloseReferral(by, { referralId, classes: ['C1', 'C2'], purpose, key: under }, now);

/** Every id and number that a recipient gets of a referral. */
async function learnt(by: Viewer, referralId: string) {
  const sealed = await commands.sealReferralNote(by, { referralId, text: 'Слова.', key: key() }, now);
  const { records, receipt } = await open(by, referralId);
  const { notes } = await read(by, referralId);
  const PERSON = `query ($of: [_Any!]!) { _entities(representations: $of) {
    ... on Referral { person { memberIds } } } }`;
  const { data } = await consent.ask(by, PERSON, { of: [{ __typename: 'Referral', id: referralId }] });
  const [entity] = (data as { _entities: { person: { memberIds: string[] } }[] })._entities;
  expect(notes.map(({ recordId }) => recordId)).toContain(sealed.recordId);
  return {
    memberIds: entity!.person.memberIds,
    subjectIds: records.map(({ subjectId }) => subjectId),
    recordIds: records.map(({ recordId }) => recordId),
    noteIds: [sealed.recordId],
    receiptIds: [sealed.id, receipt.id],
    versions: records.map(({ version }) => version),
  };
}
type Learnt = Awaited<ReturnType<typeof learnt>>;
const idsOf = ({ versions: _, ...ids }: Learnt) => Object.values(ids).flat();

const eventsOf = (householdId: string) => consent.store.read(`household-${householdId}`);
const disclosures = async (householdId: string) =>
  (await eventsOf(householdId)).filter(({ type }) => type === 'PersonDisclosed.v1');

describe('what two recipients know of one household', () => {
  it('has not one id in common, and none of the household’s own', async () => {
    const { householdId, memberIds, here, there } = await putToTwo();
    const [one, other] = [await learnt(intake, here.referralId), await learnt(stranger, there.referralId)];
    expect(idsOf(one).filter((id) => idsOf(other).includes(id))).toEqual([]);
    const events = await eventsOf(householdId);
    const sealed = events.map(({ data }) => (data as { recordId?: string }).recordId);
    const own = [householdId, here.permitId, there.permitId, ...memberIds, ...sealed];
    expect([...idsOf(one), ...idsOf(other)].filter((id) => own.includes(id))).toEqual([]);
  });

  it('holds together for each of them: the same member, the same record, whenever she looks', async () => {
    const { here } = await putToTwo();
    const [first, again] = [await learnt(intake, here.referralId), await learnt(intake, here.referralId)];
    expect({ ...again, noteIds: [] }).toEqual({ ...first, noteIds: [] });
    // The mother’s contact and the decision set, which is about everybody who is referred.
    expect(first.subjectIds).toEqual([first.memberIds[0], here.referralId]);
    expect(new Set([...first.memberIds, ...first.recordIds]).size).toBe(4);
  });

  it('does not tell how much was written before: versions count from what was shared', async () => {
    const home = await prepareHousehold(commands, now);
    const { householdId, memberIds } = home;
    const record = { dataClass: 'C2', content: { need: 'Another need, for another service.' } } as const;
    const sealing = { householdId, subjectId: householdId, record, key: key() };
    const { recordId } = await commands.sealRecord(caseworker, sealing, now);
    const { referralId } = await referrals.accepted({
      householdId,
      memberIds,
      decisionRecordIds: [recordId],
    });
    expect((await learnt(intake, referralId)).versions).toEqual([1, 1]);
  });

  it('is named to the household’s own actor as in its file', async () => {
    const { householdId, mother, contactId, decisionId } = await putToTwo();
    const asked = { householdId, classes: ['C1', 'C2'] as const, purpose, key: key() };
    const { receipt, records } = await commands.readHousehold(caseworker, asked, now);
    expect(receipt.id).toBe(householdId);
    expect(records).toMatchObject([
      { recordId: contactId, subjectId: mother },
      { recordId: decisionId, subjectId: householdId },
    ]);
  });
});

describe('a recipient who looks again and again', () => {
  it('leaves a trace each time, also where there is nothing to read', async () => {
    const { householdId, here } = await putToTwo();
    for (let times = 1; times <= 3; times++) {
      expect((await read(intake, here.referralId)).notes).toEqual([]);
      expect(await disclosures(householdId)).toHaveLength(times);
    }
    expect((await disclosures(householdId)).at(-1)?.data).toMatchObject({ toActorId: lviv, recordIds: [] });
    const nothing = { referralId: here.referralId, classes: [], purpose, key: key() };
    await commands.discloseReferral(intake, nothing, now);
    expect(await disclosures(householdId)).toHaveLength(4);
  });

  it('is told of her own act alone, whatever happens to the household meanwhile', async () => {
    const { householdId, here, there } = await putToTwo();
    const { referralId } = here;
    const own = async () => (await eventsOf(householdId)).at(-1)!.position;
    const before = { id: referralId, revision: 0n, position: expect.anything() };
    const first = (await read(intake, referralId)).receipt;
    expect(first).toMatchObject({ ...before, position: await own() });
    await commands.addMember(caseworker, { householdId, channel: 'phone', key: key() }, now);
    await open(stranger, there.referralId);
    const second = (await open(intake, referralId)).receipt;
    expect(second).toMatchObject({ ...before, position: await own() });
    const note = { referralId, text: 'Слова.', key: key() };
    const third = await commands.sealReferralNote(intake, note, now);
    expect(third).toMatchObject({ ...before, position: await own() });
  });

  it('gets under an old key what she got then: no later words, and nothing of what happened since', async () => {
    const { householdId, here } = await putToTwo();
    const { referralId } = here;
    const under = key();
    const write = (text: string) =>
      commands.sealReferralNote(caseworker, { referralId, text, key: key() }, now);
    await write('Перші.');
    const first = await read(intake, referralId, under);
    await write('Другі.');
    const again = await read(intake, referralId, under);
    expect(again).toEqual({ ...first, receipt: { ...first.receipt, repeated: true } });
    expect(again.notes.map(({ text }) => text)).toEqual(['Перші.']);
    expect(await disclosures(householdId)).toHaveLength(1);
    expect((await read(intake, referralId)).notes).toHaveLength(2);
  });

  it('tells the sender, too, of nothing but the sender’s own act', async () => {
    const { householdId, here } = await putToTwo();
    const quiet = (await read(caseworker, here.referralId)).receipt;
    expect(quiet).toMatchObject({ id: here.referralId, revision: 0n, position: 0n, ownEvent: false });
    expect(await disclosures(householdId)).toHaveLength(0);
  });
});

describe('whoever is no party to a referral', () => {
  it('is told so before anything of the household is looked for', async () => {
    const { here } = await putToTwo();
    const steps: string[] = [];
    const watched = consent.watched(async (step) => void steps.push(step)).commands;
    const { referralId } = here;
    for (const asked of [
      watched.discloseReferral(stranger, { referralId, classes: ['C1'], purpose, key: key() }, now),
      watched.readReferralNotes(stranger, { referralId, purpose, key: key() }, now),
      watched.sealReferralNote(stranger, { referralId, text: 'Слова.', key: key() }, now),
    ])
      await expect(asked).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(steps).toEqual(['read', 'read', 'read']);
  });
});
