/** What insights hears of referrals: the published events in which a referral of the general pathway goes its way. */
import type {
  ReferralAcceptedV1,
  ReferralAcknowledgedV1,
  ReferralCompletedV1,
  ReferralDeclinedV1,
  ReferralDraftedV1,
  ReferralExpiredV1,
  ReferralSentV1,
  ReferralSharingEndedV1,
  ReferralSilenceNoticedV1,
  ReferralWithdrawnV1,
} from '@stezhka/schema';

export type HeardReferralEvent =
  | { readonly type: 'ReferralDrafted.v1'; readonly data: ReferralDraftedV1 }
  | { readonly type: 'ReferralSent.v1'; readonly data: ReferralSentV1 }
  | { readonly type: 'ReferralAcknowledged.v1'; readonly data: ReferralAcknowledgedV1 }
  | { readonly type: 'ReferralAccepted.v1'; readonly data: ReferralAcceptedV1 }
  | { readonly type: 'ReferralDeclined.v1'; readonly data: ReferralDeclinedV1 }
  | { readonly type: 'ReferralCompleted.v1'; readonly data: ReferralCompletedV1 }
  | { readonly type: 'ReferralSilenceNoticed.v1'; readonly data: ReferralSilenceNoticedV1 }
  | { readonly type: 'ReferralExpired.v1'; readonly data: ReferralExpiredV1 }
  | { readonly type: 'ReferralWithdrawn.v1'; readonly data: ReferralWithdrawnV1 }
  | { readonly type: 'ReferralSharingEnded.v1'; readonly data: ReferralSharingEndedV1 };
