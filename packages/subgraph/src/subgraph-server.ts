/**
 * The one way a subgraph is executed. Over HTTP and inside the process a request meets the same limits, the same
 * guards and the same errors, because it is the same server.
 */
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { Logger } from '@stezhka/telemetry';
import type { GraphQLError } from 'graphql';
import { answerTo, causeOf, formatError } from './answered-error.js';
import { documentRules, MOST_TOKENS } from './document-rules.js';
import { guardVariables } from './guarded-values.js';
import type { RequestContext } from './request-context.js';
import type { Subgraph } from './subgraph.js';
import { refuseUnheard, subscription } from './subscription.js';
import type { Turns } from './turns.js';

export interface SubgraphServerOptions {
  readonly subgraph: Subgraph;
  readonly logger: Logger;
  /** Whether anybody may read the schema. */
  readonly introspection?: boolean;
  /** Mutations take turns, with all others that were given the same; if absent as many run at once as come. */
  readonly turns?: Turns;
}

export function createSubgraphServer(options: SubgraphServerOptions): ApolloServer<RequestContext> {
  const { subgraph, logger, introspection = false, turns } = options;
  return new ApolloServer<RequestContext>({
    schema: subgraph.schema,
    introspection,
    csrfPrevention: true,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    stopOnTerminationSignals: false,
    nodeEnv: 'production',
    parseOptions: { maxTokens: MOST_TOKENS },
    validationRules: [...documentRules],
    formatError,
    logger: codesOnly(logger),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      conduct(logger, turns),
    ],
  });
}

/**
 * What is done stays: who acts is looked up when she does. Nobody acts without having signed in: who has not is refused
 * by every mutation, and keeps nobody waiting for it.
 */
async function beginAct(turns: Turns | undefined, context: RequestContext): Promise<void> {
  if (!context.viewer) return;
  if (turns) context.turn.leave = await turns.take();
  Object.assign(context, { viewer: await context.again() });
}

function conduct(logger: Logger, turns: Turns | undefined): ApolloServerPlugin<RequestContext> {
  return {
    async unexpectedErrorProcessingRequest({ requestContext: { contextValue } }) {
      contextValue.turn.leave();
    },
    async requestDidStart() {
      return {
        async didResolveOperation({ schema, operation, request, contextValue }) {
          if (operation) refuseUnheard(operation, contextValue);
          if (operation) guardVariables(schema, operation, request.variables ?? {});
          if (operation?.operation === 'mutation') await beginAct(turns, contextValue);
        },
        async responseForOperation(request) {
          // Against its type there is none where a document has several and names none of them.
          if (request.operation?.operation !== 'subscription') return null;
          const { requestId } = request.contextValue;
          return subscription(request, (errors) => logFaults(logger, errors, requestId));
        },
        async didEncounterErrors({ errors, contextValue }) {
          logFaults(logger, errors, contextValue.requestId);
        },
        async willSendResponse({ response, contextValue }) {
          contextValue.turn.leave();
          if (response.body.kind !== 'single') return;
          const result = response.body.singleResult;
          const { requestId, stale } = contextValue;
          for (const error of result.errors ?? []) Object.assign(error.extensions ?? {}, { requestId });
          if (stale.value) result.extensions = { ...result.extensions, stale: true };
        },
      };
    },
  };
}

/** Only what nobody foresaw is a fault of ours; a refusal is an answer. */
export function logFaults(logger: Logger, errors: readonly GraphQLError[], requestId: string): void {
  for (const error of errors)
    if (answerTo(error).code === 'INTERNAL')
      logger.error('graphql.failed', { requestId, error: causeOf(error) });
}

/** Apollo Server's own lines quote requests. */
function codesOnly(logger: Logger) {
  const quiet = (): void => {};
  return {
    debug: quiet,
    info: quiet,
    warn: () => logger.warn('graphql.server_warned'),
    error: () => logger.error('graphql.server_failed'),
  };
}
