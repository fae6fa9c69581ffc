/**
 * An error's text is written by whoever threw it, and databases, parsers and validators quote what they were given.
 * So an error is logged as its class, its code and where it was thrown, without its message, unless its class
 * promises that its messages are the program's own words.
 */

/** Set to true as a static member of an error class whose messages never contain input. */
export const safeMessage: unique symbol = Symbol.for('stezhka.safeMessage');

export interface DescribedError {
  readonly name: string;
  readonly code?: string | number;
  /** Only from classes marked with `safeMessage`. */
  readonly message?: string;
  /** The innermost line of ours that the stack names. */
  readonly at?: string;
  readonly cause?: DescribedError;
}

const deepestCause = 3;

export function describeError(error: unknown, depth = 0): DescribedError {
  if (!(error instanceof Error)) return { name: 'NotAnError' };
  const type = error.constructor as { name?: unknown; [safeMessage]?: unknown };
  const code = errorCode(error);
  const at = thrownAt(error);
  return {
    name: className(type.name),
    ...(code === undefined ? {} : { code }),
    ...(type[safeMessage] === true ? { message: error.message.slice(0, 300) } : {}),
    ...(at === undefined ? {} : { at }),
    ...(error.cause === undefined || depth >= deepestCause
      ? {}
      : { cause: describeError(error.cause, depth + 1) }),
  };
}

/** The class's own name: `error.name` can be assigned from anywhere. */
function className(name: unknown): string {
  return typeof name === 'string' && /^[A-Z][A-Za-z0-9]{1,63}$/.test(name) ? name : 'Error';
}

function errorCode(error: Error): string | number | undefined {
  const { code } = error as { code?: unknown };
  if (typeof code === 'number' && Number.isSafeInteger(code) && Math.abs(code) < 100_000) return code;
  return typeof code === 'string' && /^(?:[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*|[0-9A-Z]{5})$/.test(code)
    ? code.slice(0, 64)
    : undefined;
}

/** Looks only behind the message: a message may imitate a stack. */
function thrownAt(error: Error): string | undefined {
  const stack = typeof error.stack === 'string' ? error.stack : '';
  const start = stack.lastIndexOf(error.message);
  if (start < 0) return undefined;
  // A module's address may have a query behind its path.
  const found = /((?:src|dist)\/[a-z0-9./-]+\.[jt]s)(?:\?[^:\s]*)?:([0-9]+):[0-9]+/.exec(
    stack.slice(start + error.message.length),
  );
  return found ? `${found[1]}:${found[2]}` : undefined;
}
