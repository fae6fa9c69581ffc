/**
 * The main thread's hold on the commit thread: one group at a time, and no way on after a failure. What the
 * main thread believes is then ahead of what the disk holds, and only a restart brings the two together.
 */
import { Worker } from 'node:worker_threads';
import type { PackedGroup } from './group.js';

type Report =
  | { kind: 'ready' }
  | { kind: 'committed' }
  | { kind: 'closed' }
  | { kind: 'failed'; message: string };

export class Committer {
  readonly #worker: Worker;
  readonly #onFailure: (error: Error) => void;
  #onCommitted: (() => void) | undefined;
  #ended = false;

  private constructor(worker: Worker, onFailure: (error: Error) => void) {
    this.#worker = worker;
    this.#onFailure = onFailure;
  }

  /** Open (and create) the database; rejects if it cannot be opened. */
  static open(file: string, onFailure: (error: Error) => void): Promise<Committer> {
    const worker = new Worker(new URL('./commit-thread.mjs', import.meta.url), {
      workerData: { file },
      // Whatever the process was told to load beforehand is not for this thread: it would load it anew.
      execArgv: [],
    });
    return new Promise((resolve, reject) => {
      let committer: Committer | undefined;
      const fail = (error: Error): void => {
        if (committer === undefined) reject(error);
        else committer.#fail(error);
      };
      worker.on('error', fail);
      worker.on('exit', () => fail(new Error('the commit thread has ended')));
      worker.on('message', (report: Report) => {
        committer ??= new Committer(worker, onFailure);
        if (report.kind === 'ready') resolve(committer);
        else committer.#hear(report);
      });
    });
  }

  /** Write a group. `onCommitted` runs when it is on the disk; if that fails, it never runs. */
  commit(group: PackedGroup, onCommitted: () => void): void {
    this.#onCommitted = onCommitted;
    this.#worker.postMessage(group, [group.records.buffer]);
  }

  /** Only when no group is being written. */
  async close(): Promise<void> {
    if (this.#ended) return;
    this.#ended = true;
    const exited = new Promise<void>((resolve) => this.#worker.once('exit', () => resolve()));
    this.#worker.postMessage('close');
    await exited;
  }

  #hear(report: Report): void {
    if (report.kind === 'failed') this.#fail(new Error(report.message));
    if (report.kind !== 'committed') return;
    const onCommitted = this.#onCommitted;
    this.#onCommitted = undefined;
    onCommitted?.();
  }

  #fail(error: Error): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#onCommitted = undefined;
    void this.#worker.terminate();
    this.#onFailure(error);
  }
}
