/** Read: every read and every subscription, of one stream or of all. */
import type streams from '@eventstore/db-client/generated/streams_pb.js';
import type { handleServerStreamingCall, ServerWritableStream } from '@grpc/grpc-js';
import { feedAll } from '../read/all-feed.js';
import { InvalidFilter } from '../read/event-filter.js';
import { Outbound } from '../read/outbound.js';
import { feedStream, StreamDeleted } from '../read/stream-feed.js';
import { confirmationResponse } from '../wire/read-response.js';
import type { NodeDeps } from './node-deps.js';
import { readPlanOf } from './read-request.js';
import {
  badRequest,
  cancelledByServer,
  internalError,
  RpcError,
  stopping,
  streamDeleted,
} from './rpc-errors.js';

type Call = ServerWritableStream<streams.ReadReq, Buffer>;

export function readCall(deps: NodeDeps): handleServerStreamingCall<streams.ReadReq, Buffer> {
  return (call) => {
    void serve(call, deps);
  };
}

/** Given as the reason: without one, each ending would make an error with a stack of its own. */
const LEFT = 'the call is over';

async function serve(call: Call, deps: NodeDeps): Promise<void> {
  const life = new AbortController();
  let stopped = false;
  const leave = deps.calls.enter(() => {
    stopped = true;
    life.abort(LEFT);
  });
  call.on('cancelled', () => life.abort(LEFT));
  call.on('close', () => life.abort(LEFT));
  try {
    if (deps.calls.stopping) throw stopping();
    await answer(call, life.signal, deps);
    if (stopped) call.emit('error', cancelledByServer());
    else if (!call.cancelled) call.end();
  } catch (error) {
    if (!call.cancelled) call.emit('error', rpcErrorOf(error, deps));
  } finally {
    leave();
  }
}

async function answer(call: Call, ended: AbortSignal, deps: NodeDeps): Promise<void> {
  const plan = readPlanOf(call.request);
  const outbound = new Outbound(call, ended);
  if (plan.live) await outbound.send(confirmationResponse(deps.newId()));
  if (plan.stream === undefined) return feedAll(plan, outbound, deps);
  return feedStream(plan.stream, plan, outbound, deps);
}

function rpcErrorOf(error: unknown, deps: NodeDeps): RpcError {
  if (error instanceof RpcError) return error;
  if (error instanceof StreamDeleted) return streamDeleted(error.stream);
  if (error instanceof InvalidFilter) return badRequest(error.message);
  deps.logger.error({ err: error }, 'a read failed');
  return internalError();
}
