/** Somebody who gives commands over HTTP, and what she may be answered when a process dies under her. */
import { demonstrationPassword, tokenFor } from '@stezhka/local';

/** Her command was acknowledged, or nobody could say: the code, or that there was no answer of the network at all. */
// biome-ignore lint/suspicious/noExplicitAny: what a mutation answers is as many-shaped as mutations are
export type Outcome = { readonly done: any } | { readonly fault: string };

export interface Client {
  give(mutation: string, selection: string, input: object): Promise<Outcome>;
}

/** Tokens are good for ten minutes. */
const RENEW_AFTER_MS = 8 * 60_000;

export function clientOf(address: string, name: string): Client {
  let token: Promise<string> | undefined;
  let renewAt = 0;
  return {
    async give(mutation, selection, input) {
      try {
        if (performance.now() > renewAt) token = undefined;
        token ??= tokenFor(address, name, demonstrationPassword).finally(() => {
          renewAt = performance.now() + RENEW_AFTER_MS;
        });
        const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
        const response = await fetch(`${address}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${await token}` },
          body: JSON.stringify({
            query: `mutation($input: ${type}!) { ${mutation}(input: $input) ${selection} }`,
            variables: { input },
          }),
        });
        const { data, errors } = (await response.json()) as {
          data?: Record<string, unknown>;
          errors?: readonly { readonly extensions: { readonly code: string } }[];
        };
        if (data?.[mutation]) return { done: data[mutation] };
        const code = errors?.[0]?.extensions.code ?? 'none';
        if (code === 'UNAUTHENTICATED') token = undefined;
        return { fault: code };
      } catch {
        token = undefined;
        return { fault: 'NO_ANSWER' };
      }
    },
  };
}
