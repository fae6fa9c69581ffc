/** From rows to what is spoken over the graph. Times decide what is expired: the request's, not the row's. */
import type { AgreementRow, DisclosureRow, HouseholdRow, PermitRow, RecordRow } from '../rows.js';
import type { HouseholdEvent } from './events.js';
import {
  AgreementType,
  DisclosureEntryType,
  HouseholdType,
  PermitType,
  SealedRecordType,
} from './resolver.types.js';

type Terms = Extract<HouseholdEvent, { type: 'AgreementRecorded.v1' }>['data'];

export function toHousehold(row: HouseholdRow): HouseholdType {
  return Object.assign(new HouseholdType(), {
    id: row.household_id,
    pathway: row.pathway,
    memberIds: row.member_ids,
    openedAt: new Date(row.opened_at),
    revision: row.revision.toString(),
  });
}

export function toSealedRecord(row: RecordRow): SealedRecordType {
  return Object.assign(new SealedRecordType(), {
    id: row.record_id,
    subjectId: row.subject_id,
    dataClass: row.data_class,
    version: row.version,
    sealedAt: new Date(row.sealed_at),
  });
}

export function toAgreement(row: AgreementRow, now: Date): AgreementType {
  const { agreementId: id, ...terms } = JSON.parse(row.terms) as Terms;
  const withdrawn = terms.principalIds.every((principal) => row.withdrawn_by.includes(principal));
  const expired = terms.validUntil <= now.toISOString();
  return Object.assign(new AgreementType(), {
    ...terms,
    id,
    validFrom: new Date(terms.validFrom),
    validUntil: new Date(terms.validUntil),
    occurredAt: new Date(terms.occurredAt),
    withdrawnBy: row.withdrawn_by,
    state: withdrawn ? 'withdrawn' : expired ? 'expired' : 'active',
  });
}

export function toPermit(row: PermitRow, now: Date): PermitType {
  const ended = row.member_ids.length === 0;
  const expired = row.valid_until <= now.toISOString();
  return Object.assign(new PermitType(), {
    id: row.permit_id,
    referralId: row.referral_id,
    recipientActorId: row.recipient_actor_id,
    serviceId: row.service_id,
    memberIds: row.member_ids,
    dataClasses: row.data_classes,
    validUntil: new Date(row.valid_until),
    state: ended ? 'ended' : expired ? 'expired' : 'open',
  });
}

export function toDisclosureEntry(row: DisclosureRow): DisclosureEntryType {
  return Object.assign(new DisclosureEntryType(), {
    id: row.event_id,
    permitId: row.permit_id,
    toActorId: row.to_actor_id,
    toStaffId: row.to_actor_id === row.actor_id ? row.to_staff_id : null,
    dataClasses: row.data_classes,
    purpose: row.purpose,
    occurredAt: new Date(row.occurred_at),
  });
}
