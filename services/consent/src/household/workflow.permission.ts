/** Referrals asks in its own stream whether an offer may be sent; the answer is an event of the household's stream. */
import type { Workflow } from '@stezhka/event-store';
import type { ReferralOfferRequestedV1 } from '@stezhka/schema';
import type { DecidePermit } from './commands.js';
import type { HouseholdHandler } from './handle.js';

export function createPermissionWorkflow(handler: HouseholdHandler): Workflow {
  return {
    name: 'consent.permission',
    prefixes: ['referral-'],
    // One draft that waits is no reason for all others to wait.
    onPoison: 'park',
    async react(event) {
      if (event.type !== 'ReferralOfferRequested.v1') return;
      const asked = event.data as ReferralOfferRequestedV1;
      const command: DecidePermit = {
        type: 'DecidePermit',
        referralId: asked.referralId,
        offerId: asked.offerId,
        senderActorId: asked.senderActorId,
        recipientActorId: asked.recipientActorId,
        serviceId: asked.serviceId,
        memberIds: asked.memberIds,
        dataClasses: asked.dataClasses,
        decisionRecordIds: asked.decisionRecordIds,
        pathway: asked.pathway,
        occurredAt: asked.occurredAt,
      };
      await handler.handle({
        target: asked.householdId,
        name: command.type,
        command,
        facts: {},
        key: event.id,
        user: 'system:permission',
        now: event.recordedAt,
        causationId: event.id,
      });
    },
  };
}
