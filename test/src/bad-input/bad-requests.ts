/** What reaches the gateway and is no request of the graph's. */
import { canary } from './fit-to-send.js';

export interface BadRequest {
  readonly what: string;
  readonly status: number;
  readonly code: string;
  readonly path?: string;
  readonly init: () => Omit<RequestInit, 'headers'> & { readonly headers?: Record<string, string> };
}

const json = { 'content-type': 'application/json' };
const good = JSON.stringify({ query: '{ me { staffId } }' });

function posted(what: string, body: BodyInit, headers: Record<string, string> = json) {
  return { what, status: 400, code: 'BAD_REQUEST', init: () => ({ method: 'POST', headers, body }) };
}
const ofType = (what: string, type: string) => ({
  ...posted(what, good, { 'content-type': type }),
  status: 415,
});
const ofSize = (what: string, body: string) => ({ ...posted(what, body), status: 413, code: 'TOO_LARGE' });
const byMethod = (method: string, body?: string) => ({
  what: method,
  status: 405,
  code: 'BAD_REQUEST',
  init: () => ({ method, ...(body ? { body, headers: json } : {}) }),
});

export const badRequests: readonly BadRequest[] = [
  { ...byMethod('GET'), path: `/graphql?query={me{staffId}}&${canary}=${canary}` },
  byMethod('PUT', good),
  byMethod('DELETE', good),
  byMethod('PATCH', good),
  byMethod('OPTIONS'),
  ofType('plain text', 'text/plain'),
  ofType('a form', 'application/x-www-form-urlencoded'),
  ofType('a file', 'multipart/form-data; boundary=x'),
  ofType('GraphQL as text', 'application/graphql'),
  ofType('another charset', 'application/json; charset=utf-16le'),
  ofType(`no type at all`, `${canary}/${canary}`),
  { ...posted('compressed', good, { ...json, 'content-encoding': 'gzip' }), status: 415 },
  posted('nothing', ''),
  posted('broken JSON', `{"query": "{ me { staffId } }", "variables": {"${canary}": "${canary}`),
  posted('bytes that are no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])),
  posted('a word', JSON.stringify(canary)),
  posted('a number', '1e999'),
  posted('null', 'null'),
  posted('a batch', JSON.stringify([{ query: '{ me { staffId } }' }, { query: `{ ${canary} }` }])),
  posted('no query', JSON.stringify({ [canary]: canary })),
  posted('a query that is no text', JSON.stringify({ query: { [canary]: canary } })),
  posted('variables that are text', JSON.stringify({ query: '{ me { staffId } }', variables: canary })),
  posted('variables that are a list', JSON.stringify({ query: '{ me { staffId } }', variables: [canary] })),
  posted('a name that is no text', JSON.stringify({ query: '{ me { staffId } }', operationName: [canary] })),
  posted(
    'a persisted query',
    JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: canary } } }),
  ),
  posted('brackets without end', `{"query": ${'['.repeat(50_000)}`),
  ofSize('100 KB and a byte', good.padEnd(100 * 1024 + 1)),
  ofSize(
    'a megabyte of words',
    JSON.stringify({ query: '{ me { staffId } }', variables: { a: canary.repeat(65_536) } }),
  ),
];
