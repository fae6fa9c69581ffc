/** What a bench is: one file for each, run by `main.ts`, measured by `rounds.ts`. */

/** One thing that is measured. Each call measures it once, from a beginning of its own. */
export interface Subject {
  readonly name: string;
  measure(): Promise<number>;
}

export interface Opened {
  /** The least that anything of this kind costs on this machine: the others are told as multiples of it. */
  readonly baseline: Subject;
  readonly subjects: readonly Subject[];
  close(): Promise<void>;
}

export interface Bench {
  readonly name: string;
  /** What is measured, and under which conditions. */
  readonly what: string;
  readonly unit: 'ms';
  open(): Promise<Opened>;
}
