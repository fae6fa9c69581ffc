import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { caseworker, intake, kharkiv, lviv, member, stranger } from '../testing/household-story.js';
import { contact, decision, prepareHousehold, prepareReferral } from '../testing/prepared-household.js';
import { referralsPart } from '../testing/referrals-part.js';
import { type RunningConsent, startConsent } from '../testing/running-consent.js';
import type { RecordContent } from '../vault/content.js';
import type { HouseholdCommands } from './handle.commands.js';

const now = new Date('2026-03-10T12:00:00.000Z');
let consent: RunningConsent;
let commands: HouseholdCommands;
let referrals: ReturnType<typeof referralsPart>;
let keys = 0;
const key = () => `key-of-spec-${++keys}`;

beforeAll(async () => {
  consent = await startConsent(() => now);
  commands = consent.service.commands;
  referrals = referralsPart(consent.store);
});
afterAll(() => consent.stop());

const household = () => prepareHousehold(commands, now);
const accepted = () => prepareReferral(commands, referrals, now);

const open = (referralId: string, classes: ('C1' | 'C2' | 'C3' | 'C4')[], by = intake, under = key()) =>
  commands.discloseReferral(by, { referralId, classes, purpose: 'service_delivery', key: under }, now);
const withdraw = (householdId: string, under = key()) =>
  commands.withdrawAgreement(caseworker, { householdId, channel: 'phone', key: under }, now);

describe('the handshake', () => {
  it('answers each offer in the household’s stream', async () => {
    const { householdId, memberIds, decisionId } = await household();
    const asked = { householdId, memberIds, decisionRecordIds: [decisionId] };
    expect(await referrals.offer(asked)).toMatchObject({ type: 'DisclosurePermitted.v1' });
    const elsewhere = { ...asked, recipientActorId: kharkiv };
    expect(await referrals.offer(elsewhere)).toMatchObject({ reason: 'recipient_not_named' });
  });

  it('answers for a household that nobody opened', async () => {
    const unknown = { householdId: 'nobodys-household', memberIds: ['somebody'] };
    expect(await referrals.offer(unknown)).toMatchObject({ reason: 'household_unknown' });
    expect(await referrals.offer(unknown)).toMatchObject({ reason: 'household_unknown' });
  });
});

