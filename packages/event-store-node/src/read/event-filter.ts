/** Which events of the whole store a subscription wants: by the name of their stream or by their type. */

export interface FilterRequest {
  readonly on: 'stream' | 'type';
  readonly prefixes: readonly string[];
  /** In the server's dialect of regular expressions; what JavaScript does not know is refused. */
  readonly regex: string | undefined;
}

export type EventFilter = (stream: string, type: string) => boolean;

/** The filter holds an expression that is no regular expression here. */
export class InvalidFilter extends Error {
  override readonly name = 'InvalidFilter';
}

/**
 * With prefixes and an expression the expression wins; with neither, everything passes.
 * @throws InvalidFilter
 */
export function eventFilter(request: FilterRequest): EventFilter {
  const matches = matcher(request);
  return request.on === 'stream' ? (stream) => matches(stream) : (_stream, type) => matches(type);
}

function matcher({ prefixes, regex }: FilterRequest): (text: string) => boolean {
  if (regex !== undefined) {
    const expression = compile(regex);
    return (text) => expression.test(text);
  }
  if (prefixes.length === 0) return () => true;
  return (text) => prefixes.some((prefix) => text.startsWith(prefix));
}

function compile(regex: string): RegExp {
  try {
    return new RegExp(regex);
  } catch (cause) {
    throw new InvalidFilter('the filter is not a regular expression', { cause });
  }
}
