/** What went wrong, as a code to act on. Sentences that a server sends are for logs, never for people. */
import type { CombinedError } from 'urql';

export interface Fault {
  /** A refusal's code; OFFLINE if no answer came, INTERNAL if it makes no sense. */
  readonly code: string;
  /** What is possible instead, as codes. */
  readonly possible: readonly string[];
}

export function faultOf(error: CombinedError): Fault {
  const [first] = error.graphQLErrors;
  if (!first) {
    const status = (error.response as Response | undefined)?.status;
    return { code: status === 401 ? 'UNAUTHENTICATED' : status ? 'INTERNAL' : 'OFFLINE', possible: [] };
  }
  const { code, possible } = first.extensions;
  return {
    code: typeof code === 'string' ? code : 'INTERNAL',
    possible: Array.isArray(possible) ? possible.map(String) : [],
  };
}