describe('disclosure', () => {
  it('opens what was sealed, after it was recorded', async () => {
    const { referralId, contactId, decisionId, householdId } = await accepted();
    const { records } = await open(referralId, ['C1', 'C2']);
    expect(records.map(({ content }) => content)).toEqual([contact.content, decision.content]);
    const events = await consent.store.read(`household-${householdId}`);
    expect(events.at(-1)).toMatchObject({
      type: 'PersonDisclosed.v1',
      data: { toActorId: lviv, recordIds: [contactId, decisionId] },
    });
  });

  it('opens the version that was frozen, whatever is written later', async () => {
    const { referralId, householdId, mother } = await accepted();
    const later: RecordContent = { dataClass: 'C1', content: { name: 'Another name' } };
    const sealing = { householdId, subjectId: mother, record: later, key: key() };
    await commands.sealRecord(caseworker, sealing, now);
    expect((await open(referralId, ['C1'])).records).toMatchObject([
      { version: 1, content: contact.content },
    ]);
    const read = { householdId, classes: ['C1'] as const, purpose: 'service_delivery' as const, key: key() };
    const own = await commands.readHousehold(caseworker, read, now);
    expect(own.records).toMatchObject([{ version: 2, content: later.content }]);
  });

  it('is one fact however often it is asked for with one key', async () => {
    const { referralId, householdId } = await accepted();
    const under = key();
    const all = await Promise.all([1, 2, 3, 4, 5].map(() => open(referralId, ['C1'], intake, under)));
    expect(new Set(all.map(({ receipt }) => receipt.position)).size).toBe(1);
    expect(all.every(({ records }) => records.length === 1)).toBe(true);
    const events = await consent.store.read(`household-${householdId}`);
    expect(events.filter(({ type }) => type === 'PersonDisclosed.v1')).toHaveLength(1);
    await expect(open(referralId, ['C2'], intake, under)).rejects.toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
  });

  it('opens nothing to a retry after the withdrawal', async () => {
    const { referralId, householdId } = await accepted();
    const under = key();
    await open(referralId, ['C1'], intake, under);
    await withdraw(householdId);
    await expect(open(referralId, ['C1'], intake, under)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(open(referralId, ['C1'])).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('says what is possible to a party, and nothing to others', async () => {
    const { referralId } = await accepted();
    await expect(open(referralId, ['C4'])).rejects.toMatchObject({
      code: 'NOT_AGREED',
      possible: ['C1', 'C2'],
    });
    await expect(open(referralId, ['C4'], stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(open('no-referral', ['C1'], stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('holds behind each wall alone', async () => {
    const { referralId } = await accepted();
    const asked = { referralId, classes: ['C1'] as const, purpose: 'service_delivery' as const };
    for (const walls of [{ gaps: 'all' }, { permitWall: 'open' }] as const) {
      const { discloseReferral } = consent.withWalls(walls).commands;
      await expect(discloseReferral(stranger, { ...asked, key: key() }, now)).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    }
    const { discloseReferral } = consent.withWalls({ gaps: 'all', permitWall: 'open' }).commands;
    expect((await discloseReferral(stranger, { ...asked, key: key() }, now)).records).toHaveLength(1);
  });
});

describe('withdrawal', () => {
  it('says that recipients have lost it once referrals has passed it on', async () => {
    const { referralId, offerId, householdId } = await accepted();
    const withdrawal = withdraw(householdId);
    const signal = AbortSignal.timeout(10_000);
    for await (const { type } of consent.store.follow(`household-${householdId}`, { signal }))
      if (type === 'ConsentWithdrawn.v1') break;
    await referrals.publish(referralId, 'ReferralSharingEnded.v1', { offerId });
    expect(await withdrawal).toMatchObject({ recipientsInformed: true });
  });

  it('is effective all the same where referrals is slow, and a retry asks again', async () => {
    const { referralId, offerId, householdId } = await accepted();
    const under = key();
    const first = await withdraw(householdId, under);
    expect(first).toMatchObject({ recipientsInformed: false, repeated: false });
    await referrals.publish(referralId, 'ReferralSharingEnded.v1', { offerId });
    const second = await withdraw(householdId, under);
    expect(second).toMatchObject({ recipientsInformed: true, repeated: true, revision: first.revision });
  });

  it('tells a retry by whoever lost the role since nothing of the recipients', async () => {
    const { householdId } = await household();
    const asked = { householdId, channel: 'phone' as const, key: key() };
    await commands.withdrawAgreement(caseworker, asked, now);
    const since = { ...caseworker, roles: ['intake_officer'] as const };
    await expect(commands.withdrawAgreement(since, asked, now)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('waits for nobody where the draft was given up before it was sent', async () => {
    const { householdId, memberIds, decisionId } = await household();
    const asked = { householdId, memberIds, decisionRecordIds: [decisionId] };
    const { referralId } = await referrals.offer(asked);
    await referrals.publish(referralId, 'ReferralWithdrawn.v1', { reason: 'need_met' });
    expect(await withdraw(householdId)).toMatchObject({ recipientsInformed: true });
  });
});

describe('sealing', () => {
  it('finds what the first attempt sealed, and refuses another content under its key', async () => {
    const { householdId, mother } = await household();
    const sealing = { householdId, subjectId: mother, record: contact, key: key() };
    const all = await Promise.all([1, 2, 3].map(() => commands.sealRecord(caseworker, sealing, now)));
    expect(new Set(all.map(({ recordId }) => recordId)).size).toBe(1);
    const other = { ...sealing, record: { dataClass: 'C1', content: { name: 'X' } } as const };
    await expect(commands.sealRecord(caseworker, other, now)).rejects.toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
  });

  it('gives each of several at once a version of its own', async () => {
    const { householdId, mother } = await household();
    const names = ['a', 'b', 'c', 'd'];
    await Promise.all(
      names.map((label) => {
        const record: RecordContent = { dataClass: 'C3', content: { risks: label } };
        return commands.sealRecord(caseworker, { householdId, subjectId: mother, record, key: key() }, now);
      }),
    );
    const events = await consent.store.read(`household-${householdId}`);
    const sealed = events
      .filter(
        ({ type, data }) => type === 'RecordSealed.v1' && (data as { dataClass: string }).dataClass === 'C3',
      )
      .map(({ data }) => (data as { version: number }).version);
    expect(sealed).toEqual([1, 2, 3, 4]);
    const read = { householdId, classes: ['C3'] as const, purpose: 'service_delivery' as const, key: key() };
    const { records } = await commands.readHousehold(caseworker, read, now);
    expect(records).toMatchObject([{ version: 4 }]);
  });

  it('is swept if no event names it, and only then', async () => {
    const { householdId, mother } = await household();
    const at = new Date('2026-03-09T00:00:00.000Z');
    const tooEarly = await commands.sealRecord(
      caseworker,
      { householdId, subjectId: mother, record: contact, key: key() },
      at,
    );
    const refused = { householdId, subjectId: 'nobody', record: contact, key: key() };
    await expect(commands.sealRecord(caseworker, refused, at)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const before = new Date('2026-03-09T01:00:00.000Z');
    expect(await consent.service.sweep(before)).toEqual({ records: 1, households: 0 });
    expect(await consent.service.sweep(before)).toEqual({ records: 0, households: 0 });
    const read = { householdId, classes: ['C1'] as const, purpose: 'service_delivery' as const, key: key() };
    const { records } = await commands.readHousehold(caseworker, read, now);
    expect(records).toMatchObject([{ recordId: tooEarly.recordId, content: contact.content }]);
  });

  it('sweeps the key of a household that was never opened', async () => {
    const at = new Date('2026-03-08T00:00:00.000Z');
    const opening = { pathway: 'general', memberCount: 0, channel: 'phone', key: key() } as const;
    await expect(commands.openHousehold(caseworker, opening, at)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
    const before = new Date('2026-03-08T01:00:00.000Z');
    expect(await consent.service.sweep(before)).toEqual({ records: 0, households: 1 });
  });

  it('keeps every word out of the event store', async () => {
    const { householdId } = await accepted();
    const events = await consent.store.read(`household-${householdId}`);
    const text = JSON.stringify(events, (_, value) => (typeof value === 'bigint' ? String(value) : value));
    expect(text).not.toContain('Канарка');
    expect(text).not.toContain('A place for two');
  });

  it('is nobody else’s to write, and leaves no key behind where it is refused', async () => {
    const { householdId, mother } = await household();
    const sealing = { householdId, subjectId: mother, record: contact, key: key() };
    await expect(commands.sealRecord(stranger, sealing, now)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(commands.sealRecord(undefined, sealing, now)).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
    const opening = { pathway: 'gbv', memberCount: 1, channel: 'phone', key: key() } as const;
    const uncertified = member(kharkiv, 'supervisor');
    await expect(commands.openHousehold(uncertified, opening, now)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
