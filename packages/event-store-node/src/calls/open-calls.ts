/** The calls that are under way, so that a stopping node can end each with a status instead of hanging up. */

export class OpenCalls {
  readonly #ends = new Set<() => void>();
  #stopping = false;

  /** Nothing new is accepted any more. */
  get stopping(): boolean {
    return this.#stopping;
  }

  refuseNew(): void {
    this.#stopping = true;
  }

  /** `end` ends the call with a status. Answers how to leave the list when the call ends by itself. */
  enter(end: () => void): () => void {
    this.#ends.add(end);
    return () => this.#ends.delete(end);
  }

  endAll(): void {
    this.refuseNew();
    for (const end of [...this.#ends]) end();
    this.#ends.clear();
  }
}
