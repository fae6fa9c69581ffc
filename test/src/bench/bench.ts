/** What a bench is: one file for each, run by `main.ts`, measured by `rounds.ts`. */

/** One thing that is measured. Each call measures it once, from a beginning of its own; less is better. */
export interface Subject {
  readonly name: string;
  measure(): Promise<number>;
}

/** What was promised of a subject: against another one in the same rounds, or by itself. */
export interface Goal {
  readonly of: string;
  readonly to?: string;
  /** The greatest ratio that keeps the promise; in the bench's unit where it is of no other. */
  readonly atMost: number;
}

export interface Opened {
  /** The least that anything of this kind costs on this machine: the others are told as multiples of it. */
  readonly baseline: Subject;
  readonly subjects: readonly Subject[];
  readonly goals?: readonly Goal[];
  close(): Promise<void>;
}

export interface Bench {
  readonly name: string;
  /** What is measured, and under which conditions. */
  readonly what: string;
  readonly unit: 'ms' | 'ms of processor';
  /** @param sizes how many rows there are, for a bench that asks what their number costs */
  open(sizes: readonly number[]): Promise<Opened>;
}
