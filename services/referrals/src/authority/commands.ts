/** What may be asked about a code that the person gives an authority, and with it. The code itself is in no command. */
import type { Channel } from '@stezhka/vocabulary';

/** At the person's wish: one authority may ask how her referral stands. */
export interface GiveAuthorityCode {
  readonly type: 'GiveAuthorityCode';
  readonly referralId: string;
  readonly authorityActorId: string;
  /** How she said so. */
  readonly channel: Channel;
}

/** She takes it back, or it was lost. */
export interface RevokeAuthorityCode {
  readonly type: 'RevokeAuthorityCode';
  readonly channel: Channel;
}

export type CodeCommand = GiveAuthorityCode | RevokeAuthorityCode;

/** How does the referral stand to which this code belongs? */
export interface AskReferralStatus {
  readonly type: 'AskReferralStatus';
  readonly codeId: string;
}
