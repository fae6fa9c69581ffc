/**
 * Hive, with everything switched off that this gateway does itself: its HTTP handling, its logs, its request ids, its
 * error codes. What is left is planning and merging, by either of its two planners.
 */
import { createGatewayRuntime, type GatewayPlugin, type GatewayRuntime } from '@graphql-hive/gateway-runtime';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import type { Transport } from '@graphql-mesh/transport-common';
import { type ExecutionArgs, type ExecutionResult, GraphQLError } from 'graphql';
import { completeAnswer, selectedRootFields } from './complete-answer.js';
import { restoreIndices } from './error-paths.js';
import type { OperationCheck } from './operation-check.js';
import { codedError, internalMessage, missingMessage } from './refusals.js';
import { forwardedHeaders } from './subgraph.js';
import { checkOperationName, checkVariables } from './variable-check.js';

/** `rust` plans the whole operation natively, `js` delegates field by field. Answers are the same. */
export type Planner = 'rust' | 'js';

export interface RuntimeOptions {
  readonly supergraph: string;
  readonly planner: Planner;
  readonly transport: Transport;
  readonly check: OperationCheck;
  /** See `GatewayOptions.mergeInFlight`. */
  readonly mergeInFlight: boolean;
  /** Called with an error that no rule foresaw. */
  onUnexpected(error: unknown): void;
}

export function createSupergraphRuntime(options: RuntimeOptions): GatewayRuntime {
  const { supergraph, planner, transport, check, mergeInFlight } = options;
  return createGatewayRuntime({
    supergraph,
    ...(planner === 'rust' ? { unifiedGraphHandler } : {}),
    transports: () => transport,
    // Joining fetches of one operation into one text costs the errors of each their place.
    __experimental__batchExecution: false,
    propagateHeaders: {
      fromClientToSubgraphs: ({ request }) =>
        Object.fromEntries(
          forwardedHeaders.flatMap((name) => {
            const value = request.headers.get(name);
            return value === null ? [] : [[name, value]];
          }),
        ),
    },
    // Two users' identical queries are two queries. Turned on, the key leaves out who asks: that is the control.
    inboundInflightRequestDeduplication: mergeInFlight ? { shouldIncludeHeader: () => false } : false,
    plugins: () => [operationRules(check, planner)],
    maskedErrors: {
      maskError(error) {
        const known = ownError(error);
        if (known !== undefined) return known;
        if (isMissingPart(error))
          return codedError('NOT_FOUND', missingMessage, { path: error.path ?? null });
        options.onUnexpected(error);
        return codedError('INTERNAL', internalMessage, {
          path: error instanceof GraphQLError ? (error.path ?? null) : null,
        });
      },
    },
    subgraphErrors: false,
    requestId: false,
    logging: false,
    landingPage: false,
    graphiql: false,
    cors: false,
    batching: false,
    multipart: false,
  });
}

/** Parsing, validation and input by our own check, in place of Hive's; and answers in one form, whoever planned them. */
function operationRules(check: OperationCheck, planner: Planner): GatewayPlugin {
  return {
    onParse({ context, setParseFn }) {
      setParseFn((source: string) => check.parse(source));
      return ({ result }) => {
        if (result === null || result instanceof Error || !('kind' in result)) return;
        const fault = checkOperationName(result, context.params.operationName);
        if (fault !== undefined) throw fault;
      };
    },
    onValidate({ setValidationFn }) {
      setValidationFn(check.validate);
    },
    onExecute({ args, setResultAndStopExecution }) {
      const instead = answerUnplanned(args);
      if (instead) return void setResultAndStopExecution(instead);
      return {
        onExecuteDone({ result, setResult }) {
          if (!(Symbol.asyncIterator in result)) setResult(inOneForm(args, result));
        },
      };
    },
    onSubscribe({ args, setResultAndStopExecution }) {
      const instead = answerUnplanned(args);
      if (instead) return void setResultAndStopExecution(instead);
      return {
        onSubscribeResult: () => ({
          onNext({ result, setResult }) {
            if (!(Symbol.asyncIterator in result)) setResult(inOneForm(args, result));
          },
        }),
      };
    },
  };

  function answerUnplanned(args: ExecutionArgs): ExecutionResult | undefined {
    const errors = checkVariables(args);
    if (errors.length > 0) return { errors };
    // The Rust planner fails on an operation of which every field is skipped.
    return selectedRootFields(args).size === 0 ? { data: {} } : undefined;
  }

  function inOneForm(args: ExecutionArgs, result: ExecutionResult): ExecutionResult {
    if (planner === 'rust') return completeAnswer(args, result);
    return { data: result.data ?? null, ...restoreIndices(result) };
  }
}

/** The JS planner's word for an entity that its subgraph did not give and that may not be null. */
function isMissingPart(error: unknown): error is GraphQLError {
  return error instanceof GraphQLError && error.message.startsWith('Cannot return null for non-nullable');
}

/** Errors made by the check or rebuilt by the transport have a code, however often they were wrapped since. */
function ownError(error: unknown): GraphQLError | undefined {
  if (!(error instanceof GraphQLError)) return undefined;
  const coded = typeof error.extensions.code === 'string';
  const { originalError } = error;
  if (originalError === undefined) return coded ? error : undefined;
  return coded && ownError(originalError) !== undefined ? error : undefined;
}
