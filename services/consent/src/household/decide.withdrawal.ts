/**
 * She takes it back. Effective with this event: from here on nothing is opened under the permits it ends. A permit
 * that others still stand behind goes on without her.
 */
import type { DecisionContext } from '@stezhka/event-store';
import type { WithdrawAgreement } from './commands.js';
import { distinct, mustBeKnown, occurredAtOf } from './decide.rules.js';
import type { HouseholdEvent } from './events.js';
import type { OpenedHousehold } from './evolve.js';

export function withdrawAgreement(
  household: OpenedHousehold,
  command: WithdrawAgreement,
  { now }: DecisionContext<unknown>,
): readonly HouseholdEvent[] {
  const { householdId, agreements } = household;
  const known = agreements.map(({ agreementId }) => agreementId);
  const named = {
    agreements: command.agreementIds ?? known,
    members: command.memberIds ?? household.memberIds,
  };
  mustBeKnown(named.agreements, known);
  mustBeKnown(named.members, household.memberIds);
  const occurredAt = occurredAtOf(command, now);

  const withdrawn = agreements.filter(
    ({ agreementId, principalIds }) =>
      named.agreements.includes(agreementId) && principalIds.some((id) => named.members.includes(id)),
  );
  if (withdrawn.length === 0) return [];
  const principalIds = distinct(withdrawn.flatMap((agreement) => agreement.principalIds)).filter((id) =>
    named.members.includes(id),
  );

  const touched = household.permits
    .map((permit) => ({ permit, left: permit.memberIds.filter((id) => !leaves(id, permit.agreementIds)) }))
    .filter(({ permit, left }) => left.length < permit.memberIds.length);
  function leaves(memberId: string, restsOn: readonly string[]): boolean {
    if (!principalIds.includes(memberId)) return false;
    return withdrawn.some(
      (agreement) => restsOn.includes(agreement.agreementId) && agreement.principalIds.includes(memberId),
    );
  }

  return [
    {
      type: 'ConsentWithdrawn.v1',
      data: {
        householdId,
        principalIds,
        agreementIds: withdrawn.map(({ agreementId }) => agreementId),
        ended: touched
          .filter(({ left }) => left.length === 0)
          .map(({ permit: { permitId, referralId, offerId, recipientActorId } }) => ({
            ...{ permitId, referralId, offerId, recipientActorId },
          })),
        narrowed: touched
          .filter(({ left }) => left.length > 0)
          .map(({ permit: { permitId, referralId, offerId }, left: memberIds }) => ({
            ...{ permitId, referralId, offerId, memberIds },
          })),
        occurredAt,
        channel: command.channel,
      },
    },
  ];
}
