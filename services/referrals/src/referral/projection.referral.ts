/**
 * How a referral is looked at: one row for its sender, one for its recipient. Every event changes the sender's row;
 * the recipient's is made from it by `recipientSees`, the one place that says what the other side may know.
 */
import { isDeepStrictEqual } from 'node:util';
import type { RecordedEvent } from '@stezhka/event-store';
import type { Projection } from '@stezhka/read-model';
import type { Transaction } from 'kysely';
import type { ReferralRow, ReferralsTables } from '../rows.js';
import type { ReferralEvent, Side } from './events.js';

type Recorded = ReferralEvent & RecordedEvent;
type Rows = Transaction<ReferralsTables>;

export const referralProjection: Projection<ReferralsTables> = {
  name: 'referral',
  prefixes: ['referral-'],
  tables: ['referral'],
  failClosed: true,
  async project(tx, event) {
    const rows = tx as unknown as Rows;
    const recorded = event as unknown as Recorded;
    const { sender: before, recipient: theirs } = await rowsOf(rows, recorded.data.referralId);
    const changed = recorded.position;
    const after = { ...applied(recorded, before), revision: recorded.revision, changed };
    await tellFirst(rows, recorded, after);
    if (after.sent_at === null || after.recipient_actor_id === null) return put(rows, [after]);
    // Who declined or kept silent hears nothing of what the person did afterwards, but that its answer can be
    // corrected no more.
    const over = after.state === 'declined' || after.state === 'expired';
    const unheard = recorded.type === 'ReferralSharingEnded.v1' && over;
    const told = unheard ? { ...before!, unconfirmed_from: null } : after;
    const seen = recipientSees({ ...told, ordinal: theirs?.ordinal ?? changed });
    // What changed for the sender alone must not be heard on the other side as a sound without a word.
    const same = theirs !== undefined && isDeepStrictEqual({ ...seen, changed: theirs.changed }, theirs);
    await put(rows, [after, { ...seen, changed: same ? theirs.changed : changed }]);
  },
};

/**
 * What the recipient may know. Nothing before it is sent. Never whose household it is, or what came before; of ages,
 * sexes and language only what its service filters on. After it declined: that it did, when and why, and no more;
 * after it kept silent, that it did.
 * After the person took her agreement back: no detail of hers.
 */
export function recipientSees(row: ReferralRow): ReferralRow {
  const theirs: ReferralRow = {
    ...row,
    side: 'recipient',
    party_actor_id: row.recipient_actor_id!,
    revision: row.revision - (row.sent_revision ?? 0n),
    sent_revision: null,
    language: row.filters.includes('language') ? row.language : null,
    age_bands: row.filters.includes('age_band') ? row.age_bands : [],
    sexes: row.filters.includes('sex') ? row.sexes : [],
    household_id: null,
    member_ids: [],
    part_of: null,
    drafted_at: null,
    refused: null,
    preparation_ended: null,
    next_id: null,
  };
  // Also where the sender took back a decline that it had typed in.
  if (row.decline_reason !== null || row.state === 'expired') return ownActOnly(theirs);
  if (row.sharing_ended) return { ...theirs, language: null, age_bands: [], sexes: [], data_classes: [] };
  return theirs;
}

function ownActOnly(row: ReferralRow): ReferralRow {
  return {
    ...row,
    sender_actor_id: null,
    service_id: null,
    service: null,
    oblast: null,
    urgency: null,
    modality: null,
    language: null,
    age_bands: [],
    sexes: [],
    filters: [],
    data_classes: [],
    sent_at: null,
    acknowledge_by: null,
    decide_by: null,
  };
}

function applied(event: Recorded, row: ReferralRow | undefined): ReferralRow {
  if (event.type === 'ReferralDrafted.v1') return drafted(event.data, event.position);
  if (!row) throw new Error(`an event before the draft: ${event.type}`);
  const at = new Date(event.data && 'occurredAt' in event.data ? event.data.occurredAt : 0);
  switch (event.type) {
    case 'ReferralPrepared.v1': {
      const { recipientActorId, serviceId, dataClasses } = event.data;
      const meant = { recipient_actor_id: recipientActorId, service_id: serviceId };
      const again = { refused: null, preparation_ended: null };
      return { ...row, ...meant, ...again, data_classes: dataClasses, prepared: true };
    }
    case 'ReferralPreparationEnded.v1':
      return { ...row, ...nobody, prepared: false, preparation_ended: event.data.reason };
    case 'ReferralOfferRequested.v1': {
      const { offerId, recipientActorId, serviceId, dataClasses } = event.data;
      const offered = { offer_id: offerId, recipient_actor_id: recipientActorId, service_id: serviceId };
      return {
        ...row,
        ...offered,
        data_classes: dataClasses,
        asking: true,
        prepared: false,
        refused: null,
      };
    }
    case 'ReferralOfferRefused.v1':
      return { ...row, ...nobody, asking: false, refused: event.data.reason };
    case 'ReferralSent.v1': {
      const { acknowledgeBy, decideBy, filters } = event.data;
      const clocks = { acknowledge_by: new Date(acknowledgeBy), decide_by: new Date(decideBy) };
      const sent = { sent_at: at, sent_revision: event.revision, filters };
      return { ...row, ...clocks, ...sent, state: 'sent', asking: false };
    }
    case 'ReferralAcknowledged.v1':
      return { ...row, ...typedInBy(event.data), state: 'acknowledged', acknowledged_at: at };
    case 'ReferralAccepted.v1':
      return {
        ...row,
        ...typedInBy(event.data),
        ...decided(row, at),
        state: 'accepted',
        decline_reason: null,
        closed_at: null,
      };
    case 'ReferralDeclined.v1': {
      const { reason } = event.data;
      return {
        ...row,
        ...typedInBy(event.data),
        ...decided(row, at),
        state: 'declined',
        decline_reason: reason,
        closed_at: null,
      };
    }
    case 'ReferralAnswerConfirmed.v1':
      return { ...row, unconfirmed_from: null };
    case 'ReferralStarted.v1':
      return { ...row, unconfirmed_from: null, state: 'in_progress', started_at: at };
    case 'ReferralCompleted.v1': {
      const closed = { closed_at: at, unconfirmed_from: null };
      return { ...row, ...closed, state: 'completed', outcome: event.data.outcome };
    }
    case 'ReferralWithdrawn.v1':
      return { ...row, ...withdrawn(at), withdraw_reason: event.data.reason };
    case 'ReferralSilenceNoticed.v1':
      return row;
    case 'ReferralExpired.v1':
      return { ...row, state: 'expired', closed_at: at, unconfirmed_from: null };
    case 'ReferralSharingEnded.v1': {
      const ended = { ...row, sharing_ended: true };
      if (endings.includes(row.state)) return ended;
      return { ...ended, ...withdrawn(at), withdraw_reason: 'consent_withdrawn' };
    }
    default:
      return unreachable(event);
  }
}

