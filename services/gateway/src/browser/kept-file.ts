/** One of the portal's files in memory, sent as small as the browser can take it and not at all if it has it. */
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { securityHeaders } from './security-headers.js';

export interface KeptFile {
  readonly type: string;
  readonly etag: string;
  readonly cacheControl: string;
  bytes(encoding: Encoding): Promise<Buffer>;
}

type Encoding = 'identity' | 'gzip' | 'br';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};
const compressible = /^(text\/|application\/|image\/svg)/;

export function keptFile(path: string, content: Buffer, cacheControl: string): KeptFile {
  const made = new Map<Encoding, Promise<Buffer>>([['identity', Promise.resolve(content)]]);
  return {
    type: types[extname(path).toLowerCase()] ?? 'application/octet-stream',
    etag: createHash('sha256').update(content).digest('base64url').slice(0, 22),
    cacheControl,
    bytes(encoding) {
      const bytes = made.get(encoding) ?? compress(content, encoding);
      made.set(encoding, bytes);
      return bytes;
    },
  };
}

/** At 9 the portal's files come out no smaller than at 6, and whoever comes first would wait a second for them. */
const BROTLI_QUALITY = 6;

function compress(content: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'gzip') return promisify(gzip)(content, { level: 9 });
  return promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } });
}

export async function sendFile(
  file: KeptFile,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const encoding = compressible.test(file.type) ? encodingFor(request) : 'identity';
  const etag = `"${file.etag}-${encoding}"`;
  const headers = {
    ...securityHeaders,
    'content-type': file.type,
    'cache-control': file.cacheControl,
    vary: 'accept-encoding',
    ...(file.cacheControl === 'no-store' ? {} : { etag }),
    ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
  };
  const known = (request.headers['if-none-match'] ?? '')
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''));
  if (file.cacheControl !== 'no-store' && known.includes(etag)) {
    response.writeHead(304, headers).end();
    return;
  }
  const bytes = await file.bytes(encoding);
  response.writeHead(200, { ...headers, 'content-length': bytes.length });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

function encodingFor({ headers }: IncomingMessage): Encoding {
  const accepted = String(headers['accept-encoding'] ?? '')
    .split(',')
    .filter((one) => !/;\s*q=0(\.0*)?\s*$/.test(one))
    .map((one) => one.split(';', 1)[0]?.trim().toLowerCase());
  return accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : 'identity';
}
