/** The way to one subscriber: no faster than it reads, and no further than until it leaves. */
import type { ServerWritableStream } from '@grpc/grpc-js';

export class Outbound {
  constructor(
    private readonly call: ServerWritableStream<unknown, Buffer>,
    /** Aborts when the caller leaves or the node stops. */
    readonly endSignal: AbortSignal,
  ) {}

  get ended(): boolean {
    return this.endSignal.aborted;
  }

  send(response: Buffer): Promise<void> | undefined {
    if (this.ended || this.call.write(response)) return undefined;
    return this.#drained();
  }

  /** Let others have the thread between two pages. */
  breathe(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve));
  }

  #drained(): Promise<void> {
    return new Promise((resolve) => {
      const go = (): void => {
        this.call.off('drain', go);
        this.endSignal.removeEventListener('abort', go);
        resolve();
      };
      this.call.once('drain', go);
      this.endSignal.addEventListener('abort', go);
    });
  }
}
