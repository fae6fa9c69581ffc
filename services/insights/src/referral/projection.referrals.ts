/**
 * Referrals of the general pathway, from their sending on. What is drafted on an isolated pathway is passed over here
 * and nowhere else: without its route nothing that happens to it later finds a place.
 */
import type { RecordedEvent } from '@stezhka/event-store';
import type { Projection } from '@stezhka/read-model';
import { isOnTheMap } from '../on-the-map.js';
import type { InsightsTables, Rows, Step } from '../rows.js';
import type { HeardReferralEvent } from './events.js';

type Recorded = HeardReferralEvent & Pick<RecordedEvent, 'position' | 'recordedAt'>;
type DataOf<Type extends HeardReferralEvent['type']> = Extract<HeardReferralEvent, { type: Type }>['data'];

export const referralsProjection: Projection<InsightsTables> = {
  name: 'referrals',
  prefixes: ['referral-'],
  tables: ['referral_route', 'sent_referral', 'referral_step', 'silence_told'],
  project: (tx, event) => project(tx as unknown as Rows, event as unknown as Recorded),
};

async function project(rows: Rows, event: Recorded): Promise<void> {
  switch (event.type) {
    case 'ReferralDrafted.v1': {
      const { referralId: referral_id, reference, service, oblast, pathway } = event.data;
      if (!isOnTheMap(service, [pathway])) return;
      await rows.insertInto('referral_route').values({ referral_id, reference, service, oblast }).execute();
      return;
    }
    case 'ReferralSent.v1':
      return sent(rows, event.data, event.recordedAt);
    case 'ReferralAcknowledged.v1':
      return stepped(rows, event, 'acknowledged');
    case 'ReferralAccepted.v1':
      return stepped(rows, event, 'accepted');
    case 'ReferralDeclined.v1':
      return stepped(rows, event, 'closed');
    case 'ReferralCompleted.v1': {
      const { outcome } = event.data;
      const given = outcome === 'service_provided' || outcome === 'partially_provided';
      return stepped(rows, event, given ? 'served' : 'closed');
    }
    case 'ReferralWithdrawn.v1':
    case 'ReferralSharingEnded.v1':
      return stepped(rows, event, 'taken_back');
    case 'ReferralExpired.v1':
      return stepped(rows, event, 'expired');
    case 'ReferralSilenceNoticed.v1':
      return silenceTold(rows, event.data);
    default:
      // What is asked of consent, and who confirmed what, is counted nowhere.
      return;
  }
}

async function sent(rows: Rows, data: DataOf<'ReferralSent.v1'>, recorded_at: Date): Promise<void> {
  const { referralId, recipientActorId: receiver_actor_id, occurredAt, acknowledgeBy, decideBy } = data;
  const route = await rows
    .deleteFrom('referral_route')
    .where('referral_id', '=', referralId)
    .returningAll()
    .executeTakeFirst();
  if (!route) return;
  const clocks = { acknowledge_by: new Date(acknowledgeBy), decide_by: new Date(decideBy) };
  await rows
    .insertInto('sent_referral')
    .values({ ...route, receiver_actor_id, sent_at: new Date(occurredAt), recorded_at, ...clocks })
    .execute();
}

type Stepping = Exclude<
  Recorded,
  { type: 'ReferralDrafted.v1' | 'ReferralSent.v1' | 'ReferralSilenceNoticed.v1' }
>;

async function stepped(rows: Rows, event: Stepping, step: Step): Promise<void> {
  const { position, recordedAt: recorded_at } = event;
  const { referralId: referral_id, occurredAt } = event.data;
  // A draft that was given up was never sent to anybody.
  if (!(await isKnown(rows, referral_id))) return;
  await rows
    .insertInto('referral_step')
    .values({ referral_id, position, step, occurred_at: new Date(occurredAt), recorded_at })
    .execute();
}

async function silenceTold(rows: Rows, data: DataOf<'ReferralSilenceNoticed.v1'>): Promise<void> {
  const { referralId: referral_id, clock, rung } = data;
  if (!(await isKnown(rows, referral_id))) return;
  await rows.insertInto('silence_told').values({ referral_id, clock, rung }).execute();
}

async function isKnown(rows: Rows, referralId: string): Promise<boolean> {
  const known = await rows
    .selectFrom('sent_referral')
    .select('referral_id')
    .where('referral_id', '=', referralId)
    .executeTakeFirst();
  return known !== undefined;
}
