/** What an authority is told of a referral to which it was given a code: one of four words, and a month. */
import { type CodeOf, codeList } from './code-list.js';
import type { ReferralState } from './referral-states.js';
import { Refusal } from './refusals.js';

/** Declined, withdrawn, silent, failed and served are one word: which of them it was is not for an authority. */
export const authorityStatuses = codeList({
  in_process: { uk: 'Розглядається', en: 'In process', ro: 'În curs de examinare' },
  accepted: { uk: 'Прийнято', en: 'Accepted', ro: 'Acceptată' },
  closed: { uk: 'Закрито', en: 'Closed', ro: 'Închisă' },
  not_available: { uk: 'Немає відомостей', en: 'Not available', ro: 'Indisponibil' },
});
export type AuthorityStatus = CodeOf<typeof authorityStatuses>;

const statusOf: Readonly<Record<ReferralState, AuthorityStatus>> = {
  draft: 'not_available',
  sent: 'in_process',
  acknowledged: 'in_process',
  info_requested: 'in_process',
  waitlisted: 'in_process',
  on_hold: 'in_process',
  accepted: 'accepted',
  scheduled: 'accepted',
  in_progress: 'accepted',
  completed: 'closed',
  failed: 'closed',
  declined: 'closed',
  withdrawn: 'closed',
  closed_person: 'closed',
  expired: 'closed',
  entered_in_error: 'not_available',
};

/** The word for a state. Coarser than the state on purpose. */
export function authorityStatusOf(state: ReferralState): AuthorityStatus {
  return statusOf[state];
}

export interface AuthorityPolicy {
  /** Rises by one with each policy; never reused. */
  readonly version: number;
  /** Where the numbers come from. */
  readonly source: string;
  /** First day of validity, ISO 8601 date in UTC. */
  readonly effectiveFrom: string;
  /** How many days a code is good for. */
  readonly codeDays: number;
  /** How often one official may ask within how many minutes, whatever she is answered. */
  readonly asks: { readonly most: number; readonly withinMinutes: number };
}

/** All policies that ever held, oldest first. */
export const authorityPolicies: readonly [AuthorityPolicy, ...AuthorityPolicy[]] = [
  {
    version: 1,
    source: 'proposal',
    effectiveFrom: '2022-01-01',
    codeDays: 30,
    asks: { most: 30, withinMinutes: 60 },
  },
];

/**
 * The policy in force at a moment. Before the first policy the first one holds.
 * @throws Refusal INVALID_INPUT if it is no date.
 */
export function authorityPolicyAt(date: Date): AuthorityPolicy {
  const at = date.getTime();
  if (Number.isNaN(at)) throw new Refusal('INVALID_INPUT');
  return (
    authorityPolicies.findLast((policy) => Date.parse(policy.effectiveFrom) <= at) ?? authorityPolicies[0]
  );
}
