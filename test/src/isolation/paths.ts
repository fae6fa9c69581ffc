/** The ways to the data: through the gateway as anybody comes, and past it to each service. */
import { demonstrationPassword, tokenFor } from '@stezhka/local';
import { decodeJwt, decodeProtectedHeader, generateKeyPair, SignJWT } from 'jose';
import { type House, type ServiceName, type Subgraphs, serviceNames } from './house.js';
import type { ViewerKey } from './viewers.js';

export interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: what a query answers is as many-shaped as queries are
  readonly data?: any;
  readonly errors: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: { readonly code: string; readonly possible?: readonly string[] };
  }[];
}

export interface Path {
  readonly name: 'gateway' | ServiceName;
  ask(viewer: ViewerKey, query: string, variables?: object): Promise<Answer>;
}

export function gatewayPath(url: string, tokens: Tokens): Path {
  return {
    name: 'gateway',
    async ask(viewer, query, variables = {}) {
      const authorization = tokens.authorization(viewer);
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) },
        body: JSON.stringify({ query, variables }),
      });
      return answered(await response.json());
    },
  };
}

export function subgraphPaths(subgraphs: Subgraphs, tokens: Tokens): Path[] {
  return serviceNames.map((name) => ({
    name,
    async ask(viewer, query, variables = {}) {
      const headers = { authorization: tokens.authorization(viewer) };
      return answered(
        await subgraphs[name].execute({ query, variables: variables as Record<string, unknown>, headers }),
      );
    },
  }));
}

const answered = (body: unknown): Answer => {
  const { data, errors = [] } = body as Partial<Answer>;
  return { data, errors };
};

export interface Tokens {
  authorization(viewer: ViewerKey): string | undefined;
  /** Tokens end after ten minutes: everybody signs in anew if half of that is over. */
  keep(): Promise<void>;
}

const HALF_THEIR_TIME_MS = 300_000;

/** Real tokens from the network's own sign-in, and what a forger would make of one. */
export async function signIn({ network }: House, viewers: readonly ViewerKey[]): Promise<Tokens> {
  const names = viewers.filter((viewer) => !['anonymous', 'forged', 'expired'].includes(viewer));
  const tokens = new Map<ViewerKey, string>();
  let signedInAt = 0;
  const signEverybodyIn = async () => {
    for (const name of names) tokens.set(name, await tokenFor(network.address, name, demonstrationPassword));
    const good = tokens.get('sender')!;
    tokens.set('expired', good);
    tokens.set('forged', await forgedFrom(good));
    signedInAt = performance.now();
  };
  await signEverybodyIn();
  return {
    authorization(viewer) {
      const token = tokens.get(viewer);
      return token === undefined ? undefined : `Bearer ${token}`;
    },
    async keep() {
      if (performance.now() - signedInAt > HALF_THEIR_TIME_MS) await signEverybodyIn();
    },
  };
}

/** Every claim and header of a good token, signed by somebody else. */
async function forgedFrom(token: string): Promise<string> {
  const { privateKey } = await generateKeyPair('ES256');
  return new SignJWT(decodeJwt(token))
    .setProtectedHeader({ ...decodeProtectedHeader(token), alg: 'ES256' })
    .sign(privateKey);
}
