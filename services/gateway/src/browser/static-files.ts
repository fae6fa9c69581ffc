/**
 * The portal's files, read once. A path is looked up in a map, never on the disk, so there is none that leads out of
 * the directory.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { answerText } from './answers.js';
import { securityHeaders } from './security-headers.js';

export interface StaticFiles {
  /** Answers a `GET` or `HEAD`: a file, the application for a path of its own, 404. */
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

interface KeptFile {
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

const index = '/index.html';
const notBuilt =
  'The portal is not built: there are no pages to show. Stop Stezhka and start it again with npm start, which builds it.';

/** `directory` may not exist: then every answer says that the portal is not built. */
export async function staticFiles(directory: string): Promise<StaticFiles> {
  const files = await readFiles(directory);
  return {
    async answer(request, response) {
      const file = findFile(files, request.url ?? '/');
      if (file !== undefined) return sendFile(file, request, response);
      answerText(response, 404, files.has(index) ? 'Nothing is here.' : notBuilt);
    },
  };
}

async function readFiles(directory: string): Promise<ReadonlyMap<string, KeptFile>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
  const files = entries
    .filter((entry) => entry.isFile())
    .map(async ({ parentPath, name }): Promise<[string, KeptFile]> => {
      const full = join(parentPath, name);
      const path = `/${relative(directory, full).split(sep).join('/')}`;
      return [path, keptFile(path, await readFile(full))];
    });
  return new Map(await Promise.all(files));
}

function keptFile(path: string, content: Buffer): KeptFile {
  const made = new Map<Encoding, Promise<Buffer>>([['identity', Promise.resolve(content)]]);
  return {
    type: types[extname(path).toLowerCase()] ?? 'application/octet-stream',
    etag: createHash('sha256').update(content).digest('base64url').slice(0, 22),
    cacheControl: path.startsWith('/assets/')
      ? 'public, max-age=31536000, immutable'
      : path === index
        ? 'no-store'
        : 'no-cache',
    bytes(encoding) {
      const bytes = made.get(encoding) ?? compress(content, encoding);
      made.set(encoding, bytes);
      return bytes;
    },
  };
}

function compress(content: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'gzip') return promisify(gzip)(content, { level: 9 });
  return promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
}

/** Paths without a file's ending are the application's own. */
function findFile(files: ReadonlyMap<string, KeptFile>, url: string): KeptFile | undefined {
  const path = decoded(url.split(/[?#]/, 1)[0] ?? '/');
  if (path === undefined) return undefined;
  const file = files.get(path);
  if (file !== undefined) return file;
  return path.startsWith('/assets/') || /\.[^/]*$/.test(path) ? undefined : files.get(index);
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

async function sendFile(file: KeptFile, request: IncomingMessage, response: ServerResponse): Promise<void> {
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
