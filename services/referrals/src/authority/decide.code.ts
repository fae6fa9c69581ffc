/** Giving a code and taking it back. The person decides; a caseworker of the sender writes it down. */
import type { Viewer, Wall } from '@stezhka/auth';
import type { Decider, DecisionContext } from '@stezhka/event-store';
import { authorityPolicyAt, Refusal } from '@stezhka/vocabulary';
import { mutationOf, partiesOf, possibleActs } from '../referral/decide.rules.js';
import { initialState, type Referral } from '../referral/evolve.js';
import type { AuthoritySubjects } from './authorize.js';
import type { CodeCommand, GiveAuthorityCode, RevokeAuthorityCode } from './commands.js';
import { canBeTold } from './decide.rules.js';
import type { CodeEvent } from './events.js';
import { type Code, evolveCode, noCode } from './evolve.js';

/** Who asks, and what the code is to be for, as its own streams have it. */
export interface CodeFacts {
  readonly by: Viewer;
  readonly referral?: Referral;
  /** Whether the authority is an actor of the network. */
  readonly authorityKnown?: boolean;
}

const DAY_MS = 86_400_000;
const nobodys = { senderActorId: '', pathway: 'general' } as const;

export function createCodeDecider(
  wall: Wall<AuthoritySubjects>,
): Decider<Code, CodeCommand, CodeEvent, CodeFacts> {
  const authorize: Wall<AuthoritySubjects>['authorize'] = wall.authorize;

  function give(
    code: Code,
    command: GiveAuthorityCode,
    { facts, now, targetId }: DecisionContext<CodeFacts>,
  ): readonly CodeEvent[] {
    const { by, referral = initialState, authorityKnown } = facts;
    const parties = partiesOf(referral);
    authorize('authority.give', by, parties);
    if (code.phase !== 'none') throw new Refusal('CONFLICT');
    if (!canBeTold(referral))
      throw new Refusal('ILLEGAL_TRANSITION', possibleActs(referral, 'sender').map(mutationOf));
    if (!authorityKnown) throw new Refusal('NOT_FOUND');
    const { version, codeDays } = authorityPolicyAt(now);
    const { referralId, authorityActorId, channel } = command;
    return [
      {
        type: 'AuthorityCodeGiven.v1',
        data: {
          codeId: targetId,
          referralId,
          senderActorId: parties.senderActorId,
          pathway: parties.pathway,
          authorityActorId,
          expiresAt: new Date(now.getTime() + codeDays * DAY_MS).toISOString(),
          authorityPolicy: version,
          occurredAt: now.toISOString(),
          channel,
        },
      },
    ];
  }

  function revoke(
    code: Code,
    { channel }: RevokeAuthorityCode,
    { facts, now, targetId }: DecisionContext<CodeFacts>,
  ): readonly CodeEvent[] {
    authorize('authority.revoke', facts.by, code.phase === 'none' ? nobodys : code.given);
    if (code.phase === 'none') throw new Refusal('NOT_FOUND');
    if (code.phase === 'revoked') return [];
    const { referralId } = code.given;
    const occurredAt = now.toISOString();
    return [{ type: 'AuthorityCodeRevoked.v1', data: { codeId: targetId, referralId, occurredAt, channel } }];
  }

  return {
    initialState: noCode,
    evolve: evolveCode,
    decide(code, command, context) {
      switch (command.type) {
        case 'GiveAuthorityCode':
          return give(code, command, context);
        case 'RevokeAuthorityCode':
          return revoke(code, command, context);
        default:
          return unreachable(command);
      }
    },
  };
}

function unreachable(command: never): never {
  throw new Error(`a command that nobody decides: ${(command as CodeCommand).type}`);
}
