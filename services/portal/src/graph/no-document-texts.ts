/**
 * Stands in for the parser and printer that urql brings along. Documents leave this portal by their hash alone, so
 * there is no text to parse or print, and a phone need not load what would do it.
 */
export const Kind = {
  DOCUMENT: 'Document',
  FIELD: 'Field',
  FRAGMENT_DEFINITION: 'FragmentDefinition',
  NAME: 'Name',
  OPERATION_DEFINITION: 'OperationDefinition',
} as const;

/** An error as a server told it. */
export class GraphQLError extends Error {
  readonly path: unknown;
  readonly extensions: Record<string, unknown>;

  constructor(
    message: string,
    _nodes?: unknown,
    _source?: unknown,
    _positions?: unknown,
    path?: unknown,
    _original?: unknown,
    extensions: Record<string, unknown> = {},
  ) {
    super(message);
    this.name = 'GraphQLError';
    this.path = path;
    this.extensions = extensions;
  }
}

/** A document without a text prints as nothing. */
export function print(): string {
  return '';
}

/** @throws always: who comes here has a text, and a text would be refused */
export function parse(): never {
  throw new Error('documents are sent by their hash');
}
