import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReferralRow } from '../rows.js';
import { actors } from '../testing/people.js';
import * as story from '../testing/referral-story.js';
import { at, into, spoken } from '../testing/referral-story.js';
import { type RowsAtWork, startRows } from '../testing/rows-at-work.js';
import type { ReferralEvent } from './events.js';

let rows: RowsAtWork;
let told = 0;

beforeAll(async () => {
  rows = await startRows();
});
afterAll(() => rows?.stop());

/** A referral of its own for each spec. */
async function after(events: readonly ReferralEvent[], recordedAt?: Date) {
  const referralId = `referral-${++told}`;
  await goOn(referralId, events, recordedAt);
  return referralId;
}
async function goOn(referralId: string, events: readonly ReferralEvent[], recordedAt?: Date) {
  const named = events.map((event) => ({ ...event, data: { ...event.data, referralId } }));
  await rows.happen(`referral-${referralId}`, named, recordedAt);
}
const sender = (referralId: string) => rows.ofParty(actors.sender, referralId);
const recipient = (referralId: string) => rows.ofParty(actors.recipient, referralId);
const actsOf = async (seen: ReturnType<typeof sender>) => (await seen).acts.map(({ act }) => act);

/** The columns that say anything at all. */
function said(row: ReferralRow | undefined) {
  const empty = (value: unknown) =>
    value === null || value === false || (Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(row ?? {}).filter(([, value]) => !empty(value)));
}
const date = (moment: string) => new Date(moment);

/** What a recipient always has: which one it is, and where it stands, counted from the sending. */
const known = (referral_id: string, state: string, revision: bigint) => ({
  referral_id,
  party_actor_id: actors.recipient,
  recipient_actor_id: actors.recipient,
  side: 'recipient',
  ordinal: expect.any(BigInt),
  changed: expect.any(BigInt),
  reference: 'ST-7K3Q-M2XW-4',
  pathway: 'general',
  offer_id: story.offerId,
  state,
  revision,
});
const routing = {
  sender_actor_id: actors.sender,
  service_id: story.serviceId,
  service: 'SHL.TRANSIT',
  oblast: 'UA-46',
  urgency: 'urgent',
  modality: 'in_person',
  sent_at: date(at.asked),
  acknowledge_by: date('2026-03-02T09:00:00.000Z'),
  decide_by: date('2026-03-04T09:00:00.000Z'),
};
/** Language is what this service filters on. */
const ofThePerson = { language: 'uk', filters: ['language'], data_classes: ['C1', 'C2'] };

describe('before it is sent', () => {
  it.each([
    ['drafted', into.draft],
    ['put to consent', into.asking],
    ['refused by consent', [...into.asking, story.offerRefused()]],
    ['put to consent again', [...into.asking, story.offerRefused(), story.offerRequested()]],
    ['given up', into.given_up],
    ['given up while consent was asked', [...into.asking, story.withdrawn()]],
  ])('nobody but the sender has a row of what was %s', async (_what, events) => {
    const id = await after(events);
    const { referral, referral_act } = await rows.rows();
    expect(referral.filter((row) => row.referral_id === id).map((row) => row.party_actor_id)).toEqual([
      'beacon',
    ]);
    expect(
      new Set(referral_act.filter((row) => row.referral_id === id).map((row) => row.party_actor_id)),
    ).toEqual(new Set(['beacon']));
  });

  it('the sender sees what she wrote and what consent said', async () => {
    const id = await after(into.asking);
    expect((await sender(id)).row).toMatchObject({
      state: 'draft',
      asking: true,
      recipient_actor_id: 'kalyna',
    });
    await goOn(id, [story.offerRefused({ reason: 'recipient_not_named' })]);
    expect((await sender(id)).row).toMatchObject({
      state: 'draft',
      asking: false,
      refused: 'recipient_not_named',
      recipient_actor_id: null,
      service_id: null,
      offer_id: null,
      data_classes: [],
      household_id: 'household-1',
      member_ids: ['mother', 'son'],
    });
    await goOn(id, [story.offerRequested()]);
    expect((await sender(id)).row).toMatchObject({ asking: true, refused: null });
  });
});

