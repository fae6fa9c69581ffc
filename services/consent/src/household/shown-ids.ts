/**
 * What the other side of an offer is told instead of ids. The household's own ids are the same for ever and for
 * everybody, so two recipients could lay their lists side by side and see that they know the same person; and its
 * stream moves with everything that happens to it, so a recipient could watch. Names hold within one permit; a receipt
 * speaks of the referral and of the command's own event.
 */
import { idWithin, type Receipt } from '@stezhka/event-store';
import type { Permit } from './evolve.js';
import type { OpenedRecord } from './handle.opening.js';

/** The same name for the same id as long as the scope is the same: a permit, or the offer that words are about. */
export function shownWithin(secret: string, scopeId: string): (id: string) => string {
  return (id) => idWithin(secret, scopeId, `shown ${id}`);
}

/** A record of a permit: what is about everybody is about the referral, and versions count from what was shared. */
export function shownRecord(
  secret: string,
  { permitId, referralId, snapshot }: Permit,
  householdId: string,
  record: OpenedRecord,
): OpenedRecord {
  const shown = shownWithin(secret, permitId);
  const { recordId, subjectId, dataClass, version } = record;
  const shared = snapshot.filter((one) => one.subjectId === subjectId && one.dataClass === dataClass);
  return {
    ...record,
    recordId: shown(recordId),
    subjectId: subjectId === householdId ? referralId : shown(subjectId),
    version: shared.filter((one) => one.version <= version).length,
  };
}

/** Of a command about a referral. Where nothing was appended there is nothing to wait for. */
export function shownReceipt(referralId: string, receipt: Receipt): Receipt {
  const position = receipt.ownEvent ? receipt.position : 0n;
  return { ...receipt, id: referralId, revision: 0n, position };
}
