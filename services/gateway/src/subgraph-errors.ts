/**
 * Errors of subgraphs, made fit to pass. Hive masks every error that is not a GraphQLError, and what comes over HTTP or
 * from another copy of the library is a plain object; so each is rebuilt, with its path, and with those extensions that
 * a refusal is meant to have.
 */
import { GraphQLError } from 'graphql';
import { codedError, internalMessage } from './refusals.js';
import type { SubgraphError } from './subgraph.js';

/** The extensions of an error that a caller may see. Anything else, a stack or a status, stays behind. */
const passed = ['code', 'possible', 'requestId', 'fields', 'limit', 'max'] as const;

export function rebuildError(error: SubgraphError): GraphQLError {
  const extensions = passedExtensions(error.extensions);
  const { code } = extensions;
  const options = { path: error.path ?? null, extensions };
  if (quotesInput(code, error.message)) return codedError('INVALID_INPUT', inputMessage, options);
  if (typeof code !== 'string' || code === 'INTERNAL_SERVER_ERROR' || code === 'INTERNAL') {
    return codedError('INTERNAL', internalMessage, options);
  }
  return new GraphQLError(error.message, options);
}

export function passedExtensions(
  extensions: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return Object.fromEntries(
    passed.flatMap((name) => (extensions[name] === undefined ? [] : [[name, extensions[name]]])),
  );
}

const inputMessage = 'A value was sent that its type does not allow.';

/** GraphQL libraries refuse an argument by quoting it; only their own words are replaced, not a service's. */
function quotesInput(code: unknown, message: string): boolean {
  if (code === 'GRAPHQL_VALIDATION_FAILED' || code === 'GRAPHQL_PARSE_FAILED') return true;
  return /^(?:Variable "\$|Expected (?:value of )?type |Argument "|Syntax Error|Cannot query)/.test(message);
}
