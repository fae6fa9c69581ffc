/** What the sender sees of the codes of its referrals: which authority may ask until when, and when it did. */
import type { RecordedEvent } from '@stezhka/event-store';
import type { Projection } from '@stezhka/read-model';
import type { Transaction } from 'kysely';
import type { ReferralsTables } from '../rows.js';
import type { AskingEvent, CodeEvent } from './events.js';

export const authorityProjection: Projection<ReferralsTables> = {
  name: 'authority',
  prefixes: ['authoritycode-', 'statusasking-'],
  tables: ['authority_code', 'authority_asking'],
  failClosed: true,
  async project(tx, recorded) {
    const rows = tx as unknown as Transaction<ReferralsTables>;
    const event = recorded as unknown as (CodeEvent | AskingEvent) & RecordedEvent;
    switch (event.type) {
      case 'AuthorityCodeGiven.v1': {
        const { codeId, referralId, senderActorId, pathway, authorityActorId, ...given } = event.data;
        const row = {
          ...{ code_id: codeId, referral_id: referralId, party_actor_id: senderActorId, pathway },
          ...{ authority_actor_id: authorityActorId, given_at: new Date(given.occurredAt) },
          ...{ expires_at: new Date(given.expiresAt), revoked_at: null },
        };
        await rows.insertInto('authority_code').values(row).execute();
        return;
      }
      case 'AuthorityCodeRevoked.v1': {
        const { codeId, occurredAt } = event.data;
        const revoked = { revoked_at: new Date(occurredAt) };
        await rows.updateTable('authority_code').set(revoked).where('code_id', '=', codeId).execute();
        return;
      }
      case 'ReferralStatusAsked.v1':
        return asked(rows, event.data);
      default:
        return unreachable(event);
    }
  },
};

/** Who asked in vain is in no row: there is nobody whose referral it was. */
async function asked(rows: Transaction<ReferralsTables>, asking: AskingEvent['data']): Promise<void> {
  if (asking.codeId === undefined) return;
  const code = await rows
    .selectFrom('authority_code')
    .select(['code_id', 'referral_id', 'party_actor_id', 'pathway'])
    .where('code_id', '=', asking.codeId)
    .executeTakeFirstOrThrow();
  const { askingId: asking_id, answer, occurredAt } = asking;
  const row = { ...code, asking_id, answer, asked_at: new Date(occurredAt) };
  await rows.insertInto('authority_asking').values(row).execute();
}

function unreachable(event: never): never {
  throw new Error(`an event that no version of the software knows: ${(event as CodeEvent).type}`);
}