describe('what the recipient sees', () => {
  it('of what was sent: routing and what the offer shares, never whose it is', async () => {
    const id = await after([story.drafted({ partOf: 'earlier' }), story.offerRequested(), story.sent()]);
    expect(said((await recipient(id)).row)).toEqual({ ...known(id, 'sent', 0n), ...routing, ...ofThePerson });
    expect(await actsOf(recipient(id))).toEqual(['sent']);
  });

  it('of what it serves: the same, and its own acts', async () => {
    const id = await after(into.completed);
    expect(said((await recipient(id)).row)).toEqual({
      ...known(id, 'completed', 3n),
      ...routing,
      ...ofThePerson,
      acknowledged_at: date(at.answered),
      decided_at: date(at.answered),
      started_at: date(at.started),
      closed_at: date(at.completed),
      outcome: 'service_provided',
    });
    expect(await actsOf(recipient(id))).toEqual(['sent', 'accepted', 'started', 'completed']);
  });

  it('of what it declined: its own act and nothing else', async () => {
    const id = await after(into.declined);
    const ownAct = {
      ...known(id, 'declined', 2n),
      acknowledged_at: date(at.acknowledged),
      decided_at: date(at.answered),
      decline_reason: 'no_capacity',
    };
    expect(said((await recipient(id)).row)).toEqual(ownAct);
    expect(await actsOf(recipient(id))).toEqual(['acknowledged', 'declined']);

    await goOn(id, [story.sharingEnded()]);
    expect(said((await recipient(id)).row)).toEqual(ownAct);
    expect(await actsOf(recipient(id))).toEqual(['acknowledged', 'declined']);
    expect((await sender(id)).row).toMatchObject({ state: 'declined', sharing_ended: true });
    expect(await actsOf(sender(id))).toContain('sharing_ended');
  });

  it('of what it left unanswered: that it expired and nothing else, until a late answer is typed in', async () => {
    const id = await after(into.expired);
    const ownSilence = {
      ...known(id, 'expired', 2n),
      acknowledged_at: date(at.acknowledged),
      closed_at: date('2026-03-04T09:00:00.000Z'),
    };
    expect(said((await recipient(id)).row)).toEqual(ownSilence);
    expect((await sender(id)).row).toMatchObject({ state: 'expired', service: 'SHL.TRANSIT' });

    await goOn(id, [story.accepted(spoken)]);
    expect((await recipient(id)).row).toMatchObject({ ...routing, state: 'accepted', closed_at: null });

    const ended = await after([...into.expired, story.sharingEnded()]);
    expect(said((await recipient(ended)).row)).toEqual({ ...ownSilence, referral_id: ended });
    expect((await sender(ended)).row).toMatchObject({ state: 'expired', sharing_ended: true });
  });

  it('after the person took her agreement back: that it did happen, and no detail of hers', async () => {
    const id = await after([...into.accepted, story.sharingEnded()]);
    expect(said((await recipient(id)).row)).toEqual({
      ...known(id, 'withdrawn', 3n),
      ...routing,
      filters: ['language'],
      acknowledged_at: date(at.acknowledged),
      decided_at: date(at.answered),
      closed_at: date(at.ended),
      withdraw_reason: 'consent_withdrawn',
      sharing_ended: true,
    });
    expect(await actsOf(recipient(id))).toEqual(['sent', 'acknowledged', 'accepted', 'sharing_ended']);
  });

  it('of what was completed before she took it back: that it was, and no detail of hers', async () => {
    const id = await after([...into.completed, story.sharingEnded()]);
    const { row } = await recipient(id);
    expect(row).toMatchObject({ state: 'completed', outcome: 'service_provided', sharing_ended: true });
    expect(row).toMatchObject({ language: null, age_bands: [], sexes: [], data_classes: [] });
  });

  it('of what the sender took back: why', async () => {
    const id = await after(into.withdrawn);
    expect((await recipient(id)).row).toMatchObject({ state: 'withdrawn', withdraw_reason: 'need_met' });
    expect(await actsOf(recipient(id))).toEqual(['sent', 'withdrawn']);
  });
});

