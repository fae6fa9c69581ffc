/**
 * Referrals asks whether an offer may share what it wants to share. Every named member must have agreed to every
 * class, for this recipient and the purpose an offer has; then the versions as they stand are frozen.
 */
import type { DecisionContext } from '@stezhka/event-store';
import type { PermitRefusal } from '@stezhka/vocabulary';
import type { DecidePermit } from './commands.js';
import { covering, purposeOfOffer, whyNotCovered } from './coverage.js';
import { distinct } from './decide.rules.js';
import type { HouseholdEvent } from './events.js';
import type { Agreement, Household, OpenedHousehold, Permit } from './evolve.js';

type Decision = readonly HouseholdEvent[];

/** Each offer is answered once, also for a household that does not exist: a draft must not wait for ever. */
export function decidePermit(
  household: Household,
  command: DecidePermit,
  { targetId: householdId, newId }: DecisionContext<unknown>,
): Decision {
  const { referralId, offerId, recipientActorId, serviceId } = command;
  if (household.answeredOfferIds.includes(offerId)) return [];
  const refuse = (reason: PermitRefusal): Decision => [
    { type: 'DisclosureRefused.v1', data: { householdId, referralId, offerId, reason } },
  ];
  // Another actor's household is answered like one that does not exist.
  if (household.phase === 'unopened' || household.actorId !== command.senderActorId)
    return refuse('household_unknown');
  if (household.pathway !== command.pathway) return refuse('pathway_mismatch');
  const memberIds = distinct(command.memberIds);
  if (memberIds.length === 0 || !memberIds.every((id) => household.memberIds.includes(id)))
    return refuse('member_unknown');
  const agreed = agreementsFor(household, command, memberIds);
  if (typeof agreed === 'string') return refuse(agreed);
  if (speaksOfOthers(household, command, memberIds)) return refuse('not_agreed');
  const snapshot = freeze(household, command, memberIds);
  if (snapshot.length === 0) return refuse('nothing_sealed');
  return [
    {
      type: 'DisclosurePermitted.v1',
      data: {
        ...{ householdId, permitId: newId('permit'), referralId, offerId, recipientActorId, serviceId },
        agreementIds: distinct(agreed.map(({ agreementId }) => agreementId)),
        memberIds,
        snapshot,
        validUntil: agreed.map(({ validUntil }) => validUntil).sort()[0]!,
      },
    },
  ];
}

/** Sent without the decision set that it names, nobody could decide on it: better to say why not. */
function speaksOfOthers(
  { householdId, records, ...household }: OpenedHousehold,
  { decisionRecordIds }: DecidePermit,
  memberIds: readonly string[],
): boolean {
  if (household.memberIds.every((id) => memberIds.includes(id))) return false;
  return records.some(
    ({ recordId, subjectId }) => subjectId === householdId && decisionRecordIds.includes(recordId),
  );
}

/** What the permit rests on, or why it cannot be given. */
function agreementsFor(
  household: OpenedHousehold,
  command: DecidePermit,
  memberIds: readonly string[],
): readonly Agreement[] | PermitRefusal {
  const { recipientActorId, occurredAt: at } = command;
  const cells = memberIds.flatMap((memberId) =>
    classesOf(command).map((dataClass) => ({
      ...{ memberId, recipientActorId, dataClass, at },
      purpose: purposeOfOffer(dataClass),
    })),
  );
  const covered = cells.map((cell) => covering(household.agreements, cell));
  const uncovered = cells.find((_, n) => covered[n] === undefined);
  if (uncovered) return whyNotCovered(household.agreements, uncovered);
  return covered.length === 0 ? 'not_agreed' : covered.filter((agreement) => agreement !== undefined);
}

/** A decision set is C2 whether or not the offer says so. Routing is no secret of hers. */
function classesOf({ dataClasses, decisionRecordIds }: DecidePermit) {
  const decision = decisionRecordIds.length > 0 ? (['C2'] as const) : [];
  return distinct([...dataClasses, ...decision]).filter((dataClass) => dataClass !== 'C0');
}

/** The newest versions of what concerns the named members, and the decision set written for this service. */
function freeze(
  household: OpenedHousehold,
  command: DecidePermit,
  memberIds: readonly string[],
): Permit['snapshot'][number][] {
  const { householdId, records } = household;
  const all = household.memberIds.every((id) => memberIds.includes(id));
  const chosen = records.filter(({ recordId, subjectId, dataClass, version }) => {
    // What is written about the household speaks of everybody in it.
    if (!(memberIds.includes(subjectId) || (all && subjectId === householdId))) return false;
    if (dataClass === 'C2') return command.decisionRecordIds.includes(recordId);
    if (!command.dataClasses.includes(dataClass)) return false;
    return !records.some(
      (other) => other.subjectId === subjectId && other.dataClass === dataClass && other.version > version,
    );
  });
  return chosen.map(({ digest: _, ...record }) => record);
}
