/** Understands a Read request. */
import type streams from '@eventstore/db-client/generated/streams_pb.js';
import { DEFAULT_WINDOW } from '../read/checkpoints.js';
import type { PlannedFilter, ReadPlan, ReadStart } from '../read/read-plan.js';
import { streamNameOf } from './expected-in-request.js';
import { badRequest } from './rpc-errors.js';

type Options = streams.ReadReq.Options;

export function readPlanOf(request: streams.ReadReq): ReadPlan {
  const options = request.getOptions();
  if (options === undefined) throw badRequest('options are missing');
  const live = options.hasSubscription();
  const ofStream = options.getStream();
  return {
    stream: ofStream && streamNameOf(ofStream.getStreamIdentifier()),
    start: ofStream ? streamStart(ofStream) : allStart(options),
    direction: options.getReadDirection() === 1 ? 'backwards' : 'forwards',
    limit: live ? Number.MAX_SAFE_INTEGER : numberOf(options.getCount()),
    live,
    filter: filterOf(options.getFilter()),
  };
}

function streamStart(options: streams.ReadReq.Options.StreamOptions): ReadStart {
  if (options.hasStart()) return 'start';
  return options.hasEnd() ? 'end' : numberOf(options.getRevision());
}

function allStart(options: Options): ReadStart {
  const all = options.getAll();
  if (all === undefined) throw badRequest('neither a stream nor all streams are named');
  const position = all.getPosition();
  if (position !== undefined) return numberOf(position.getCommitPosition());
  return all.hasEnd() ? 'end' : 'start';
}

/** Beyond 2^53 there are no events, so the largest safe number stands for all that are larger. */
function numberOf(text: string): number {
  return Math.min(Number(text), Number.MAX_SAFE_INTEGER);
}

function filterOf(filter: streams.ReadReq.Options.FilterOptions | undefined): PlannedFilter | undefined {
  const expression = filter?.getStreamIdentifier() ?? filter?.getEventType();
  if (filter === undefined || expression === undefined) return undefined;
  const window = filter.hasMax() ? filter.getMax() : DEFAULT_WINDOW;
  const regex = expression.getRegex();
  return {
    request: {
      on: filter.hasStreamIdentifier() ? 'stream' : 'type',
      prefixes: expression.getPrefixList(),
      regex: regex === '' ? undefined : regex,
    },
    interval: Math.max(1, window * Math.max(1, filter.getCheckpointintervalmultiplier())),
  };
}
