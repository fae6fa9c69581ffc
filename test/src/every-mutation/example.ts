/** What is told of a mutation, so that it can be given once, twice, otherwise, elsewhere, and when it is too late. */
import type { Person, Scene } from './scene.js';

/** An input without its key. */
export type Input = Readonly<Record<string, unknown>>;

export interface Call {
  readonly by: Person;
  readonly mutation: string;
  readonly input: Input;
}

/** One command, ready to be given to something made for it alone. */
export interface Example {
  readonly by: Person;
  readonly given: Input;
  /** The same target, another payload; absent where a mutation says nothing but its target. */
  readonly changed?: Input;
  /** A command of the same person for another target. */
  readonly elsewhere: Call;
  /** The stream that it takes effect in, by the id in its receipt. */
  readonly stream: (id: string) => string;
  /** What takes the state on, so that the command would be refused or do something else if it were given anew. */
  readonly next?: (id: string) => Call;
}

export type Examples = Readonly<Record<string, (scene: Scene) => Promise<Example>>>;
