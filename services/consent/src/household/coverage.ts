/** Does an agreement cover it: this member, this recipient, this class, this purpose, at this time? */
import type { DataClass, PermitRefusal, Purpose } from '@stezhka/vocabulary';
import type { Agreement } from './evolve.js';

/** One cell of recipient × purpose × data class × time, for one member. */
export interface Cell {
  readonly memberId: string;
  readonly recipientActorId: string;
  readonly dataClass: DataClass;
  readonly purpose: Purpose;
  /** ISO 8601 in UTC. */
  readonly at: string;
}

/** What a recipient needs a class for when a referral is put to it. */
export function purposeOfOffer(dataClass: DataClass): Purpose {
  return dataClass === 'C2' ? 'eligibility_decision' : 'service_delivery';
}

/** The agreement that covers the cell for longest; undefined if none does. */
export function covering(agreements: readonly Agreement[], cell: Cell): Agreement | undefined {
  return agreements
    .filter((agreement) => names(agreement, cell) && running(agreement, cell.at) && agrees(agreement, cell))
    .reduce<Agreement | undefined>(
      (longest, next) => (longest && longest.validUntil >= next.validUntil ? longest : next),
      undefined,
    );
}

/** Why no agreement covers the cell: the reason that tells the sender most about what she can do. */
export function whyNotCovered(agreements: readonly Agreement[], cell: Cell): PermitRefusal {
  const naming = agreements.filter((agreement) => names(agreement, cell));
  if (naming.some((agreement) => agreement.withdrawnBy.includes(cell.memberId))) return 'withdrawn';
  const hers = naming.filter((agreement) => agrees(agreement, cell));
  if (hers.some((agreement) => agreement.validUntil <= cell.at)) return 'agreement_expired';
  const anyRecipient = agreements.some(
    (agreement) =>
      agrees(agreement, cell) &&
      running(agreement, cell.at) &&
      !agreement.recipientIds.includes(cell.recipientActorId),
  );
  return anyRecipient && hers.length === 0 ? 'recipient_not_named' : 'not_agreed';
}

const names = (agreement: Agreement, cell: Cell) =>
  agreement.recipientIds.includes(cell.recipientActorId) &&
  agreement.dataClasses.includes(cell.dataClass) &&
  agreement.purposes.includes(cell.purpose);

const agrees = (agreement: Agreement, cell: Cell) => agreement.principalIds.includes(cell.memberId);

const running = (agreement: Agreement, at: string) => agreement.validFrom <= at && at < agreement.validUntil;
