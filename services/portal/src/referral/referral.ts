import type { ReferralQuery } from '../graph/generated/graphql.js';

/** A referral as its page knows it. */
export type Referral = NonNullable<ReferralQuery['referral']>;
