/**
 * The file of a household as its own actor reads it: members, which records exist, what was agreed, who may read
 * and who did. No content: that is in the vault, and only a recorded disclosure opens it.
 */
import type { RecordedEvent } from '@stezhka/event-store';
import type { Projection } from '@stezhka/read-model';
import { sql, type Transaction } from 'kysely';
import type { ConsentTables, HouseholdRow } from '../rows.js';
import type { HouseholdEvent } from './events.js';

type Recorded = HouseholdEvent & RecordedEvent;
type Tx = Transaction<ConsentTables>;
type Of = Pick<HouseholdRow, 'household_id' | 'actor_id' | 'pathway'>;
type DataOf<Type extends HouseholdEvent['type']> = Extract<HouseholdEvent, { type: Type }>['data'];

export const fileProjection: Projection<ConsentTables> = {
  name: 'household-file',
  prefixes: ['household-'],
  tables: [
    'household',
    'household_record',
    'household_agreement',
    'household_permit',
    'household_disclosure',
  ],
  failClosed: true,
  async project(tx, event) {
    const rows = tx as unknown as Tx;
    const recorded = event as unknown as Recorded;
    if (recorded.type === 'HouseholdOpened.v1') return open(rows, recorded.data, recorded);
    const of = await rows
      .updateTable('household')
      .set({ revision: recorded.revision })
      .where('household_id', '=', recorded.data.householdId)
      .returning(['household_id', 'actor_id', 'pathway'])
      .executeTakeFirst();
    // An offer that named a household which nobody opened was refused: there is no file to keep.
    if (of) await enter(rows, recorded, of);
  },
};

async function open(rows: Tx, data: DataOf<'HouseholdOpened.v1'>, at: RecordedEvent): Promise<void> {
  await rows
    .insertInto('household')
    .values({
      household_id: data.householdId,
      actor_id: data.actorId,
      pathway: data.pathway,
      member_ids: data.memberIds,
      opened_at: data.occurredAt,
      revision: at.revision,
      position: at.position,
    })
    .execute();
}

async function enter(rows: Tx, event: Exclude<Recorded, { type: 'HouseholdOpened.v1' }>, of: Of) {
  switch (event.type) {
    case 'MemberAdded.v1':
      return void (await rows
        .updateTable('household')
        .set({ member_ids: sql`array_append(member_ids, ${event.data.memberId})` })
        .where('household_id', '=', of.household_id)
        .execute());
    case 'RecordSealed.v1': {
      const { recordId: record_id, subjectId: subject_id, dataClass: data_class, version } = event.data;
      const sealed_at = event.recordedAt.toISOString();
      const row = { ...of, record_id, subject_id, data_class, version, sealed_at };
      return void (await rows.insertInto('household_record').values(row).execute());
    }
    case 'AgreementRecorded.v1':
      return agreementRecorded(rows, event.data, of);
    case 'DisclosurePermitted.v1':
      return permitted(rows, event.data, of, event.position);
    case 'DisclosureRefused.v1':
      return;
    case 'PersonDisclosed.v1':
      return disclosed(rows, event, of);
    case 'ConsentWithdrawn.v1':
      return withdrawn(rows, event.data);
    default:
      return unreachable(event);
  }
}

async function agreementRecorded(rows: Tx, data: DataOf<'AgreementRecorded.v1'>, of: Of): Promise<void> {
  const { householdId: _, ...terms } = data;
  await rows
    .insertInto('household_agreement')
    .values({
      ...of,
      agreement_id: data.agreementId,
      terms: JSON.stringify(terms),
      withdrawn_by: [],
      valid_until: data.validUntil,
    })
    .execute();
}

async function permitted(rows: Tx, data: DataOf<'DisclosurePermitted.v1'>, of: Of, position: bigint) {
  await rows
    .insertInto('household_permit')
    .values({
      ...of,
      permit_id: data.permitId,
      referral_id: data.referralId,
      offer_id: data.offerId,
      recipient_actor_id: data.recipientActorId,
      service_id: data.serviceId,
      member_ids: data.memberIds,
      data_classes: [...new Set(data.snapshot.map(({ dataClass }) => dataClass))].sort(),
      valid_until: data.validUntil,
      position,
    })
    .execute();
}

async function disclosed(
  rows: Tx,
  { id, data, position }: Extract<Recorded, { type: 'PersonDisclosed.v1' }>,
  of: Of,
): Promise<void> {
  await rows
    .insertInto('household_disclosure')
    .values({
      ...of,
      event_id: id,
      permit_id: data.permitId,
      to_actor_id: data.toActorId,
      to_staff_id: data.toStaffId,
      data_classes: data.dataClasses,
      purpose: data.purpose,
      occurred_at: data.occurredAt,
      position,
    })
    .execute();
}

async function withdrawn(rows: Tx, data: DataOf<'ConsentWithdrawn.v1'>): Promise<void> {
  const { principalIds, agreementIds, ended, narrowed } = data;
  for (const agreementId of agreementIds) {
    const row = await rows
      .selectFrom('household_agreement')
      .select(['terms', 'withdrawn_by'])
      .where('agreement_id', '=', agreementId)
      .executeTakeFirstOrThrow();
    const terms = JSON.parse(row.terms) as Omit<DataOf<'AgreementRecorded.v1'>, 'householdId'>;
    const leaving = terms.principalIds.filter((id) => principalIds.includes(id));
    await rows
      .updateTable('household_agreement')
      .set({ withdrawn_by: [...new Set([...row.withdrawn_by, ...leaving])] })
      .where('agreement_id', '=', agreementId)
      .execute();
  }
  const left = [
    ...ended.map(({ permitId }) => ({ permitId, memberIds: [] as string[] })),
    ...narrowed.map(({ permitId, memberIds }) => ({ permitId, memberIds })),
  ];
  for (const { permitId, memberIds } of left)
    await rows
      .updateTable('household_permit')
      .set({ member_ids: memberIds })
      .where('permit_id', '=', permitId)
      .execute();
}

function unreachable(event: never): never {
  throw new Error(`an event that no version of the software knows: ${(event as HouseholdEvent).type}`);
}
