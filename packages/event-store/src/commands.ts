/**
 * From a command to events, once. Every command that a user or a workflow gives runs through here:
 *
 *   read what is new in the stream (leader) → has this command already taken effect? → decide → claim the key →
 *   append at the exact revision; another writer was faster → from the start.
 *
 * The look for an earlier effect comes before `decide`, so a retry gets the first receipt even when the state has
 * moved on and the command would be refused today. Who has just read the stream for the command's sake hands it on
 * instead of having it read twice: the append at its revision says whether that still was the truth, and what would be
 * refused is read anew first.
 */
import { Refusal } from '@stezhka/vocabulary';
import type { Decider } from './decider.js';
import type { DomainEvent } from './events.js';
import { createFoldedStreams, type Folded } from './folded-streams.js';
import { commandIdOf, eventIdOf, idWithin, payloadHashOf } from './identity.js';
import { claimKey } from './key-claim.js';
import { type EventStore, RevisionConflict } from './store.js';

/** What the sender of a command gets back, the same on every retry. */
export interface Receipt {
  /** Id of the stream's subject, for instance the referral's id. */
  readonly id: string;
  /** The stream's revision after this command. */
  readonly revision: bigint;
  /** Position of the command's last event: what a reader must have passed to see its effect. */
  readonly position: bigint;
  /** This command had taken effect before: nothing was decided now. */
  readonly repeated: boolean;
  /**
   * Revision and position are those of this command's own event. False where it was already so and nothing was
   * appended: they are then the stream's last, and tell of what others did there.
   */
  readonly ownEvent: boolean;
}

/** A command on its way to a decider. */
export interface CommandRequest<Command, Facts = undefined> {
  /** Id of the stream it is for; `new` creates one whose id is derived from the command. */
  readonly target: string;
  readonly command: Command;
  /**
   * Looked up for the decision, no part of the command's identity. A function is asked anew for every attempt, after
   * the stream was read: so facts of another stream are never older than the state they are decided with.
   */
  readonly facts: Facts | (() => Promise<Facts>);
  /** The command's name, part of its identity. */
  readonly name: string;
  /** Chosen by the sender, the same on every retry. */
  readonly key: string;
  /** Staff id, or `system:<workflow>`. */
  readonly user: string;
  readonly now: Date;
  /** The revision that the sender saw, if she wants to be refused when it has moved. */
  readonly seenRevision?: bigint;
  /** The event that a workflow answers. */
  readonly causationId?: string;
  /** What the payload's fingerprint is made under; the installation's secret unless it must be erasable. */
  readonly payloadSecret?: Uint8Array;
}

export interface CommandHandlerOptions<State, Command, Event extends DomainEvent, Facts> {
  readonly store: EventStore;
  /** The stream name's first part: `referral` for `referral-<id>`. */
  readonly category: string;
  readonly decider: Decider<State, Command, Event, Facts>;
  /** Secret of the installation, the same in every process. */
  readonly secret: string;
}

/** A stream that exists, as the leader had it when it was read. */
export interface Loaded<State> extends Folded<State> {
  readonly revision: bigint;
}

export interface CommandHandler<State, Command, Facts = undefined> {
  /**
   * `loaded`: the target as it was read a moment ago for this command. The first attempt rests on it, every other one
   * reads anew.
   * @throws Refusal with the code of the rule that says no.
   */
  handle(request: CommandRequest<Command, Facts>, loaded?: Loaded<State>): Promise<Receipt>;
  /** The state that a decision now would be made on; undefined where no stream exists. */
  load(id: string): Promise<Loaded<State> | undefined>;
}

/** Conflicts in a row before giving up: each means that another command did take effect. */
const MOST_ATTEMPTS = 32;

export function createCommandHandler<
  State,
  Command extends object,
  Event extends DomainEvent,
  Facts = undefined,
>(options: CommandHandlerOptions<State, Command, Event, Facts>): CommandHandler<State, Command, Facts> {
  const { store, category, decider, secret } = options;
  const streams = createFoldedStreams<State, Event>(store, decider);

  async function attempt(request: CommandRequest<Command, Facts>, loaded?: Folded<State>): Promise<Receipt> {
    const { user, name, key, now } = request;
    const commandId = commandIdOf(secret, { user, name, target: request.target, key });
    const payloadHash = payloadHashOf(request.payloadSecret ?? secret, request.command);
    const id = request.target === 'new' ? idWithin(secret, commandId, category) : request.target;
    const stream = `${category}-${id}`;
    const { state, last, effects } = loaded ?? (await streams.read(stream));

    const earlier = effects.get(commandId);
    if (earlier) {
      if (earlier.payloadHash !== payloadHash) throw new Refusal('IDEMPOTENCY_KEY_REUSED');
      return { id, revision: earlier.revision, position: earlier.position, repeated: true, ownEvent: true };
    }
    const revision = last?.revision;

    const facts = await factsOf(request);
    const newId = (label: string) => idWithin(secret, commandId, label);
    const events = decider.decide(state, request.command, { now, targetId: id, newId, facts });
    // Only after the decision: whom the wall would tell "not found" may not learn that there is a revision.
    if (request.seenRevision !== undefined && request.seenRevision !== revision)
      throw new Refusal('STALE_REVISION');
    if (events.length === 0)
      return {
        ...{ id, revision: revision ?? -1n, position: last?.position ?? 0n },
        ...{ repeated: false, ownEvent: false },
      };

    await claimKey(store, secret, { user, key, commandId });
    const causation = request.causationId ? { causationId: request.causationId } : {};
    const metadata = { commandId, payloadHash, causedBy: user, ...causation };
    const first = (revision ?? -1n) + 1n;
    // The payload is part of it: two contents sent at once under one key must not look like one append repeated.
    const eventId = (n: number) => eventIdOf(secret, `${commandId}:${payloadHash}`, first + BigInt(n));
    const appended = await store.append(
      stream,
      revision ?? 'no_stream',
      events.map((event, n) => ({ id: eventId(n), event, metadata })),
    );
    return { id, ...appended, repeated: false, ownEvent: true };
  }

  return {
    async handle(request, loaded) {
      let known = loaded;
      for (let left = MOST_ATTEMPTS; ; left--) {
        try {
          return await attempt(request, known);
        } catch (error) {
          // What is refused on what was read before may have taken effect since: a retry gets its first receipt.
          const isOld = known !== undefined && error instanceof Refusal;
          if (!(isOld || error instanceof RevisionConflict) || left === 1) throw error;
          known = undefined;
        }
      }
    },
    async load(id) {
      const folded = await streams.read(`${category}-${id}`);
      return folded.last && { ...folded, revision: folded.last.revision };
    },
  };
}

async function factsOf<Facts>({ facts }: Pick<CommandRequest<object, Facts>, 'facts'>): Promise<Facts> {
  // Facts are rows and viewers, never functions themselves.
  return typeof facts === 'function' ? (facts as () => Promise<Facts>)() : facts;
}
