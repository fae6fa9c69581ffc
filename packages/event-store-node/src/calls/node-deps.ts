/** What every call needs of the node. */
import type { GroupWriter } from '../append/group-writer.js';
import type { NodeLogger } from '../node-logger.js';
import type { CommitSignal } from '../read/commit-signal.js';
import type { StreamNames } from '../read/stream-names.js';
import type { EventReader } from '../storage/event-reader.js';
import type { OpenCalls } from './open-calls.js';

export interface NodeDeps {
  readonly reader: EventReader;
  readonly writer: GroupWriter;
  readonly names: StreamNames;
  readonly signal: CommitSignal;
  readonly calls: OpenCalls;
  readonly logger: NodeLogger;
  /** Milliseconds since the UNIX epoch. */
  readonly now: () => number;
  /** A random UUID. */
  readonly newId: () => string;
}
