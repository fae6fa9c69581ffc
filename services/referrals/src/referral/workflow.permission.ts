/**
 * The handshake with consent, this side of it. Consent's answer to an offer becomes "sent" or "refused"; a
 * withdrawn agreement ends every offer that rested on it, sent or not. Consent orders permission and withdrawal in
 * one stream, and they are heard in that order here.
 */
import type { RecordedEvent, Workflow } from '@stezhka/event-store';
import type { PublishedEvent } from '@stezhka/schema';
import type { ReferralCommand } from './commands.js';

/** Gives a command to a referral in the name of this workflow, once for each key. */
export type GiveCommand = (
  referralId: string,
  command: ReferralCommand,
  cause: { readonly key: string; readonly causationId: string },
) => Promise<void>;

export function createPermissionWorkflow(give: GiveCommand): Workflow {
  return {
    name: 'permission',
    prefixes: ['household-'],
    // A withdrawal that could not be heard must not be passed over.
    onPoison: 'stall',
    async react(event) {
      for (const { referralId, command, key } of whatFollows(event))
        await give(referralId, command, { key, causationId: event.id });
    },
  };
}

interface Following {
  readonly referralId: string;
  readonly command: ReferralCommand;
  readonly key: string;
}

/** Event in, commands out. */
export function whatFollows(recorded: RecordedEvent): Following[] {
  const event = recorded as unknown as PublishedEvent;
  switch (event.type) {
    case 'DisclosurePermitted.v1': {
      const { referralId, offerId, permitId } = event.data;
      return [{ referralId, command: { type: 'SettleOffer', offerId, permitId }, key: recorded.id }];
    }
    case 'DisclosureRefused.v1': {
      const { referralId, offerId, reason } = event.data;
      return [{ referralId, command: { type: 'SettleOffer', offerId, refused: reason }, key: recorded.id }];
    }
    case 'ConsentWithdrawn.v1': {
      const { occurredAt, ended } = event.data;
      return ended.map(({ referralId, offerId, permitId }) => ({
        referralId,
        command: { type: 'EndSharing', offerId, permitId, occurredAt },
        key: `${recorded.id}:${offerId}`,
      }));
    }
    default:
      return [];
  }
}
