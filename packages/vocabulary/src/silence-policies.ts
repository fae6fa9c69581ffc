/**
 * What follows on silence is data with a version and a source, like the deadlines themselves: who is told after which
 * part of a clock, and when a referral that nobody answered ends. It is judged by the policy of the day it was sent.
 */
import { type CodeOf, codeList } from './code-list.js';
import { Refusal } from './refusals.js';
import type { Role } from './roles.js';
import type { Pathway } from './routing.js';

/** The clocks that run from the sending until the recipient speaks. */
export const silenceClocks = codeList({
  acknowledge: { uk: 'Строк підтвердження', en: 'Time to acknowledge', ro: 'Termen de confirmare' },
  decide: { uk: 'Строк рішення', en: 'Time to decide', ro: 'Termen de decizie' },
});
export type SilenceClock = CodeOf<typeof silenceClocks>;

/** Whom silence is told to, one after the other. */
export const silenceRungs = codeList({
  reminder: {
    uk: 'нагадування фахівцям із прийому',
    en: 'reminder to intake',
    ro: 'reamintire pentru responsabilul cu preluarea cazurilor',
  },
  duty_officer: {
    uk: 'нагадування черговому',
    en: 'reminder to the duty officer',
    ro: 'reamintire pentru ofițerul de serviciu',
  },
  sender_supervisor: {
    uk: 'запит до супервізора відправника',
    en: 'the sender’s supervisor is asked',
    ro: 'este întrebat supervizorul expeditorului',
  },
  sender_supervisor_again: {
    uk: 'повторний запит до супервізора відправника',
    en: 'the sender’s supervisor is asked again',
    ro: 'este întrebat din nou supervizorul expeditorului',
  },
  coordinator: {
    uk: 'передано до відома координатора',
    en: 'brought to the coordinator’s notice',
    ro: 'adus la cunoștința coordonatorului',
  },
});
export type SilenceRung = CodeOf<typeof silenceRungs>;

/** Who is told: a role at one of the two sides, or in the network at large. */
export interface SilenceTold {
  readonly at: 'recipient' | 'sender' | 'network';
  readonly role: Role;
}

const told: Readonly<Record<SilenceRung, SilenceTold>> = {
  reminder: { at: 'recipient', role: 'intake_officer' },
  duty_officer: { at: 'recipient', role: 'duty_officer' },
  sender_supervisor: { at: 'sender', role: 'supervisor' },
  sender_supervisor_again: { at: 'sender', role: 'supervisor' },
  coordinator: { at: 'network', role: 'cluster_coordinator' },
};

/** Who is told on a rung. */
export function toldOnRung(rung: SilenceRung): SilenceTold {
  return told[rung];
}

/** Who is asked to go on with the next agreed actor when nobody answered: on an isolated pathway, her supervisor. */
export function toldOnExpiry(pathway: Pathway): SilenceTold {
  return { at: 'sender', role: pathway === 'general' ? 'caseworker' : 'supervisor' };
}

/** A rung, and the part of the clock after which it comes due, in per cent. */
export interface LadderRung {
  readonly rung: SilenceRung;
  readonly afterPercent: number;
}

export interface SilencePolicy {
  /** Rises by one with each policy; never reused. */
  readonly version: number;
  /** Where the numbers come from. */
  readonly source: string;
  /** First day of validity, ISO 8601 date in UTC. */
  readonly effectiveFrom: string;
  /** Whom it goes to last, after the first three: general pathway, and the isolated ones. */
  readonly last: { readonly general: SilenceRung; readonly isolated: SilenceRung };
  /** The parts of each clock after which the four rungs come due, in per cent, rising. */
  readonly afterPercent: Readonly<Record<SilenceClock, readonly [number, number, number, number]>>;
  /** After which part of the decision clock an unanswered referral expires, in per cent. */
  readonly expiresAfterPercent: number;
}

/** All policies that ever held, oldest first. */
export const silencePolicies: readonly [SilencePolicy, ...SilencePolicy[]] = [
  {
    version: 1,
    source: 'proposal',
    effectiveFrom: '2022-01-01',
    last: { general: 'coordinator', isolated: 'sender_supervisor_again' },
    afterPercent: { acknowledge: [100, 150, 200, 300], decide: [50, 75, 90, 95] },
    expiresAfterPercent: 100,
  },
];

/**
 * The policy in force at a moment (ISO 8601 text or a Date). Before the first policy the first one holds.
 * @throws Refusal INVALID_INPUT if it is no date.
 */
export function silencePolicyAt(date: Date | string): SilencePolicy {
  const at = new Date(date).getTime();
  if (Number.isNaN(at)) throw new Refusal('INVALID_INPUT');
  return silencePolicies.findLast((policy) => Date.parse(policy.effectiveFrom) <= at) ?? silencePolicies[0];
}

/** The rungs of one clock in their order. On an isolated pathway no coordinator is among them. */
export function ladderOf(
  policy: SilencePolicy,
  clock: SilenceClock,
  pathway: Pathway,
): readonly LadderRung[] {
  const last = pathway === 'general' ? policy.last.general : policy.last.isolated;
  const [first, second, third, fourth] = policy.afterPercent[clock];
  return [
    { rung: 'reminder', afterPercent: first },
    { rung: 'duty_officer', afterPercent: second },
    { rung: 'sender_supervisor', afterPercent: third },
    { rung: last, afterPercent: fourth },
  ];
}
