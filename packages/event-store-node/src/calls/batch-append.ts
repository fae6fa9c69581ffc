/**
 * BatchAppend: many appends on one call that stays open as long as its client lives. Each append is answered
 * exactly once, by its correlation id; the client breaks down on a second answer and hangs on none, so the
 * deadline that comes with each append is kept here.
 */
import type { handleBidiStreamingCall, ServerDuplexStream } from '@grpc/grpc-js';
import type { AppendOutcome } from '../append/append-outcome.js';
import { MAX_APPEND_SIZE, type ProposedEvent, sizeOf } from '../append/proposed-event.js';
import { type AppendOptions, type AppendPart, decodeAppendPart } from '../wire/batch-append-request.js';
import { encodeAppendAnswer } from '../wire/batch-append-response.js';
import type { NodeDeps } from './node-deps.js';
import { badRequest, cancelledByServer } from './rpc-errors.js';

/** An append whose last part has not come, or whose answer has not been given. */
interface Pending {
  readonly options: AppendOptions;
  readonly events: ProposedEvent[];
  size: number;
  /** Answered before its last part came: the rest of it is thrown away. */
  answered: boolean;
  complete: boolean;
}

const NO_OPTIONS: AppendOptions = { stream: '', expected: { kind: 'any' }, deadline: undefined };
const DEADLINE_CHECK_MS = 50;

export function batchAppendCall(deps: NodeDeps): handleBidiStreamingCall<Buffer, Buffer> {
  return (call) => {
    new BatchAppend(call, deps).serve();
  };
}

class BatchAppend {
  readonly #pending = new Map<string, Pending>();
  readonly #life = new AbortController();
  #halfClosed = false;

  constructor(
    private readonly call: ServerDuplexStream<Buffer, Buffer>,
    private readonly deps: NodeDeps,
  ) {}

  serve(): void {
    const { call } = this;
    const deadlines = setInterval(() => this.#expire(), DEADLINE_CHECK_MS);
    deadlines.unref();
    const leave = this.deps.calls.enter(() => call.emit('error', cancelledByServer()));
    const end = (): void => {
      leave();
      clearInterval(deadlines);
      this.#life.abort();
    };
    call.on('data', (bytes: Buffer) => this.#take(bytes));
    call.on('cancelled', end);
    call.on('error', end);
    call.on('finish', end);
    call.on('end', () => {
      this.#halfClosed = true;
      this.#endIfDone();
    });
  }

  #take(bytes: Buffer): void {
    if (this.deps.calls.stopping || this.#life.signal.aborted) return;
    let part: AppendPart;
    try {
      part = decodeAppendPart(bytes);
    } catch {
      this.call.emit('error', badRequest('the request cannot be read'));
      return;
    }
    this.#add(part);
    if (this.deps.writer.isFull) this.#pause();
  }

  #add(part: AppendPart): void {
    const { correlationId } = part;
    const known = this.#pending.get(correlationId);
    const append = known ?? this.#begin(part);
    if (append.complete) return;
    append.complete = part.isFinal;
    if (append.answered) {
      if (part.isFinal) this.#pending.delete(correlationId);
      return;
    }
    for (const event of part.events) {
      append.size += sizeOf(event);
      append.events.push(event);
    }
    const refusal = this.#refusalOf(append, part);
    if (refusal !== undefined) this.#answer(correlationId, append, refusal);
    else if (part.isFinal) this.#submit(correlationId, append);
  }

  #refusalOf(append: Pending, part: AppendPart): AppendOutcome | undefined {
    if (part.isMalformed || append.options.stream === '')
      return { kind: 'bad-request', reason: 'the append cannot be read' };
    if (append.size > MAX_APPEND_SIZE) return { kind: 'too-large' };
    return this.#isExpired(append) ? { kind: 'timeout' } : undefined;
  }

  #submit(correlationId: string, append: Pending): void {
    const { stream, expected } = append.options;
    this.deps.writer.append(stream, expected, append.events, (outcome) =>
      this.#answer(correlationId, append, outcome),
    );
  }

  #begin(part: AppendPart): Pending {
    const options = part.options ?? NO_OPTIONS;
    const append = { options, events: [], size: 0, answered: false, complete: false };
    this.#pending.set(part.correlationId, append);
    return append;
  }

  #answer(correlationId: string, append: Pending, outcome: AppendOutcome): void {
    if (append.answered || this.#life.signal.aborted) return;
    append.answered = true;
    append.events.length = 0;
    if (append.complete) this.#pending.delete(correlationId);
    this.call.write(encodeAppendAnswer({ correlationId, ...append.options }, outcome));
    this.#endIfDone();
  }

  #expire(): void {
    for (const [correlationId, append] of this.#pending)
      if (this.#isExpired(append)) this.#answer(correlationId, append, { kind: 'timeout' });
  }

  #isExpired({ options: { deadline } }: Pending): boolean {
    return deadline !== undefined && deadline <= this.deps.now();
  }

  #pause(): void {
    this.call.pause();
    void this.deps.signal.wait(this.deps.signal.durable, this.#life.signal).then(() => this.call.resume());
  }

  #endIfDone(): void {
    if (this.#halfClosed && [...this.#pending.values()].every(({ answered }) => answered)) this.call.end();
  }
}
