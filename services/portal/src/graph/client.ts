/**
 * The one way to the graph. Documents go by their hash, by POST, mutations too; the cookie needs the header that no
 * other site can set. What was written is waited for: each receipt's token goes along with the next question.
 */
import { type Client, cacheExchange, createClient, fetchExchange } from 'urql';

/** The newest receipt of this page. Never stored: a reload reads what is there anyway. */
let after: string | undefined;

export function remember(receipt: { readonly after: string }): void {
  after = receipt.after;
}

export const sameSite = { 'x-stezhka-request': '1' } as const;

export function createGraphClient(): Client {
  return createClient({
    url: '/graphql',
    exchanges: [cacheExchange, fetchExchange],
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetchOptions: () => ({
      credentials: 'same-origin',
      cache: 'no-store',
      headers: { ...sameSite, ...(after ? { 'x-stezhka-after': after } : {}) },
    }),
  });
}
