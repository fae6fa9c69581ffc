/** Short answers to a browser that are no page and no GraphQL. */
import type { ServerResponse } from 'node:http';
import type { Refusal } from '../refusals.js';
import { securityHeaders } from './security-headers.js';

const noStore = { ...securityHeaders, 'cache-control': 'no-store' };

export function redirect(response: ServerResponse, location: string, cookies: readonly string[] = []): void {
  response
    .writeHead(303, { ...noStore, location, ...(cookies.length === 0 ? {} : { 'set-cookie': [...cookies] }) })
    .end();
}

export function answerJson(
  response: ServerResponse,
  status: number,
  body: object,
  cookies: readonly string[] = [],
): void {
  response
    .writeHead(status, {
      ...noStore,
      'content-type': 'application/json; charset=utf-8',
      ...(cookies.length === 0 ? {} : { 'set-cookie': [...cookies] }),
    })
    .end(JSON.stringify(body));
}

/** In the shape of GraphQL's errors, so that the portal reads all refusals alike. */
export function answerRefused(
  response: ServerResponse,
  { status, code, message, possible = [] }: Refusal,
): void {
  answerJson(response, status, { errors: [{ message, extensions: { code, possible } }] });
}

export function answerText(
  response: ServerResponse,
  status: number,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  response
    .writeHead(status, { ...noStore, 'content-type': 'text/plain; charset=utf-8', ...headers })
    .end(`${text}\n`);
}
