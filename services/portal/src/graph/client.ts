/**
 * The one way to the graph. Documents go by their hash, by POST, mutations too; the cookie needs the header that no
 * other site can set. What was written is waited for: each receipt's token goes along with the next question.
 */
import { type Client, cacheExchange, createClient, fetchExchange } from 'urql';

/** The newest receipt of this page. Never stored: a reload reads what is there anyway. */
let after: string | undefined;
let writtenAt = Number.NEGATIVE_INFINITY;
/** So long what was told elsewhere does not take the place of what was written here. */
const OWN_FIRST_MS = 3_000;

export function remember(receipt: { readonly after: string }): void {
  after = receipt.after;
  writtenAt = performance.now();
}

/** Somebody else's writing, of which this page was told. */
export function hear(told: string | null): void {
  if (told !== null && performance.now() - writtenAt > OWN_FIRST_MS) after = told;
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
