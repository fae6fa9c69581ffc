/**
 * What is told bit by bit. A subscription comes to the same server as any operation, under the same limits and guards;
 * only then its results are left with the caller instead of one answer.
 */
import {
  type GraphQLRequestContextResponseForOperation,
  type GraphQLResponse,
  HeaderMap,
} from '@apollo/server';
import { mapStream, type Stream } from '@stezhka/event-stream';
import {
  type ExecutionResult,
  type FormattedExecutionResult,
  type GraphQLError,
  type GraphQLFormattedError,
  type OperationDefinitionNode,
  subscribe,
} from 'graphql';
import { formatError } from './answered-error.js';
import type { RequestContext } from './request-context.js';
import { RequestRefused } from './request-refused.js';

export type Results = Stream<FormattedExecutionResult>;

/** @throws RequestRefused BAD_REQUEST where the caller takes one answer only */
export function refuseUnheard({ operation }: OperationDefinitionNode, { stream }: RequestContext): void {
  if (operation === 'subscription' && !stream)
    throw new RequestRefused({ code: 'BAD_REQUEST', possible: ['accept: text/event-stream'] }, 400);
}

export async function subscription(
  request: GraphQLRequestContextResponseForOperation<RequestContext>,
  logFaults: (errors: readonly GraphQLError[]) => void,
): Promise<GraphQLResponse> {
  const { schema, document, operationName, contextValue } = request;
  const { stream, requestId } = contextValue;
  const begun = await subscribe({
    ...{ schema, document, operationName, contextValue },
    variableValues: request.request.variables ?? {},
  });
  const format = ({ data, errors = [] }: ExecutionResult): FormattedExecutionResult => {
    logFaults(errors);
    return {
      ...(data === undefined ? {} : { data }),
      ...(errors.length === 0 ? {} : { errors: errors.map((error) => formatted(error, requestId)) }),
    };
  };
  if (!(Symbol.asyncIterator in begun)) return single(format(begun));
  if (stream) stream.results = mapStream(begun as Stream<ExecutionResult>, format);
  return single({ data: null });
}

function formatted(error: GraphQLError, requestId: string): GraphQLFormattedError {
  const { extensions, ...rest } = formatError(error.toJSON(), error);
  return { ...rest, extensions: { ...extensions, requestId } };
}

const single = (singleResult: FormattedExecutionResult) =>
  ({
    http: { headers: new HeaderMap() },
    body: { kind: 'single', singleResult },
  }) satisfies GraphQLResponse;
