/** Somebody in the story: signs in with her own name, asks with her own token, keeps what she was shown. */
import { randomUUID } from 'node:crypto';

/** An answer of the graph, as it came over HTTP. */
export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: what a query answers is as many-shaped as queries are
  readonly data?: any;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions: { readonly code: string; readonly possible?: readonly string[] };
  }[];
  readonly extensions?: { readonly stale?: boolean };
}

export interface Party {
  readonly name: string;
  /** One request; refusals come back in the answer. */
  ask(query: string, variables?: object): Promise<Answer>;
  /** One mutation under a key of its own; throws if it is refused. */
  // biome-ignore lint/suspicious/noExplicitAny: see Answer
  does(mutation: string, input: object): Promise<any>;
}

/** The newest receipt of anybody: as if each told the next "look now". */
export interface Meeting {
  after?: string;
}

export class SignInFailed extends Error {
  override readonly name = 'SignInFailed';
}

/** A token for a demonstration account, by name and password. */
export async function tokenFor(address: string, name: string, password: string): Promise<string> {
  const response = await fetch(`${address}/oidc/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'urn:stezhka:grant-type:demonstration-password',
      client_id: 'stezhka-cli',
      username: name,
      password,
    }),
  });
  const body = (await response.json()) as { access_token?: string };
  if (!body.access_token) throw new SignInFailed(name);
  return body.access_token;
}

export function partyWith(address: string, name: string, token: string, meeting: Meeting): Party {
  const ask = async (query: string, variables: object = {}): Promise<Answer> => {
    const response = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${token}`,
        ...(meeting.after ? { 'x-stezhka-after': meeting.after } : {}),
      },
      body: JSON.stringify({ query, variables }),
    });
    return { status: response.status, ...((await response.json()) as object) };
  };
  return {
    name,
    ask,
    async does(mutation, given) {
      const [, operation] = /^\s*(\w+)/.exec(mutation)!;
      const type = inputTypes[operation!] ?? `${capital(operation!)}Input`;
      const selection = mutation.replace(/^\s*\w+/, '');
      const query = `mutation($input: ${type}!) { ${operation}(input: $input) ${selection} }`;
      const answer = await ask(query, { input: { key: randomUUID(), ...given } });
      const done = answer.data?.[operation!];
      if (!done) throw new Error(`${name}, ${operation}: ${answer.errors?.[0]?.extensions.code}`);
      meeting.after = (done.receipt ?? done).after ?? meeting.after;
      return done;
    },
  };
}

/** Acts that carry nothing of their own share one input. */
const inputTypes: Record<string, string> = {
  disableStaff: 'StaffAccessInput',
  enableStaff: 'StaffAccessInput',
  acknowledgeReferral: 'AnswerReferralInput',
  acceptReferral: 'AnswerReferralInput',
  confirmAnswer: 'AnswerReferralInput',
  startReferral: 'AnswerReferralInput',
};

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
