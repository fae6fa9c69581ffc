import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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

async function timeline(events: readonly ReferralEvent[], recordedAt?: Date) {
  const referralId = `referral-${++told}`;
  const named = events.map((event) => ({ ...event, data: { ...event.data, referralId } }));
  await rows.happen(`referral-${referralId}`, named, recordedAt);
  const acts = async (actorId: string) => (await rows.ofParty(actorId, referralId)).acts;
  return { sender: await acts(actors.sender), recipient: await acts(actors.recipient) };
}

describe('the timeline', () => {
  it('says what happened, when, how, by which side, and why', async () => {
    const { sender } = await timeline([
      ...into.asking,
      story.offerRefused({ reason: 'agreement_expired' }),
      story.offerRequested({ occurredAt: at.acknowledged }),
      story.sent({ occurredAt: at.acknowledged }),
      story.accepted(spoken),
      story.completed({ outcome: 'partially_provided' }),
      story.sharingEnded(),
    ]);
    expect(sender.map(({ act, channel, recorded_by, code }) => [act, channel, recorded_by, code])).toEqual([
      ['drafted', 'portal', null, null],
      ['offer_requested', 'portal', null, null],
      ['offer_refused', null, null, 'agreement_expired'],
      ['offer_requested', 'portal', null, null],
      ['sent', 'portal', null, null],
      ['accepted', 'phone', 'sender', null],
      ['completed', 'portal', 'recipient', 'partially_provided'],
      ['sharing_ended', null, null, null],
    ]);
    expect(sender.map(({ revision }) => revision)).toEqual([0n, 1n, 2n, 3n, 4n, 5n, 6n, 7n]);
    expect(sender[5]?.occurred_at).toEqual(new Date(at.answered));
    expect(sender[5]?.recorded_at.getTime()).toBeGreaterThan(Date.parse(at.answered));
  });

  it('tells the recipient the same, entry by entry, from the sending on', async () => {
    for (const phase of [
      'sent',
      'acknowledged',
      'accepted',
      'in_progress',
      'completed',
      'withdrawn',
    ] as const) {
      const { sender, recipient } = await timeline(into[phase]);
      const since = sender.slice(sender.findIndex(({ act }) => act === 'sent'));
      const told = { party_actor_id: actors.recipient };
      const counted = since.map((entry) => ({ ...entry, revision: entry.revision - since[0]!.revision }));
      expect(recipient).toEqual(counted.map((entry) => ({ ...entry, ...told })));
    }
  });

  it('keeps why a decline was made, and why it was taken back', async () => {
    const declined = await timeline(into.declined);
    expect(declined.recipient.at(-1)).toMatchObject({ act: 'declined', code: 'no_capacity' });
    const withdrawn = await timeline(into.withdrawn);
    expect(withdrawn.recipient.at(-1)).toMatchObject({ act: 'withdrawn', code: 'need_met' });
  });
});

describe('silence in the timeline', () => {
  const noticed = story.silenceNoticed;
  const asked = { toldRole: 'supervisor', toldActorId: actors.sender } as const;
  const told = (entries: readonly { act: string; code: string | null }[]) =>
    entries
      .map(({ act, code }) => [act, code])
      .filter(([act]) => act !== 'drafted' && act !== 'offer_requested');
  const silent = [
    ...[...into.sent, noticed(), noticed({ rung: 'duty_officer', toldRole: 'duty_officer' })],
    ...[noticed({ rung: 'sender_supervisor', ...asked }), noticed({ clock: 'decide' })],
    noticed({ rung: 'sender_supervisor_again', ...asked }),
  ];

  it('tells the sender everything, and the recipient its own reminders', async () => {
    const { sender, recipient } = await timeline(silent);
    const sent = ['sent', null];
    const reminded = [
      ['unacknowledged', 'reminder'],
      ['unacknowledged', 'duty_officer'],
    ];
    expect(told(sender)).toEqual([
      ...[sent, ...reminded, ['unacknowledged', 'sender_supervisor'], ['undecided', 'reminder']],
      ['unacknowledged', 'sender_supervisor_again'],
    ]);
    expect(told(recipient)).toEqual([sent, ...reminded, ['undecided', 'reminder']]);
  });

  it('leaves of what expired that it was reminded and that it expired, until a late answer is typed in', async () => {
    const { recipient } = await timeline([...silent, story.expired()]);
    expect(recipient.map(({ act }) => act)).toEqual([
      ...['unacknowledged', 'unacknowledged', 'undecided', 'expired'],
    ]);
    const late = await timeline([...silent, story.expired(), story.accepted(spoken)]);
    expect(late.recipient.map(({ act }) => act)).toEqual([
      ...['sent', 'unacknowledged', 'unacknowledged', 'undecided', 'expired', 'accepted'],
    ]);
    const no = await timeline([...silent, story.expired(), story.declined(spoken)]);
    expect(no.recipient.map(({ act }) => act)).toEqual(['declined']);
  });

  it('happened when it came due, and is never late', async () => {
    const { sender } = await timeline([...silent, story.expired()], new Date('2026-05-01T00:00:00.000Z'));
    expect(sender.at(-1)).toMatchObject({ late: false, occurred_at: new Date('2026-03-04T09:00:00.000Z') });
  });
});

describe('an entry typed in late', () => {
  const day = 24 * 3_600_000;
  const recorded = (after: number) => new Date(Date.parse(at.drafted) + after);
  const marks = async (channel: 'portal' | 'paper' | 'import', after: number) => {
    const { sender } = await timeline([story.drafted({ channel })], recorded(after));
    return sender.map(({ late }) => late);
  };

  it('is marked after a day, to the millisecond', async () => {
    expect(await marks('portal', day)).toEqual([false]);
    expect(await marks('portal', day + 1)).toEqual([true]);
    expect(await marks('paper', 30 * day)).toEqual([true]);
  });

  it('is never marked when it was carried over from another system', async () =>
    expect(await marks('import', 900 * day)).toEqual([false]));

  it('is marked for both sides, entry by entry', async () => {
    const { sender, recipient } = await timeline(into.completed, new Date('2026-03-02T11:30:00.000Z'));
    const late = ['drafted', 'offer_requested', 'sent', 'accepted'];
    expect(sender.filter((entry) => entry.late).map(({ act }) => act)).toEqual(late);
    expect(recipient.filter((entry) => entry.late).map(({ act }) => act)).toEqual(late.slice(2));
  });

  it('is no mark on what no person typed', async () => {
    const { sender } = await timeline(
      [...into.accepted, story.sharingEnded()],
      new Date('2026-05-01T00:00:00.000Z'),
    );
    expect(sender.at(-1)).toMatchObject({ act: 'sharing_ended', late: false });
  });
});

describe('a replay', () => {
  it('gives identical rows', async () => {
    for (const events of Object.values(into)) if (events.length > 0) await timeline(events);
    await timeline([...into.sent, story.declined(spoken), story.accepted({ occurredAt: at.ended })]);
    await timeline([...into.declined, story.sharingEnded()]);
    await timeline([...into.expired, story.accepted(spoken)]);
    await timeline([...into.expired, story.sharingEnded()]);
    const before = await rows.rows();
    expect(before.referral.length).toBeGreaterThan(20);
    await rows.replay();
    expect(await rows.rows()).toEqual(before);
  });
});
