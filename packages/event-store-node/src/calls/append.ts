/** Append: one append on a call of its own. The client uses it where an append carries its own credentials. */

import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { handleClientStreamingCall, sendUnaryData } from '@grpc/grpc-js';
import type { WriteOutcome } from '../append/append-outcome.js';
import type { ExpectedRevision } from '../append/expected-revision.js';
import { MAX_APPEND_SIZE, type ProposedEvent, sizeOf } from '../append/proposed-event.js';
import { type RequestTarget, targetOf, uuidOf } from './expected-in-request.js';
import type { NodeDeps } from './node-deps.js';
import { appendTooLarge, badRequest, RpcError, stopping, streamDeleted } from './rpc-errors.js';

type Handler = handleClientStreamingCall<streams.AppendReq, streams.AppendResp>;

export function appendCall(deps: NodeDeps): Handler {
  return (call, callback) => {
    let target: RequestTarget | undefined;
    const events: ProposedEvent[] = [];
    let size = 0;
    const answer = once(callback);
    const leave = deps.calls.enter(() => answer(stopping()));
    const refuse = (error: RpcError): void => {
      leave();
      answer(error);
    };
    call.on('data', (request: streams.AppendReq) => {
      try {
        if (request.hasOptions()) target = targetOf(request.getOptions());
        const message = request.getProposedMessage();
        if (message === undefined) return;
        const event = proposedEvent(message);
        size += sizeOf(event);
        if (size > MAX_APPEND_SIZE) return refuse(appendTooLarge());
        events.push(event);
      } catch (error) {
        refuse(error instanceof RpcError ? error : badRequest('the request cannot be read'));
      }
    });
    call.on('cancelled', leave);
    call.on('end', () => {
      if (answer.given) return;
      if (deps.calls.stopping) return refuse(stopping());
      if (target === undefined) return refuse(badRequest('options are missing'));
      const { stream, expected } = target;
      deps.writer.append(stream, expected, events, (outcome) => {
        leave();
        if (outcome.kind === 'deleted') answer(streamDeleted(stream));
        else answer(null, response(outcome, expected));
      });
    });
  };
}

/** A call may be refused early and then end, or end while the node stops: it is answered once. */
function once(callback: sendUnaryData<streams.AppendResp>) {
  const answer = (error: RpcError | null, value: streams.AppendResp | null = null): void => {
    if (answer.given) return;
    answer.given = true;
    callback(error, value);
  };
  answer.given = false;
  return answer;
}

function proposedEvent(message: streams.AppendReq.ProposedMessage): ProposedEvent {
  const metadata = message.getMetadataMap();
  return {
    id: uuidOf(message.getId()),
    type: metadata.get('type') ?? '',
    contentType: metadata.get('content-type') ?? '',
    data: message.getData_asU8(),
    customMetadata: message.getCustomMetadata_asU8(),
  };
}

function response(
  outcome: Exclude<WriteOutcome, { kind: 'deleted' }>,
  expected: ExpectedRevision,
): streams.AppendResp {
  const answer = new streams.AppendResp();
  if (outcome.kind === 'wrong-version')
    return answer.setWrongExpectedVersion(conflict(outcome.current, expected));
  const success = new streams.AppendResp.Success();
  if (outcome.revision < 0) success.setNoStream(new shared.Empty());
  else success.setCurrentRevision(String(outcome.revision));
  if (outcome.position === undefined) success.setNoPosition(new shared.Empty());
  else
    success.setPosition(
      new streams.AppendResp.Position()
        .setCommitPosition(String(outcome.position))
        .setPreparePosition(String(outcome.position)),
    );
  return answer.setSuccess(success);
}

function conflict(current: number, expected: ExpectedRevision): streams.AppendResp.WrongExpectedVersion {
  const conflict = new streams.AppendResp.WrongExpectedVersion();
  if (current < 0) conflict.setCurrentNoStream(new shared.Empty());
  else conflict.setCurrentRevision(String(current));
  if (expected.kind === 'exactly') conflict.setExpectedRevision(expected.revision.toString());
  if (expected.kind === 'any') conflict.setExpectedAny(new shared.Empty());
  if (expected.kind === 'stream-exists') conflict.setExpectedStreamExists(new shared.Empty());
  if (expected.kind === 'no-stream') conflict.setExpectedNoStream(new shared.Empty());
  return conflict;
}
