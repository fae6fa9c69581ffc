import type { ExpireReferral, NoticeSilence } from '../referral/commands.js';

/** Gives a referral what the clock says, once for each key, at a moment that the caller names. */
export type GiveStrike = (
  referralId: string,
  command: NoticeSilence | ExpireReferral,
  given: { readonly key: string; readonly now: Date },
) => Promise<void>;
