/**
 * What an official is answered. That she asked is recorded first, with the answer, in a stream of her own; and a code
 * that is wrong, expired, revoked, another authority's or of a referral she may not know of is answered by one and the
 * same event.
 */
import type { Viewer, Wall } from '@stezhka/auth';
import type { Decider } from '@stezhka/event-store';
import { authorityPolicyAt, Refusal } from '@stezhka/vocabulary';
import type { AuthoritySubjects } from './authorize.js';
import type { AskReferralStatus } from './commands.js';
import type { AskingEvent } from './events.js';
import { type Asked, type Code, evolveAsked } from './evolve.js';
import type { Standing } from './evolve.standing.js';

/** Who asks, and what her code belongs to, as its own streams have it. */
export interface AskingFacts {
  readonly by: Viewer;
  readonly code: Code;
  readonly standing?: Standing | undefined;
  /** The agreement was taken back, and the referral has not heard of it yet. */
  readonly permitEnded: boolean;
}

type Told = Pick<
  Extract<AskingEvent, { type: 'ReferralStatusAsked.v1' }>['data'],
  'answer' | 'month' | 'codeId' | 'referralId'
>;
const nothing: Told = { answer: 'not_available' };
const MINUTE_MS = 60_000;

export function createAskingDecider(
  wall: Wall<AuthoritySubjects>,
): Decider<Asked, AskReferralStatus, AskingEvent, AskingFacts> {
  const authorize: Wall<AuthoritySubjects>['authorize'] = wall.authorize;

  function toldOf({ by, code, standing, permitEnded }: AskingFacts, now: Date): Told {
    if (code.phase !== 'given' || !standing) return nothing;
    const { given } = code;
    if (!wall.allows('authority.learn', by, given)) return nothing;
    if (Date.parse(given.expiresAt) <= now.getTime() || !standing.agreed || permitEnded) return nothing;
    if (standing.status === 'not_available') return nothing;
    const since = new Date(standing.since);
    const month = { year: since.getUTCFullYear(), month: since.getUTCMonth() + 1 };
    return { answer: standing.status, month, codeId: given.codeId, referralId: given.referralId };
  }

  return {
    initialState: [],
    evolve: evolveAsked,
    decide(asked, _command, { facts, now, newId }) {
      authorize('authority.ask', facts.by, {});
      const { most, withinMinutes } = authorityPolicyAt(now).asks;
      const since = now.getTime() - withinMinutes * MINUTE_MS;
      // Counted alike, whatever was answered: nobody tries codes one after the other.
      if (asked.filter((at) => Date.parse(at) > since).length >= most) throw new Refusal('UNAVAILABLE');
      const data = {
        askingId: newId('asking'),
        authorityActorId: facts.by.actorId,
        ...toldOf(facts, now),
        occurredAt: now.toISOString(),
      };
      return [{ type: 'ReferralStatusAsked.v1', data }];
    },
  };
}
