/**
 * What happened to a referral, entry by entry, once for each side: when it happened, when it was typed, by which
 * side and how. The recipient's timeline begins with the sending; who declined keeps its own acts alone.
 */
import type { RecordedEvent } from '@stezhka/event-store';
import type { Projection } from '@stezhka/read-model';
import { silenceRungs, toldOnRung } from '@stezhka/vocabulary';
import type { Transaction } from 'kysely';
import type { ReferralActRow, ReferralPartyRow, ReferralsTables } from '../rows.js';
import type { ReferralEvent } from './events.js';

type Recorded = ReferralEvent & RecordedEvent;
type Rows = Transaction<ReferralsTables>;

/** An entry typed in later than this after it happened is marked late. */
const LATE_AFTER_MS = 24 * 3_600_000;

/** What the timeline calls each event. */
const acts = {
  'ReferralDrafted.v1': 'drafted',
  'ReferralPrepared.v1': 'prepared',
  'ReferralPreparationEnded.v1': 'preparation_ended',
  'ReferralOfferRequested.v1': 'offer_requested',
  'ReferralOfferRefused.v1': 'offer_refused',
  'ReferralSent.v1': 'sent',
  'ReferralAcknowledged.v1': 'acknowledged',
  'ReferralAccepted.v1': 'accepted',
  'ReferralDeclined.v1': 'declined',
  'ReferralAnswerConfirmed.v1': 'answer_confirmed',
  'ReferralStarted.v1': 'started',
  'ReferralCompleted.v1': 'completed',
  'ReferralExpired.v1': 'expired',
  'ReferralWithdrawn.v1': 'withdrawn',
  'ReferralSharingEnded.v1': 'sharing_ended',
} as const satisfies Record<Exclude<ReferralEvent['type'], 'ReferralSilenceNoticed.v1'>, string>;

/** What was missing when somebody was told of the silence, by the clock that ran. */
const silent = { acknowledge: 'unacknowledged', decide: 'undecided' } as const;
const silences: readonly string[] = Object.values(silent);

const beforeSending: readonly string[] = [
  ...(['drafted', 'prepared', 'preparation_ended', 'offer_requested', 'offer_refused'] as const),
];

/** Before it is sent a recipient knows nothing. */
const sinceSending = [...Object.values(acts), ...silences].filter((act) => !beforeSending.includes(act));

/** Of what it declined a recipient keeps its own acts alone, for as long as that stands. */
const ownActs: readonly string[] = ['acknowledged', 'declined', 'answer_confirmed'];

/** Of what it left unanswered, also that it was reminded and that it expired. */
const unanswered: readonly string[] = ['acknowledged', 'answer_confirmed', 'expired', ...silences];

export const timelineProjection: Projection<ReferralsTables> = {
  name: 'timeline',
  prefixes: ['referral-'],
  tables: ['referral_act', 'referral_party'],
  failClosed: true,
  async project(tx, event) {
    const rows = tx as unknown as Rows;
    const recorded = event as unknown as Recorded;
    const party = await partyAfter(rows, recorded);
    const { sender_actor_id: sender, recipient_actor_id: recipient } = party;
    const entry = { ...entryOf(recorded, party.pathway), party_actor_id: sender };
    const toldAnew = changedParty(recorded) !== undefined;
    const isTold = recipient !== null && !toldAnew && isForRecipient(party, entry);
    const entries = isTold ? [entry, toldTo(party, recipient, entry)] : [entry];
    await rows.insertInto('referral_act').values(entries).execute();
    if (recipient !== null && toldAnew) await tellAnew(rows, party, recipient);
  },
};

