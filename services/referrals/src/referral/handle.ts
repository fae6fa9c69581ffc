/**
 * How a command is carried out: look up what the decision needs, then decide and append. Household and offers are
 * read from their streams, on the leader, because a decision may not rest on rows that lag.
 */
import type { Viewer } from '@stezhka/auth';
import type { CommandHandler, EventStore, Loaded, Receipt } from '@stezhka/event-store';
import type { PublishedEvent } from '@stezhka/schema';
import { type Pathway, type PermitRefusal, Refusal } from '@stezhka/vocabulary';
import type { GiveStrike } from '../clock/strike.js';
import type { CandidateQueries } from '../directory/query.candidates.js';
import { firstOf } from '../next/first.js';
import type { NextRows } from '../next/next-rows.js';
import type { GiveLook } from '../next/workflow.next.js';
import type {
  DraftReferral,
  PrepareReferral,
  ReferralCommand,
  SendReferral,
  SettleOffer,
  UnaskedCommand,
} from './commands.js';
import type { Facts } from './decide.facts.js';
import type { ReferralEvent } from './events.js';
import { isSent, type Referral } from './evolve.js';
import type { GiveCommand } from './workflow.permission.js';

/** What travels with a command but is not part of it. */
export interface Given {
  readonly key: string;
  readonly now: Date;
  /** The revision that the user saw, if she wants to be refused when it has moved. */
  readonly seenRevision?: bigint;
  /** Called when it has taken effect, and only the answer of others is waited for. */
  readonly whenDone?: () => void;
}

/** What became of an offer: consent may need longer than the caller waits. */
export type Sending = Receipt & {
  readonly outcome: 'sent' | 'refused' | 'pending';
  readonly refused?: PermitRefusal;
};

/** Everything a user asks of an existing referral but to send it, now or later. */
export type Answering = Exclude<
  ReferralCommand,
  DraftReferral | SendReferral | PrepareReferral | UnaskedCommand
>;

export interface ReferralCommands {
  draft(viewer: Viewer | undefined, command: DraftReferral, given: Given): Promise<Receipt>;
  send(viewer: Viewer | undefined, referralId: string, command: SendReferral, given: Given): Promise<Sending>;
  prepare(
    viewer: Viewer | undefined,
    referralId: string,
    command: PrepareReferral,
    given: Given,
  ): Promise<Receipt>;
  act(viewer: Viewer | undefined, referralId: string, command: Answering, given: Given): Promise<Receipt>;
  look: GiveLook;
  isPrepared(referralId: string): Promise<boolean>;
  give: GiveCommand;
  strike: GiveStrike;
  /** The rules of secrecy that a referral follows. */
  pathwayOf(referralId: string): Promise<Pathway>;
}

/** How long a sender waits for consent's answer, in milliseconds. */
const ANSWER_WITHIN_MS = 2_000;

