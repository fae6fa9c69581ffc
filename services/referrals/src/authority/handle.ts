/**
 * How a code is given and how one asks with it. Everything is read from streams, on the leader: neither a code that was
 * taken back nor an agreement that was can be answered from a row that lags.
 */
import type { Viewer, Wall } from '@stezhka/auth';
import {
  type CommandHandler,
  createCommandHandler,
  type EventStore,
  type Receipt,
} from '@stezhka/event-store';
import type { PublishedEvent } from '@stezhka/schema';
import { type AuthorityStatus, type Channel, canonicalAuthorityCode, Refusal } from '@stezhka/vocabulary';
import type { ReferralEvent } from '../referral/events.js';
import type { Referral } from '../referral/evolve.js';
import type { AuthoritySubjects } from './authorize.js';
import type { AskReferralStatus, CodeCommand, GiveAuthorityCode } from './commands.js';
import { type AskingFacts, createAskingDecider } from './decide.asking.js';
import { type CodeFacts, createCodeDecider } from './decide.code.js';
import type { AskingEvent, CodeEvent } from './events.js';
import { type Asked, type Code, noCode } from './evolve.js';
import { type Standing, standingOf } from './evolve.standing.js';
import { codeIdOf, secretCodeOf } from './secret-code.js';

interface Given {
  readonly key: string;
  readonly now: Date;
}

/** A code, readable this once and whenever the same command is sent again. */
export type GivenCode = Receipt & { readonly code: string; readonly expiresAt: Date };

/** What an official is answered, as it was recorded. */
export type AnsweredStatus = Receipt & {
  readonly answer: AuthorityStatus;
  readonly month?: { readonly year: number; readonly month: number };
};

export interface AuthorityCommands {
  give(viewer: Viewer | undefined, command: GiveAuthorityCode, given: Given): Promise<GivenCode>;
  revoke(viewer: Viewer | undefined, codeId: string, channel: Channel, given: Given): Promise<Receipt>;
  /** @throws Refusal `INVALID_INPUT` for a code that is mistyped, whether there is one or not. */
  ask(viewer: Viewer | undefined, code: string, given: Given): Promise<AnsweredStatus>;
}

export function createAuthorityCommands(deps: {
  readonly store: EventStore;
  readonly secret: string;
  readonly wall: Wall<AuthoritySubjects>;
  readonly referrals: Pick<CommandHandler<Referral, never>, 'load'>;
  readonly areActors: (viewer: Viewer, ids: readonly string[]) => Promise<boolean>;
}): AuthorityCommands {
  const { store, secret, wall, referrals, areActors } = deps;
  const authorize: Wall<AuthoritySubjects>['authorize'] = wall.authorize;
  const codes: CommandHandler<Code, CodeCommand, CodeFacts> = createCommandHandler<
    Code,
    CodeCommand,
    CodeEvent,
    CodeFacts
  >({ store, secret, category: 'authoritycode', decider: createCodeDecider(wall) });
  const askings = createCommandHandler<Asked, AskReferralStatus, AskingEvent, AskingFacts>({
    store,
    secret,
    category: 'statusasking',
    decider: createAskingDecider(wall),
  });

  /** As many reads for a code that is not there as for one that is. */
  async function lookUp(codeId: string): Promise<Omit<AskingFacts, 'by'>> {
    const code = (await codes.load(codeId))?.state ?? noCode;
    const referralId = code.phase === 'none' ? codeId : code.given.referralId;
    const events = await store.read(`referral-${referralId}`, { leader: true });
    const standing = standingOf(events as unknown as ReferralEvent[]);
    return { code, standing, permitEnded: await hasEnded(standing, codeId) };
  }

  async function hasEnded(standing: Standing | undefined, otherwise: string): Promise<boolean> {
    const stream = `household-${standing?.householdId ?? otherwise}`;
    const events = (await store.read(stream, { leader: true })) as unknown as PublishedEvent[];
    return events.some(
      (event) =>
        event.type === 'ConsentWithdrawn.v1' &&
        event.data.ended.some(({ permitId }) => permitId === standing?.permitId),
    );
  }

  return {
    async give(viewer, command, { key, now }) {
      if (!viewer) throw new Refusal('UNAUTHENTICATED');
      const { referralId, authorityActorId } = command;
      const scope = { user: viewer.staffId, name: command.type, target: referralId, key };
      const code = secretCodeOf(secret, scope);
      const target = codeIdOf(secret, code);
      const facts = async () => {
        const loaded = await referrals.load(referralId);
        const authorityKnown = await areActors(viewer, [authorityActorId]);
        return { by: viewer, authorityKnown, ...(loaded ? { referral: loaded.state } : {}) };
      };
      const receipt = await codes.handle({ ...scope, target, command, now, facts });
      const given = (await codes.load(target))?.state;
      if (given?.phase !== 'given' && given?.phase !== 'revoked')
        throw new Error('a code without its giving');
      return { ...receipt, code, expiresAt: new Date(given.given.expiresAt) };
    },

    async revoke(viewer, codeId, channel, { key, now }) {
      if (!viewer) throw new Refusal('UNAUTHENTICATED');
      const command = { type: 'RevokeAuthorityCode' as const, channel };
      const scope = { user: viewer.staffId, name: command.type, target: codeId, key };
      return codes.handle({ ...scope, command, now, facts: { by: viewer } });
    },

    async ask(viewer, typed, { key, now }) {
      if (!viewer) throw new Refusal('UNAUTHENTICATED');
      // Before the spelling is looked at, so that who may not ask learns nothing of it either.
      authorize('authority.ask', viewer, {});
      const code = canonicalAuthorityCode(typed);
      if (code === undefined) throw new Refusal('INVALID_INPUT', ['code']);
      const codeId = codeIdOf(secret, code);
      const command = { type: 'AskReferralStatus' as const, codeId };
      const scope = { user: viewer.staffId, name: command.type, target: viewer.staffId, key };
      const facts = async () => ({ by: viewer, ...(await lookUp(codeId)) });
      const receipt = await askings.handle({ ...scope, command, now, facts });
      // Answered by what is recorded, on a retry too.
      const stream = `statusasking-${viewer.staffId}`;
      const [asked] = await store.read(stream, { leader: true, from: receipt.revision });
      const { answer, month } = (asked as unknown as AskingEvent).data;
      return { ...receipt, answer, ...(month ? { month } : {}) };
    },
  };
}
