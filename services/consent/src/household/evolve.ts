/** Where a household's events leave it: members, sealed records, who still agrees to what, and which permits stand. */
import type { DataClass, Pathway, Purpose } from '@stezhka/vocabulary';
import type { HouseholdEvent } from './events.js';

export interface SealedRecord {
  readonly recordId: string;
  /** A member, the household itself, or the offer that words were written about. */
  readonly subjectId: string;
  readonly dataClass: DataClass;
  readonly version: number;
  readonly digest: string;
}

export interface Agreement {
  readonly agreementId: string;
  /** Who agreed and has not withdrawn. */
  readonly principalIds: readonly string[];
  readonly withdrawnBy: readonly string[];
  readonly recipientIds: readonly string[];
  readonly purposes: readonly Purpose[];
  readonly dataClasses: readonly DataClass[];
  readonly validFrom: string;
  readonly validUntil: string;
}

export interface Permit {
  readonly permitId: string;
  readonly referralId: string;
  readonly offerId: string;
  readonly recipientActorId: string;
  readonly agreementIds: readonly string[];
  /** Whom it covered when it was given. */
  readonly coveredIds: readonly string[];
  /** Whom it covers still; nobody once it has ended. */
  readonly memberIds: readonly string[];
  readonly snapshot: readonly Omit<SealedRecord, 'digest'>[];
  readonly validUntil: string;
}

/** Offers that were answered, so that each is answered once. */
interface Answered {
  readonly answeredOfferIds: readonly string[];
}

/** Nobody opened it: an offer may have named it nevertheless, and was refused. */
export interface Unopened extends Answered {
  readonly phase: 'unopened';
}

export interface OpenedHousehold extends Answered {
  readonly phase: 'open';
  readonly householdId: string;
  readonly actorId: string;
  readonly pathway: Pathway;
  readonly memberIds: readonly string[];
  readonly records: readonly SealedRecord[];
  readonly agreements: readonly Agreement[];
  readonly permits: readonly Permit[];
}

export type Household = Unopened | OpenedHousehold;

export const initialState: Household = { phase: 'unopened', answeredOfferIds: [] };

export function evolve(household: Household, event: HouseholdEvent): Household {
  if (event.type === 'DisclosureRefused.v1')
    return { ...household, answeredOfferIds: [...household.answeredOfferIds, event.data.offerId] };
  if (event.type === 'HouseholdOpened.v1') {
    const { householdId, actorId, pathway, memberIds } = event.data;
    const empty = { records: [], agreements: [], permits: [] };
    const { answeredOfferIds } = household;
    return { phase: 'open', householdId, actorId, pathway, memberIds, answeredOfferIds, ...empty };
  }
  // Every other event follows an opening.
  return household.phase === 'open' ? evolveOpened(household, event) : household;
}

type OfOpened = Exclude<HouseholdEvent, { type: 'HouseholdOpened.v1' | 'DisclosureRefused.v1' }>;

function evolveOpened(household: OpenedHousehold, event: OfOpened): OpenedHousehold {
  switch (event.type) {
    case 'MemberAdded.v1':
      return { ...household, memberIds: [...household.memberIds, event.data.memberId] };
    case 'RecordSealed.v1': {
      const { recordId, subjectId, dataClass, version, digest } = event.data;
      const record = { recordId, subjectId, dataClass, version, digest };
      return { ...household, records: [...household.records, record] };
    }
    case 'AgreementRecorded.v1': {
      const { agreementId, principalIds, recipientIds, purposes, dataClasses, validFrom, validUntil } =
        event.data;
      const agreement = {
        ...{ agreementId, principalIds, recipientIds, purposes, dataClasses, validFrom, validUntil },
        withdrawnBy: [],
      };
      return { ...household, agreements: [...household.agreements, agreement] };
    }
    case 'DisclosurePermitted.v1': {
      const {
        permitId,
        referralId,
        offerId,
        recipientActorId,
        agreementIds,
        memberIds,
        snapshot,
        validUntil,
      } = event.data;
      const permit = {
        ...{ permitId, referralId, offerId, recipientActorId, agreementIds, memberIds, snapshot, validUntil },
        coveredIds: memberIds,
      };
      return {
        ...household,
        permits: [...household.permits, permit],
        answeredOfferIds: [...household.answeredOfferIds, offerId],
      };
    }
    case 'PersonDisclosed.v1':
      return household;
    case 'ConsentWithdrawn.v1':
      return withdrawn(household, event.data);
    default:
      return unreachable(event);
  }
}

type Withdrawal = Extract<HouseholdEvent, { type: 'ConsentWithdrawn.v1' }>['data'];

function withdrawn(household: OpenedHousehold, withdrawal: Withdrawal): OpenedHousehold {
  const { principalIds, agreementIds, ended, narrowed } = withdrawal;
  const left = new Map<string, readonly string[]>([
    ...ended.map(({ permitId }) => [permitId, []] as const),
    ...narrowed.map(({ permitId, memberIds }) => [permitId, memberIds] as const),
  ]);
  return {
    ...household,
    agreements: household.agreements.map((agreement) =>
      agreementIds.includes(agreement.agreementId) ? withoutPrincipals(agreement, principalIds) : agreement,
    ),
    permits: household.permits.map((permit) => ({
      ...permit,
      memberIds: left.get(permit.permitId) ?? permit.memberIds,
    })),
  };
}

function withoutPrincipals(agreement: Agreement, principalIds: readonly string[]): Agreement {
  const leaving = agreement.principalIds.filter((id) => principalIds.includes(id));
  return {
    ...agreement,
    principalIds: agreement.principalIds.filter((id) => !principalIds.includes(id)),
    withdrawnBy: [...agreement.withdrawnBy, ...leaving],
  };
}

function unreachable(event: never): never {
  throw new Error(`an event that no version of the software knows: ${(event as HouseholdEvent).type}`);
}
