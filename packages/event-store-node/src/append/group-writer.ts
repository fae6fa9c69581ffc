/**
 * The one writer. Appends are judged in the order they come, against what was accepted before them, and wait in
 * a group for the disk; each answer is given when its group is durable, also a refusal, because it may rest on
 * an event that was not on the disk when it was judged.
 */
import type { CommitSignal } from '../read/commit-signal.js';
import type { Committer } from '../storage/committer.js';
import type { EventReader } from '../storage/event-reader.js';
import { Group } from '../storage/group.js';
import { encodeRecordedEvent, TOMBSTONE_REVISION } from '../wire/recorded-event.js';
import type { WriteOutcome } from './append-outcome.js';
import { type ExpectedRevision, judgeAppend, type Verdict } from './expected-revision.js';
import type { ProposedEvent } from './proposed-event.js';
import { type StreamHead, StreamHeads } from './stream-heads.js';
import {
  METADATA_TYPE,
  metastreamOf,
  originalOf,
  recreation,
  rulesFrom,
  softDeletion,
} from './stream-rules.js';
import { WrittenEvents } from './written-events.js';

interface WriterDeps {
  readonly reader: EventReader;
  readonly committer: Committer;
  readonly signal: CommitSignal;
  /** Milliseconds since the UNIX epoch. */
  readonly now: () => number;
  readonly newId: () => string;
}

type Answer = (outcome: WriteOutcome) => void;

const KNOWN_HEADS = 20_000;
/** Bytes waiting for the disk above which callers are asked to wait. */
const FULL = 16 * 1024 * 1024;
const EMPTY = new Uint8Array(0);

export class GroupWriter {
  readonly #heads: StreamHeads;
  readonly #written: WrittenEvents;
  #open: Group;
  #nextStream: number;
  #inFlight: Group | undefined;
  #scheduled = false;
  #idle: (() => void)[] = [];

  constructor(private readonly deps: WriterDeps) {
    const { position, stream } = deps.reader.counters();
    this.#heads = new StreamHeads(deps.reader, KNOWN_HEADS);
    this.#open = new Group(position + 1);
    this.#nextStream = stream + 1;
    this.#written = new WrittenEvents(deps.reader, position);
  }

  /** Whether so much waits for the disk that a caller should wait before it sends more. */
  get isFull(): boolean {
    return this.#open.bytes > FULL;
  }

  append(stream: string, expected: ExpectedRevision, events: readonly ProposedEvent[], answer: Answer): void {
    const head = this.#heads.of(stream);
    const ids = events.map((event) => event.id);
    const verdict = this.#judge(head, expected, ids);
    const isNew = verdict.kind === 'write';
    this.#answer(answer, isNew ? this.#write(head, events) : this.#outcomeOf(verdict, head, ids));
  }

  /** Hide a stream's events; a later append continues its revisions. */
  softDelete(stream: string, expected: ExpectedRevision, answer: Answer): void {
    this.#remove(stream, expected, answer, (head) => this.#writeMetadata(head, softDeletion()));
  }

