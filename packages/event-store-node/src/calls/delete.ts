/** Delete hides a stream's events, Tombstone ends the stream for ever. */
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { handleUnaryCall } from '@grpc/grpc-js';
import type { WriteOutcome } from '../append/append-outcome.js';
import { type RequestTarget, targetOf } from './expected-in-request.js';
import type { NodeDeps } from './node-deps.js';
import { stopping, streamDeleted, wrongExpectedVersion } from './rpc-errors.js';

export function deleteCall(deps: NodeDeps): handleUnaryCall<streams.DeleteReq, streams.DeleteResp> {
  return (call, callback) => {
    remove(deps, () => targetOf(call.request.getOptions()), 'softDelete').then(
      (position) =>
        callback(null, answered(new streams.DeleteResp(), new streams.DeleteResp.Position(), position)),
      callback,
    );
  };
}

export function tombstoneCall(deps: NodeDeps): handleUnaryCall<streams.TombstoneReq, streams.TombstoneResp> {
  return (call, callback) => {
    remove(deps, () => targetOf(call.request.getOptions()), 'tombstone').then(
      (position) =>
        callback(null, answered(new streams.TombstoneResp(), new streams.TombstoneResp.Position(), position)),
      callback,
    );
  };
}

/** Answers the position of the deletion. @throws RpcError */
async function remove(
  deps: NodeDeps,
  targetOfRequest: () => RequestTarget,
  how: 'softDelete' | 'tombstone',
): Promise<number | undefined> {
  const { stream, expected } = targetOfRequest();
  if (deps.calls.stopping) throw stopping();
  const outcome = await new Promise<WriteOutcome>((resolve, reject) => {
    const leave = deps.calls.enter(() => reject(stopping()));
    deps.writer[how](stream, expected, (given) => {
      leave();
      resolve(given);
    });
  });
  if (outcome.kind === 'deleted') throw streamDeleted(stream);
  if (outcome.kind === 'wrong-version') throw wrongExpectedVersion(stream, expected, outcome.current);
  return outcome.position;
}

interface PositionMessage {
  setCommitPosition(value: string): this;
  setPreparePosition(value: string): this;
}

interface DeletionResponse<Position> {
  setPosition(value: Position): this;
  setNoPosition(value: shared.Empty): this;
}

function answered<Position extends PositionMessage, Response extends DeletionResponse<Position>>(
  response: Response,
  place: Position,
  position: number | undefined,
): Response {
  if (position === undefined) return response.setNoPosition(new shared.Empty());
  const text = String(position);
  return response.setPosition(place.setCommitPosition(text).setPreparePosition(text));
}
