/** Requests as they are sent and answers as they came, byte for byte. */
import type { Person, Scene } from '../every-mutation/scene.js';

export interface Kept {
  readonly what: string;
  readonly status: number;
  /** Headers and body. */
  readonly text: string;
  /** Somebody who may read it opened what was sealed. */
  readonly opens: boolean;
}

export interface Asking {
  readonly kept: Kept[];
  /** One request of the graph's; its answer as JSON. */
  ask(by: Person, query: string, input: object): Promise<GraphAnswer>;
  /** Any request at all. */
  send(what: string, path: string, init: RequestInit): Promise<void>;
}

export interface GraphAnswer {
  // biome-ignore lint/suspicious/noExplicitAny: what a mutation answers is as many-shaped as mutations are
  readonly data?: any;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

const opening = /\b(?:discloseReferral|readHousehold|readReferralNotes)\(/;

export function asking({ network }: Scene): Asking {
  const kept: Kept[] = [];
  async function sent(path: string, init: RequestInit) {
    const response = await fetch(`${network.address}${path}`, { redirect: 'manual', ...init });
    const body = await response.text();
    return { status: response.status, text: `${JSON.stringify([...response.headers])}\n${body}`, body };
  }
  return {
    kept,
    async ask(by, query, input) {
      const { status, text, body } = await sent('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${by.token}` },
        body: JSON.stringify({ query, variables: { input } }),
      });
      const answer = JSON.parse(body) as GraphAnswer;
      kept.push({ what: query.slice(0, 60), status, text, opens: opening.test(query) && !answer.errors });
      return answer;
    },
    async send(what, path, init) {
      const { status, text } = await sent(path, init);
      kept.push({ what, status, text, opens: false });
    },
  };
}