/** An offer that was not made, or not yet. */
const nobody = { offer_id: null, recipient_actor_id: null, service_id: null, data_classes: [] };

/** The end of sharing is said of these as well, and leaves them as they are. */
const endings: readonly ReferralRow['state'][] = ['completed', 'declined', 'withdrawn', 'expired'];

type Drafted = Extract<ReferralEvent, { type: 'ReferralDrafted.v1' }>['data'];

function drafted(data: Drafted, ordinal: bigint): ReferralRow {
  return {
    referral_id: data.referralId,
    party_actor_id: data.senderActorId,
    side: 'sender',
    ordinal,
    reference: data.reference,
    state: 'draft',
    pathway: data.pathway,
    revision: 0n,
    sent_revision: null,
    filters: [],
    offer_id: null,
    sender_actor_id: data.senderActorId,
    recipient_actor_id: null,
    service_id: null,
    service: data.service,
    oblast: data.oblast,
    urgency: data.urgency,
    modality: data.modality,
    language: data.language ?? null,
    age_bands: data.ageBands,
    sexes: data.sexes,
    data_classes: [],
    household_id: data.householdId,
    member_ids: data.memberIds,
    part_of: data.partOf ?? null,
    asking: false,
    prepared: false,
    preparation_ended: null,
    next_id: null,
    refused: null,
    drafted_at: new Date(data.occurredAt),
    sent_at: null,
    acknowledge_by: null,
    decide_by: null,
    acknowledged_at: null,
    decided_at: null,
    started_at: null,
    closed_at: null,
    decline_reason: null,
    outcome: null,
    withdraw_reason: null,
    unconfirmed_from: null,
    sharing_ended: false,
    changed: ordinal,
  };
}

/** A decision is an acknowledgement as well, where none came before. */
const decided = (row: ReferralRow, at: Date) => ({
  decided_at: at,
  acknowledged_at: row.acknowledged_at ?? at,
});

/** Nothing is left to confirm of what was taken back. */
const withdrawn = (at: Date) =>
  ({ state: 'withdrawn', asking: false, prepared: false, closed_at: at, unconfirmed_from: null }) as const;

const typedInBy = ({ recordedBy }: { readonly recordedBy: 'sender' | 'recipient' }) => ({
  unconfirmed_from: recordedBy === 'sender' ? recordedBy : null,
});

/** Her sender's row of the first referral names the one that is to follow it, for as long as it is, or did. */
async function tellFirst(
  rows: Rows,
  { type }: Recorded,
  { referral_id, part_of }: ReferralRow,
): Promise<void> {
  if (part_of === null) return;
  const isNext = type === 'ReferralPrepared.v1';
  const isOver = type === 'ReferralPreparationEnded.v1' || type === 'ReferralWithdrawn.v1';
  if (!isNext && !isOver) return;
  let first = rows
    .updateTable('referral')
    .set({ next_id: isNext ? referral_id : null })
    .where('referral_id', '=', part_of)
    .where('side', '=', 'sender');
  if (isOver) first = first.where('next_id', '=', referral_id);
  await first.execute();
}

async function rowsOf(rows: Rows, referralId: string): Promise<Partial<Record<Side, ReferralRow>>> {
  const both = await rows.selectFrom('referral').selectAll().where('referral_id', '=', referralId).execute();
  return Object.fromEntries(both.map((row) => [row.side, row]));
}

async function put(rows: Rows, changed: readonly ReferralRow[]): Promise<void> {
  const columns = Object.keys(changed[0]!) as (keyof ReferralRow)[];
  await rows
    .insertInto('referral')
    .values(changed)
    .onConflict((conflict) =>
      conflict
        .columns(['referral_id', 'party_actor_id'])
        .doUpdateSet(({ ref }) =>
          Object.fromEntries(columns.map((column) => [column, ref(`excluded.${column}`)])),
        ),
    )
    .execute();
}

function unreachable(event: never): never {
  throw new Error(`an event that no version of the software knows: ${(event as ReferralEvent).type}`);
}
