/** Given events, when a command, then events: the three questions that every command's spec asks. */
import { expect } from '@jest/globals';
import { Refusal } from '@stezhka/vocabulary';
import type { Decider } from '../decider.js';
import type { DomainEvent } from '../events.js';

export interface SpecOf<Command, Event, Facts> {
  given(...events: Event[]): {
    when(
      command: Command,
      facts: Facts,
      at?: Date,
    ): {
      /** The right events? */
      gives(...events: Event[]): void;
      /** Says no? With the code, and with what is possible instead where the spec names it. */
      refuses(code: string, possible?: readonly string[]): void;
      /** Stays quiet? */
      staysQuiet(): void;
    };
  };
}

/** Ids in specs read as `id:<label>`; the target is `target`. */
export function specOf<State, Command, Event extends DomainEvent, Facts>(
  decider: Decider<State, Command, Event, Facts>,
  now: Date,
): SpecOf<Command, Event, Facts> {
  return {
    given: (...past) => ({
      when(command, facts, at = now) {
        const state = past.reduce(decider.evolve, decider.initialState);
        const decide = () =>
          decider.decide(state, command, {
            now: at,
            targetId: 'target',
            newId: (label) => `id:${label}`,
            facts,
          });
        return {
          gives: (...events) => expect(decide()).toEqual(events),
          staysQuiet: () => expect(decide()).toEqual([]),
          refuses(code, possible) {
            let refused: unknown;
            try {
              decide();
            } catch (error) {
              refused = error;
            }
            expect(refused).toBeInstanceOf(Refusal);
            expect((refused as Refusal).code).toBe(code);
            if (possible) expect((refused as Refusal).possible).toEqual(possible);
          },
        };
      },
    }),
  };
}