/** Whom to write for; kept beside the entries, because a projection reads its own tables alone. */
async function partyAfter(rows: Rows, event: Recorded) {
  const { referralId } = event.data;
  if (event.type === 'ReferralDrafted.v1') {
    const { senderActorId, pathway } = event.data;
    const party = {
      referral_id: referralId,
      sender_actor_id: senderActorId,
      recipient_actor_id: null,
      sent_revision: null,
      declined: false,
      expired: false,
      pathway,
    };
    await rows.insertInto('referral_party').values(party).execute();
    return party;
  }
  const changed = changedParty(event);
  const party = changed
    ? rows.updateTable('referral_party').set(changed).where('referral_id', '=', referralId).returningAll()
    : rows.selectFrom('referral_party').selectAll().where('referral_id', '=', referralId);
  return party.executeTakeFirstOrThrow();
}

function changedParty(event: Recorded): Partial<ReferralPartyRow> | undefined {
  if (event.type === 'ReferralSent.v1')
    return { recipient_actor_id: event.data.recipientActorId, sent_revision: event.revision };
  if (event.type === 'ReferralDeclined.v1') return { declined: true, expired: false };
  if (event.type === 'ReferralAccepted.v1') return { declined: false, expired: false };
  if (event.type === 'ReferralExpired.v1') return { expired: true };
  return undefined;
}

function entryOf(
  event: Recorded,
  pathway: ReferralActRow['pathway'],
): Omit<ReferralActRow, 'party_actor_id'> {
  const { data } = event;
  const occurred = 'occurredAt' in data ? new Date(data.occurredAt) : event.recordedAt;
  const channel = 'channel' in data ? data.channel : null;
  const delay = event.recordedAt.getTime() - occurred.getTime();
  return {
    referral_id: data.referralId,
    revision: event.revision,
    pathway,
    act: event.type === 'ReferralSilenceNoticed.v1' ? silent[event.data.clock] : acts[event.type],
    occurred_at: occurred,
    recorded_at: event.recordedAt,
    channel,
    recorded_by: 'recordedBy' in data ? data.recordedBy : null,
    late: channel !== null && channel !== 'import' && delay > LATE_AFTER_MS,
    code: codeOf(event),
  };
}

function codeOf(event: ReferralEvent): string | null {
  switch (event.type) {
    case 'ReferralPreparationEnded.v1':
    case 'ReferralOfferRefused.v1':
    case 'ReferralDeclined.v1':
    case 'ReferralWithdrawn.v1':
      return event.data.reason;
    case 'ReferralCompleted.v1':
      return event.data.outcome;
    case 'ReferralSilenceNoticed.v1':
      return event.data.rung;
    default:
      return null;
  }
}

function toldIn({ declined, expired }: ReferralPartyRow): readonly string[] {
  if (declined) return ownActs;
  return expired ? unanswered : sinceSending;
}

/** Of a silence only what it was reminded of: that the sender's supervisor or a coordinator was told is not for it. */
function isForRecipient(party: ReferralPartyRow, { act, code }: ReferralActRow): boolean {
  if (!toldIn(party).includes(act)) return false;
  return !silences.includes(act) || (silenceRungs.is(code) && toldOnRung(code).at === 'recipient');
}

/** The recipient's revisions begin with the sending. */
function toldTo(party: ReferralPartyRow, recipient: string, entry: ReferralActRow): ReferralActRow {
  return { ...entry, party_actor_id: recipient, revision: entry.revision - (party.sent_revision ?? 0n) };
}

/** All that the recipient may know: a decline takes entries away, its correction brings them back. */
async function tellAnew(rows: Rows, party: ReferralPartyRow, recipient: string): Promise<void> {
  const entries = await rows
    .selectFrom('referral_act')
    .selectAll()
    .where('referral_id', '=', party.referral_id)
    .where('party_actor_id', '=', party.sender_actor_id)
    .execute();
  await rows
    .deleteFrom('referral_act')
    .where('referral_id', '=', party.referral_id)
    .where('party_actor_id', '=', recipient)
    .execute();
  const told = entries.filter((entry) => isForRecipient(party, entry));
  await rows
    .insertInto('referral_act')
    .values(told.map((entry) => toldTo(party, recipient, entry)))
    .execute();
}