export function createReferralCommands(deps: {
  readonly store: EventStore;
  readonly handler: CommandHandler<Referral, ReferralCommand, Facts>;
  readonly candidates: CandidateQueries;
  readonly next: NextRows;
  readonly now: () => Date;
}): ReferralCommands {
  const { store, handler, candidates, next } = deps;

  function request(
    viewer: Viewer | undefined,
    target: string,
    command: ReferralCommand,
    { whenDone: _, ...given }: Given,
  ) {
    // Without a user there is no command id to derive; the wall would say the same a moment later.
    if (!viewer) throw new Refusal('UNAUTHENTICATED');
    return { target, command, name: command.type, user: viewer.staffId, ...given };
  }

  async function householdOf(id: string): Promise<{ household?: NonNullable<Facts['household']> }> {
    const events = (await store.read(`household-${id}`, { leader: true })) as unknown as PublishedEvent[];
    const opened = events.find((event) => event.type === 'HouseholdOpened.v1');
    if (!opened) return {};
    const added = events.flatMap((event) => (event.type === 'MemberAdded.v1' ? [event.data.memberId] : []));
    const { actorId, pathway, memberIds } = opened.data;
    return { household: { actorId, pathway, memberIds: [...memberIds, ...added] } };
  }

  /** A recipient counts revisions from the sending: how many offers came before is not for it to know. */
  async function countedFrom(viewer: Viewer, referralId: string): Promise<bigint> {
    const events = await store.read(`referral-${referralId}`);
    const sent = events.find(
      (event) =>
        event.type === 'ReferralSent.v1' &&
        (event.data as { recipientActorId: string }).recipientActorId === viewer.actorId,
    );
    return sent?.revision ?? 0n;
  }

  /** Whether the permit that consent gave was taken back before it was heard here. */
  async function hasEnded(referral: Referral | undefined, command: SettleOffer): Promise<boolean> {
    if (referral?.phase !== 'asking' || !('permitId' in command)) return false;
    const { householdId } = referral.terms;
    const events = await store.read(`household-${householdId}`, { leader: true });
    return (events as unknown as PublishedEvent[]).some(
      (event) =>
        event.type === 'ConsentWithdrawn.v1' &&
        event.data.ended.some(({ permitId }) => permitId === command.permitId),
    );
  }

  async function continuedBy(id: string | undefined): Promise<Pick<Facts, 'continued'>> {
    const loaded = id === undefined ? undefined : await handler.load(id);
    if (!loaded || loaded.state.phase === 'none') return {};
    const { senderActorId, householdId } = loaded.state.terms;
    return { continued: { senderActorId, householdId } };
  }

  /** What comes before it, as that stands now. */
  async function firstBefore(loaded: Loaded<Referral> | undefined): Promise<Pick<Facts, 'first'>> {
    if (!loaded || loaded.state.phase === 'none' || loaded.state.terms.partOf === undefined) return {};
    const before = await handler.load(loaded.state.terms.partOf);
    if (!before) return {};
    const recipientActorId = isSent(before.state) ? before.state.offer.recipientActorId : undefined;
    return { first: { standing: firstOf(before.state), ...(recipientActorId ? { recipientActorId } : {}) } };
  }

  const isPrepared = async (referralId: string) =>
    (await handler.load(referralId))?.state.phase === 'prepared';

  /** Whether somebody else has the place after what comes before it. */
  async function anotherPrepared(referralId: string, loaded: Loaded<Referral> | undefined): Promise<boolean> {
    if (!loaded || loaded.state.phase === 'none' || loaded.state.terms.partOf === undefined) return false;
    const holder = await next.after(loaded.state.terms.partOf);
    return holder !== undefined && holder !== referralId && isPrepared(holder);
  }

  async function candidateFor(
    viewer: Viewer,
    loaded: Loaded<Referral> | undefined,
    serviceId: string,
    now: Date,
  ) {
    if (!loaded || loaded.state.phase === 'none') return {};
    const { language, ...terms } = loaded.state.terms;
    const need = { ...terms, ...(language ? { language } : {}) };
    const candidate = await candidates.candidate(viewer, serviceId, need, now);
    return candidate ? { candidate } : {};
  }

  return {
    async draft(viewer, command, given) {
      const asked = request(viewer, 'new', command, given);
      const household = await householdOf(command.householdId);
      const continued = await continuedBy(command.partOf);
      const excludedKnown = await candidates.areActors(viewer!, command.excludedActorIds);
      const facts = { by: viewer!, ...household, ...continued, excludedKnown };
      return handler.handle({ ...asked, facts });
    },

    async send(viewer, referralId, command, given) {
      const asked = request(viewer, referralId, command, given);
      const loaded = await handler.load(referralId);
      const found = await candidateFor(viewer!, loaded, command.serviceId, given.now);
      const receipt = await handler.handle({ ...asked, facts: { by: viewer!, ...found } }, loaded);
      given.whenDone?.();
      return { ...receipt, ...(await answerTo(store, receipt)) };
    },

    async prepare(viewer, referralId, command, given) {
      const asked = request(viewer, referralId, command, given);
      const loaded = await handler.load(referralId);
      const found = await candidateFor(viewer!, loaded, command.serviceId, given.now);
      const taken = { anotherPrepared: await anotherPrepared(referralId, loaded) };
      const facts = { by: viewer!, ...found, ...(await firstBefore(loaded)), ...taken };
      return handler.handle({ ...asked, facts }, loaded);
    },

    async act(viewer, referralId, command, given) {
      const since = viewer ? await countedFrom(viewer, referralId) : 0n;
      const seen = given.seenRevision === undefined ? {} : { seenRevision: given.seenRevision + since };
      const asked = request(viewer, referralId, command, { ...given, ...seen });
      const receipt = await handler.handle({ ...asked, facts: { by: viewer! } });
      return { ...receipt, revision: receipt.revision - since };
    },

    async give(referralId, command, { key, causationId }) {
      const user = 'system:permission';
      const asked = { target: referralId, command, name: command.type, user, key, causationId };
      const loaded = await handler.load(referralId);
      const permitEnded = command.type === 'SettleOffer' && (await hasEnded(loaded?.state, command));
      await handler.handle({ ...asked, now: deps.now(), facts: { permitEnded } }, loaded);
    },

    isPrepared,

    async look(referralId, { key, causationId, another }) {
      const loaded = await handler.load(referralId);
      if (loaded?.state.phase !== 'prepared') return;
      const now = deps.now();
      const { terms, prepared } = loaded.state;
      const found = await candidateFor(inTheNameOf(terms.senderActorId), loaded, prepared.serviceId, now);
      const facts = { ...found, ...(await firstBefore(loaded)), anotherPrepared: another };
      const command = { type: 'ReviewPreparation' } as const;
      const asked = {
        target: referralId,
        command,
        name: command.type,
        user: 'system:next',
        key,
        causationId,
      };
      await handler.handle({ ...asked, now, facts }, loaded);
    },

    async pathwayOf(referralId) {
      const loaded = await handler.load(referralId);
      if (!loaded || loaded.state.phase === 'none') throw new Error('a referral without a beginning');
      return loaded.state.terms.pathway;
    },

    async strike(referralId, command, { key, now }) {
      const user = 'system:clock';
      await handler.handle({ target: referralId, command, name: command.type, user, key, now, facts: {} });
    },
  };
}

/** The directory as a colleague without certifications has it: what goes by itself goes on the general pathway alone. */
const inTheNameOf = (actorId: string): Viewer => ({
  ...{ staffId: 'system:next', actorId, issuer: '', subject: '', roles: ['caseworker'], certifications: [] },
});

/** Wait for consent's answer in the referral's own stream. The receipt then covers the answer as well. */
async function answerTo(
  store: EventStore,
  asked: Receipt,
): Promise<Pick<Sending, 'revision' | 'position' | 'outcome' | 'refused'>> {
  const { revision, position } = asked;
  const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
  for await (const recorded of store.follow(`referral-${asked.id}`, { from: revision, signal })) {
    const event = recorded as unknown as ReferralEvent;
    const after = { revision: recorded.revision, position: recorded.position };
    if (event.type === 'ReferralSent.v1') return { ...after, outcome: 'sent' };
    if (event.type === 'ReferralOfferRefused.v1')
      return { ...after, outcome: 'refused', refused: event.data.reason };
    if (event.type === 'ReferralWithdrawn.v1') break;
  }
  return { revision, position, outcome: 'pending' };
}
