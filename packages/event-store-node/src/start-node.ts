/** Puts a node together, and takes it apart again in the order that loses nothing. */
import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Server } from '@grpc/grpc-js';
import { GroupWriter } from './append/group-writer.js';
import { OpenCalls } from './calls/open-calls.js';
import { createServer, listen, shutDown } from './grpc-server.js';
import { type NodeLogger, SILENT } from './node-logger.js';
import { NodeStartError } from './node-start-error.js';
import { CommitSignal } from './read/commit-signal.js';
import { StreamNames } from './read/stream-names.js';
import { Committer } from './storage/committer.js';
import { lockDirectory } from './storage/directory-lock.js';
import { EventReader } from './storage/event-reader.js';

export interface NodeOptions {
  /** Where the events are kept; created if it does not exist. */
  readonly dir: string;
  /** 0, the default: any free port. */
  readonly port?: number;
  /** A loopback address, 127.0.0.1 by default. */
  readonly host?: string;
  readonly logger?: NodeLogger;
  /**
   * A group of events could not be written. The node has stopped answering, and nothing that it holds in memory
   * may be trusted any more; by default the process exits with status 1.
   */
  readonly onFatal?: (error: Error) => void;
  /** Milliseconds since the UNIX epoch. */
  readonly now?: () => number;
}

export interface RunningNode {
  readonly port: number;
  /** For the event store's client. */
  readonly connectionString: string;
  /** End every call with a status, write what was accepted, close. May be called again. */
  stop(): Promise<void>;
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);
/** Sparse enough that a busy or sleeping machine does not look like a dead one. */
const KEEP_ALIVE_MS = 30_000;

/** @throws NodeStartError */
export async function startNode(options: NodeOptions): Promise<RunningNode> {
  const { dir, port = 0, host = '127.0.0.1', logger = SILENT, now = Date.now } = options;
  if (!LOOPBACK.has(host))
    throw new NodeStartError('HOST_NOT_LOOPBACK', `the node listens on this machine only, not on ${host}`);
  const onFatal = options.onFatal ?? (() => process.exit(1));
  // What has been opened, to be closed in the opposite order.
  const opened: (() => void | Promise<void>)[] = [];
  const closeAll = async (): Promise<void> => {
    for (const close of opened.splice(0).reverse()) await close();
  };
  let server: Server | undefined;
  let giveUp: () => void = () => undefined;
  const failed = new Promise<void>((resolve) => {
    giveUp = resolve;
  });
  const calls = new OpenCalls();
  try {
    const lock = open(dir, () => {
      mkdirSync(dir, { recursive: true });
      return lockDirectory(dir);
    });
    opened.push(() => lock.release());
    const file = join(dir, 'events.db');
    const committer = await Committer.open(file, (error) => {
      logger.error({ err: error }, 'events could not be written');
      calls.endAll();
      server?.forceShutdown();
      giveUp();
      onFatal(error);
    }).catch((cause: unknown) => {
      throw unusable(dir, cause);
    });
    opened.push(() => committer.close());
    const reader = open(dir, () => new EventReader(file));
    opened.push(() => reader.close());
    const signal = new CommitSignal(reader.counters().position);
    const newId = (): string => randomUUID();
    const writer = new GroupWriter({ reader, committer, signal, now, newId });
    const deps = { reader, writer, signal, calls, logger, now, newId, names: new StreamNames(reader) };
    let bound = port;
    server = createServer(deps, { instanceId: newId(), host, port: () => bound, now });
    const running = server;
    opened.push(() => shutDown(running));
    bound = await listen(server, host, port).catch((cause: unknown) => {
      throw new NodeStartError('PORT_TAKEN', `the node cannot listen on ${host}:${port}`, { cause });
    });
    logger.info({ port: bound, position: signal.durable }, 'event store node listens');
    let stopped: Promise<void> | undefined;
    const stop = async (): Promise<void> => {
      calls.refuseNew();
      await Promise.race([writer.whenIdle(), failed]);
      calls.endAll();
      await closeAll();
    };
    return { port: bound, connectionString: connectionString(host, bound), stop: () => (stopped ??= stop()) };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

function open<Opened>(dir: string, action: () => Opened): Opened {
  try {
    return action();
  } catch (cause) {
    throw cause instanceof NodeStartError ? cause : unusable(dir, cause);
  }
}

function unusable(dir: string, cause: unknown): NodeStartError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new NodeStartError('DIRECTORY_UNUSABLE', `cannot keep events in ${dir}: ${reason}`, { cause });
}

function connectionString(host: string, port: number): string {
  const address = host === '::1' ? 'localhost' : host;
  const keepAlive = `keepAliveInterval=${KEEP_ALIVE_MS}&keepAliveTimeout=${KEEP_ALIVE_MS}`;
  return `esdb://${address}:${port}?tls=false&${keepAlive}`;
}
