/**
 * The write side's one shape: a decider is three pure things. `decide` turns a command into events, or refuses;
 * `evolve` folds an event into the state; `initialState` is where every stream begins. Time and ids come in with
 * the command, so the same inputs always give the same events.
 */
import type { DomainEvent } from './events.js';

/** What a decision may know besides state and command. */
export interface DecisionContext<Facts = undefined> {
  /**
   * What was looked up for the decision: who asks, what a registry row says. Facts are no part of the command's
   * identity: a retry is the same command although a role or a capacity has changed since.
   */
  readonly facts: Facts;
  /** The moment the command was received. */
  readonly now: Date;
  /** The id of this command's target: given for an existing stream, derived from the command for a new one. */
  readonly targetId: string;
  /** A new random-looking id that is the same whenever the same command is decided again. */
  readonly newId: (label: string) => string;
}

export interface Decider<State, Command, Event extends DomainEvent, Facts = undefined> {
  readonly initialState: State;
  /**
   * What happens when this command meets this state; an empty array when it is already so.
   * @throws Refusal when a rule of the field says no.
   */
  decide(state: State, command: Command, context: DecisionContext<Facts>): readonly Event[];
  evolve(state: State, event: Event): State;
}
