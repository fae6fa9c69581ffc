/** Who sees what over the graph, and that rules and row security each hold alone. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@stezhka/auth';
import type { ConsentService } from '../app.js';
import { caseworker, intake, kharkiv, lviv, member, stranger } from '../testing/household-story.js';
import { contact, decision, prepareHousehold, prepareReferral } from '../testing/prepared-household.js';
import { referralsPart } from '../testing/referrals-part.js';
import { type RunningConsent, startConsent } from '../testing/running-consent.js';

const now = new Date('2026-03-10T12:00:00.000Z');
const certified: Viewer = { ...member(kharkiv, 'caseworker'), staffId: 'certified', certifications: ['gbv'] };

const FILE = `query ($id: ID!) { household(id: $id) {
  id pathway memberIds revision records { subjectId dataClass version }
  agreements { state recipientIds dataClasses purposes validUntil withdrawnBy schemaVersion withdrawalMethod }
  permits { recipientActorId state dataClasses memberIds } disclosures { toActorId toStaffId dataClasses }
} }`;
const LIST = '{ households { items { id } hasMore } }';
const ENTITY = `query ($of: [_Any!]!) { _entities(representations: $of) {
  ... on Household { id pathway } ... on Referral { id person { classes memberIds } } } }`;
const DISCLOSE = `mutation ($input: DiscloseReferralInput!) { discloseReferral(input: $input) {
  receipt { id after } records { dataClass version contact { name phone } decisionSet { need answers { question answer } } } } }`;

let consent: RunningConsent;
let referrals: ReturnType<typeof referralsPart>;
let file: Awaited<ReturnType<typeof prepareReferral>>;
let secret: Awaited<ReturnType<typeof prepareHousehold>>;

beforeAll(async () => {
  consent = await startConsent(() => now);
  referrals = referralsPart(consent.store);
  const { commands } = consent.service;
  file = await prepareReferral(commands, referrals, now);
  secret = await prepareHousehold(commands, now, { by: certified, pathway: 'gbv' });
});
afterAll(() => consent.stop());

const code = (answer: { errors?: readonly { extensions?: { code?: unknown } }[] }) =>
  answer.errors?.[0]?.extensions?.code;
const listed = async (viewer: Viewer, of?: ConsentService) => {
  const { data } = await consent.ask(viewer, LIST, undefined, of);
  return (data as { households: { items: { id: string }[] } }).households.items.map(({ id }) => id);
};
const entity = async (viewer: Viewer | undefined, __typename: string, id: string, of?: ConsentService) => {
  const { data } = await consent.ask(viewer, ENTITY, { of: [{ __typename, id }] }, of);
  return (data as { _entities: (object | null)[] } | undefined)?._entities[0];
};

describe('a household’s file', () => {
  it('is read by its own actor', async () => {
    const { data, errors } = await consent.ask(caseworker, FILE, { id: file.householdId });
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      household: {
        ...{ id: file.householdId, pathway: 'general', memberIds: file.memberIds },
        records: expect.arrayContaining([{ subjectId: file.mother, dataClass: 'C1', version: 1 }]),
        agreements: [{ state: 'active', recipientIds: [lviv], withdrawnBy: [], schemaVersion: '27560-2023' }],
        permits: [{ recipientActorId: lviv, state: 'open', dataClasses: ['C1', 'C2'] }],
        disclosures: [],
      },
    });
  });

  it('does not exist for anybody else', async () => {
    const { id } = { id: file.householdId };
    expect(code(await consent.ask(undefined, FILE, { id }))).toBe('UNAUTHENTICATED');
    for (const viewer of [intake, stranger, member(kharkiv, 'intake_officer')])
      expect(code(await consent.ask(viewer, FILE, { id }))).toBe('NOT_FOUND');
    expect(code(await consent.ask(caseworker, FILE, { id: 'no-household' }))).toBe('NOT_FOUND');
  });

  it('of an isolated pathway does not exist for the uncertified of its own actor', async () => {
    expect(code(await consent.ask(caseworker, FILE, { id: secret.householdId }))).toBe('NOT_FOUND');
    expect(await listed(caseworker)).toEqual([file.householdId]);
    expect(await listed(certified)).toEqual([secret.householdId, file.householdId]);
    expect(await entity(caseworker, 'Household', secret.householdId)).toBeNull();
  });

  it('is behind each wall alone', async () => {
    const rowsAlone = consent.withWalls({ gaps: 'all' });
    const rulesAlone = await consent.withoutRowSecurity();
    for (const wall of [rowsAlone, rulesAlone]) {
      for (const viewer of [stranger, intake, member(kharkiv, 'intake_officer')]) {
        expect(await listed(viewer, wall)).toEqual([]);
        expect(code(await consent.ask(viewer, FILE, { id: file.householdId }, wall))).toBe('NOT_FOUND');
        expect(await entity(viewer, 'Household', file.householdId, wall)).toBeNull();
      }
      expect(await listed(caseworker, wall)).toEqual([file.householdId]);
    }
    const none = await consent.withoutRowSecurity({ gaps: 'all' });
    expect(await entity(stranger, 'Household', file.householdId, none)).toMatchObject({ pathway: 'general' });
  });
});

describe('the person of a referral', () => {
  it('is what the recipient could open now', async () => {
    const named = [expect.stringMatching(/^[a-z2-7]{26}$/), expect.stringMatching(/^[a-z2-7]{26}$/)];
    const both = { classes: ['C1', 'C2'], memberIds: named };
    const seen = await entity(intake, 'Referral', file.referralId);
    expect(seen).toEqual({ id: file.referralId, person: both });
    for (const memberId of file.memberIds) expect(JSON.stringify(seen)).not.toContain(memberId);
  });

  it('is nothing to the sender, and no referral to others', async () => {
    const nothing = { classes: [], memberIds: [] };
    expect(await entity(caseworker, 'Referral', file.referralId)).toMatchObject({ person: nothing });
    expect(await entity(stranger, 'Referral', file.referralId)).toBeNull();
    expect(await entity(intake, 'Referral', 'no-referral')).toBeNull();
    expect(await entity(undefined, 'Referral', file.referralId)).toBeNull();
  });

  it('is behind each wall alone', async () => {
    for (const walls of [{ gaps: 'all' }, { permitWall: 'open' }] as const)
      expect(await entity(stranger, 'Referral', file.referralId, consent.withWalls(walls))).toBeNull();
  });

  it('follows the offer', async () => {
    const { commands } = consent.service;
    const { householdId, memberIds, decisionId } = await prepareHousehold(commands, now);
    const asked = { householdId, memberIds, decisionRecordIds: [decisionId] };
    const { referralId, offerId, permitId } = await referrals.offer(asked);
    expect(await entity(intake, 'Referral', referralId)).toBeNull();
    await referrals.publish(referralId, 'ReferralSent.v1', { offerId, permitId });
    expect(await entity(intake, 'Referral', referralId)).toMatchObject({ person: { classes: ['C2'] } });
    await referrals.publish(referralId, 'ReferralDeclined.v1', { offerId });
    const nothing = { classes: [], memberIds: [] };
    expect(await entity(intake, 'Referral', referralId)).toMatchObject({ person: nothing });
  });
});

describe('disclosure over the graph', () => {
  const input = (key: string, classes: string[]) => ({
    input: { referralId: file.referralId, classes, purpose: 'service_delivery', key },
  });

  it('answers what was sealed, by class', async () => {
    const { data, errors } = await consent.ask(intake, DISCLOSE, input('key-one-1', ['C1', 'C2']));
    expect(errors).toBeUndefined();
    expect((data as { discloseReferral: object }).discloseReferral).toMatchObject({
      records: [
        { dataClass: 'C1', contact: contact.content, decisionSet: null },
        { dataClass: 'C2', contact: null, decisionSet: decision.content },
      ],
    });
    const log = await consent.ask(caseworker, FILE, { id: file.householdId });
    expect(log.data).toMatchObject({
      household: { disclosures: [{ toActorId: lviv, toStaffId: null, dataClasses: ['C1', 'C2'] }] },
    });
  });

  it('refuses with what is possible, and repeats nothing', async () => {
    const more = await consent.ask(intake, DISCLOSE, input('key-two-2', ['C1', 'C4']));
    expect(more.errors?.[0]?.extensions).toMatchObject({ code: 'NOT_AGREED', possible: ['C1', 'C2'] });
    expect(code(await consent.ask(stranger, DISCLOSE, input('key-three-3', ['C1'])))).toBe('NOT_FOUND');
    expect(code(await consent.ask(intake, DISCLOSE, input('key-four-4', ['C0'])))).toBe('INVALID_INPUT');
    expect(code(await consent.ask(intake, DISCLOSE, input('short', ['C1'])))).toBe('INVALID_INPUT');
  });
});

describe('keeping a file over the graph', () => {
  const OPEN = `mutation ($input: OpenHouseholdInput!) { openHousehold(input: $input) { receipt { id } memberIds } }`;
  const SEAL = `mutation ($input: SealRecordInput!) { sealRecord(input: $input) { recordId } }`;

  it('opens, seals, and refuses two contents or a text too long', async () => {
    const opened = await consent.ask(caseworker, OPEN, { input: { key: 'key-open-1', memberCount: 1 } });
    const { openHousehold } = opened.data as {
      openHousehold: { receipt: { id: string }; memberIds: string[] };
    };
    const of = { householdId: openHousehold.receipt.id, subjectId: openHousehold.memberIds[0] };
    const seal = (key: string, content: object) =>
      consent.ask(caseworker, SEAL, { input: { ...of, key, ...content } });
    const answers = [{ question: 'pregnancy', answer: 'unknown' }];
    const composition = [{ ageBand: 'age_25_59', sex: 'female' }];
    const set = { need: 'A place.', answers, householdComposition: composition };
    expect((await seal('key-seal-1', { decisionSet: set })).errors).toBeUndefined();
    expect(code(await seal('key-seal-2', {}))).toBe('INVALID_INPUT');
    expect(code(await seal('key-seal-3', { contact: {}, special: {} }))).toBe('INVALID_INPUT');
    const long = await seal('key-seal-4', { decisionSet: { need: 'x'.repeat(601) } });
    expect(code(long)).toBe('INVALID_INPUT');
    expect(JSON.stringify(long)).not.toContain('xxx');
  });

  it('does not take `import` for a channel', async () => {
    const input = { key: 'key-import-1', memberCount: 1, channel: 'import' };
    expect(code(await consent.ask(caseworker, OPEN, { input }))).toBe('UNKNOWN_CODE');
  });
});
