/** Each wall alone: what is taken out, and what the one that is left does not speak of. */
import type { Look } from './matrix.js';

/**
 * No rule is asked. What is not read from rows is passed over: hints of what one could do, what could be opened, which
 * the household's stream says, and whether she may look for candidates at all, who are as published as services; nor that
 * she may ask for a month or for what is silent, where she would be shown an empty one, or of which month it is.
 */
export const rowsAlone = {
  openings: { registry: 'all', consent: 'all', referrals: 'all', insights: 'all' },
  passOver: (coordinate: string) =>
    /^(Referral\.viewerCan|AuthorityCode\.viewerCanRevoke|consent Referral|Query\.(candidates|referralMonth|silentReferrals)|Coverage\.referralsOf)$/.test(
      coordinate,
    ),
} as const satisfies Look;

/** No row security, and the household's stream is not asked. */
export const rulesAlone = {
  openings: { rowSecurity: 'off', permitWall: 'open' },
  shortPages: true,
} as const satisfies Look;