describe('an answer typed in by the sender', () => {
  it.each([
    ['acknowledged', story.acknowledged(spoken)],
    ['accepted', story.accepted(spoken)],
    ['declined', story.declined(spoken)],
  ] as const)('waits for confirmation in both rows: %s', async (state, event) => {
    const id = await after([...into.sent, event]);
    for (const party of [sender, recipient])
      expect((await party(id)).row).toMatchObject({ state, unconfirmed_from: 'sender' });
    await goOn(id, [story.confirmed()]);
    for (const party of [sender, recipient]) {
      expect((await party(id)).row).toMatchObject({ state, unconfirmed_from: null });
      expect(await actsOf(party(id))).toContain('answer_confirmed');
    }
  });

  it('from declined to accepted gives back what the decline took away', async () => {
    const id = await after([...into.sent, story.declined(spoken)]);
    expect((await recipient(id)).row).toMatchObject({ sender_actor_id: null, language: null });
    expect(await actsOf(recipient(id))).toEqual(['declined']);
    await goOn(id, [story.accepted({ occurredAt: at.ended })]);
    expect(said((await recipient(id)).row)).toEqual({
      ...known(id, 'accepted', 2n),
      ...routing,
      ...ofThePerson,
      acknowledged_at: date(at.answered),
      decided_at: date(at.ended),
    });
    expect(await actsOf(recipient(id))).toEqual(['sent', 'declined', 'accepted']);
  });

  it('from accepted to declined takes everything away', async () => {
    const id = await after([...into.sent, story.accepted(spoken), story.declined({ occurredAt: at.ended })]);
    expect(said((await recipient(id)).row)).toEqual({
      ...known(id, 'declined', 2n),
      acknowledged_at: date(at.answered),
      decided_at: date(at.ended),
      decline_reason: 'no_capacity',
    });
    expect(await actsOf(recipient(id))).toEqual(['declined']);
  });

  it.each([
    ['the sender takes it back', story.withdrawn()],
    ['the person takes her agreement back', story.sharingEnded()],
    ['service begins', story.started()],
    ['service is given', story.completed()],
  ])('waits no more when %s', async (_what, event) => {
    const id = await after([...into.sent, story.accepted(spoken), event]);
    expect((await sender(id)).row).toMatchObject({ unconfirmed_from: null });
    expect((await recipient(id)).row).toMatchObject({ unconfirmed_from: null });
  });
});

describe('what open streams are told by', () => {
  const changed = async (seen: ReturnType<typeof sender>) => (await seen).row!.changed;

  it('moves for both sides with what both may know', async () => {
    const id = await after(into.sent);
    const before = [await changed(sender(id)), await changed(recipient(id))];
    await goOn(id, [story.acknowledged()]);
    const now = await changed(sender(id));
    expect(before.every((position) => position < now)).toBe(true);
    expect(await changed(recipient(id))).toBe(now);
  });

  it.each([
    ['declined', into.declined],
    ['left unanswered', [...into.sent, story.expired()]],
  ])('stands still for who has %s it, when the person takes her agreement back', async (_what, events) => {
    const id = await after(events);
    const before = [await changed(sender(id)), await changed(recipient(id))];
    await goOn(id, [story.sharingEnded()]);
    expect(await changed(sender(id))).toBeGreaterThan(before[0]!);
    expect(await changed(recipient(id))).toBe(before[1]);
  });
});

describe('lists', () => {
  it('have a referral where its party first heard of it', async () => {
    const first = await after(into.draft);
    const second = await after(into.sent);
    await goOn(first, [story.offerRequested(), story.sent()]);
    const ordinal = async (seen: ReturnType<typeof sender>) => (await seen).row!.ordinal;
    expect((await ordinal(sender(first))) < (await ordinal(sender(second)))).toBe(true);
    expect((await ordinal(recipient(first))) > (await ordinal(recipient(second)))).toBe(true);
    const before = await ordinal(recipient(first));
    await goOn(first, [story.acknowledged()]);
    expect(await ordinal(recipient(first))).toBe(before);
  });
});