  /** End a stream for ever. */
  tombstone(stream: string, expected: ExpectedRevision, answer: Answer): void {
    this.#remove(stream, expected, answer, (head) => {
      this.#record(head, this.#eventOf('$streamDeleted', EMPTY), -1, TOMBSTONE_REVISION);
      head.tombstoned = true;
    });
  }

  /** Resolves when everything that was accepted is durable and answered. */
  whenIdle(): Promise<void> {
    if (this.#isIdle()) return Promise.resolve();
    return new Promise((resolve) => this.#idle.push(resolve));
  }

  #judge(head: StreamHead, expected: ExpectedRevision, ids: readonly string[]): Verdict {
    const standing = {
      last: head.last,
      tombstoned: this.#heads.isTombstoned(head),
      softDeleted: head.rules.softDeleted,
      hasMetadata: head.metadata !== undefined,
    };
    return judgeAppend(standing, expected, ids, this.#written.inStream(head.id, ids));
  }

  #outcomeOf(
    verdict: Exclude<Verdict, { kind: 'write' }>,
    head: StreamHead,
    ids: readonly string[],
  ): WriteOutcome {
    if (verdict.kind === 'deleted') return verdict;
    if (verdict.kind === 'wrong-version') return { kind: 'wrong-version', current: head.last };
    return {
      kind: 'appended',
      revision: verdict.last,
      position: this.#written.positionOf(head.id, verdict.last, ids.at(-1)),
    };
  }

  #remove(stream: string, expected: ExpectedRevision, answer: Answer, end: (head: StreamHead) => void): void {
    const head = this.#heads.of(stream);
    const verdict = this.#judge(head, expected, [this.deps.newId()]);
    if (verdict.kind === 'write') end(head);
    const done: WriteOutcome = { kind: 'appended', revision: head.last, position: this.#open.last };
    this.#answer(answer, verdict.kind === 'write' ? done : this.#outcomeOf(verdict, head, []));
  }

  #write(head: StreamHead, events: readonly ProposedEvent[]): WriteOutcome {
    const deleted = this.#softlyDeleted(head);
    const recreatedFrom = (deleted?.last ?? 0) + 1;
    for (const event of events) this.#writeEvent(head, event);
    const position = events.length === 0 ? undefined : this.#open.last;
    const { last: revision } = head;
    if (deleted !== undefined)
      this.#writeMetadata(deleted, recreation(deleted.metadata ?? EMPTY, recreatedFrom));
    return { kind: 'appended', revision, position };
  }

  /** The stream that lives again by an append to it, or to its metadata: only what follows will be seen. */
  #softlyDeleted(head: StreamHead): StreamHead | undefined {
    const original = originalOf(head.name);
    const owner = original === undefined ? head : this.#heads.of(original);
    return owner.rules.softDeleted ? owner : undefined;
  }

  #writeEvent(head: StreamHead, event: ProposedEvent): void {
    head.last += 1;
    this.#record(head, event, head.last, head.last);
    const original = originalOf(head.name);
    if (original === undefined) return;
    const owner = this.#heads.of(original);
    // A copy: what came from the network is a view of a larger message.
    owner.metadata = Uint8Array.from(event.data);
    owner.rules = rulesFrom(event.data);
    owner.changedAt = this.#open.last;
  }

  #writeMetadata(head: StreamHead, metadata: Buffer): void {
    this.#writeEvent(this.#heads.of(metastreamOf(head.name)), this.#eventOf(METADATA_TYPE, metadata));
  }

  #eventOf(type: string, data: Uint8Array): ProposedEvent {
    return { id: this.deps.newId(), type, contentType: 'application/json', data, customMetadata: EMPTY };
  }

  #record(head: StreamHead, event: ProposedEvent, revision: number, shown: number | bigint): void {
    if (head.id === undefined) {
      head.id = this.#nextStream++;
      this.#open.newStreams.push([head.id, head.name]);
    }
    const position = this.#open.last + 1;
    const created = this.deps.now();
    const record = encodeRecordedEvent(event, { stream: head.name, revision: shown, position, created });
    const { id, type } = event;
    this.#open.add(head.name, { stream: head.id, revision, id, type, created, record });
    this.#written.remember(id, { stream: head.id, revision, position }, this.deps.signal.durable);
    head.changedAt = position;
  }

  #answer(answer: Answer, outcome: WriteOutcome): void {
    this.#open.answers.push(() => answer(outcome));
    if (this.#scheduled || this.#inFlight !== undefined) return;
    this.#scheduled = true;
    // Not at once: whatever else has arrived in this turn of the loop shares the trip to the disk.
    setImmediate(() => {
      this.#scheduled = false;
      this.#send();
    });
  }

  #send(): void {
    const group = this.#open;
    this.#open = new Group(group.last + 1);
    if (group.events.length === 0) {
      this.#finish(group);
      return;
    }
    this.#inFlight = group;
    this.deps.committer.commit(group.pack(), () => this.#finish(group));
  }

  #finish(group: Group): void {
    this.#inFlight = undefined;
    // First of all: a next group without events is finished in `#send`, and its last position is this one's.
    this.deps.signal.committed(group.last, group.touched);
    if (this.#open.answers.length > 0) this.#send();
    for (const answer of group.answers) answer();
    this.#heads.trim(this.deps.signal.durable);
    if (this.#isIdle()) for (const resolve of this.#idle.splice(0)) resolve();
  }

  #isIdle(): boolean {
    return this.#inFlight === undefined && this.#open.answers.length === 0;
  }
}
