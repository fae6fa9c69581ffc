/** Files of a portal as a browser asks for them, over a real connection: paths are sent as they are written here. */
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { staticFiles } from './static-files.js';

const script = `export const words = ${JSON.stringify('стежка '.repeat(200))};`;
let around: string;
let server: Server;

beforeAll(async () => {
  around = await mkdtemp(join(tmpdir(), 'stezhka-files-'));
  const dist = join(around, 'dist');
  await mkdir(join(dist, 'assets'), { recursive: true });
  await writeFile(join(around, 'secret.txt'), 'secret');
  await writeFile(join(dist, 'index.html'), '<!doctype html><title>Стежка</title>');
  await writeFile(join(dist, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await writeFile(join(dist, 'assets/index-1a2b.js'), script);
  await writeFile(join(dist, 'assets/face-1a2b.woff2'), Buffer.from([1, 2, 3]));
  await symlink(join(around, 'secret.txt'), join(dist, 'link.txt'));
  const files = await staticFiles(dist);
  server = createServer((incoming, outgoing) => void files.answer(incoming, outgoing));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await rm(around, { recursive: true });
});

/** `fetch` would tidy the path before it is sent. */
function get(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const { port } = server.address() as AddressInfo;
  return new Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
    request({ port, host: '127.0.0.1', path, headers, method, agent: false }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk as Buffer);
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) });
    })
      .on('error', reject)
      .end();
  });
}

describe('a page', () => {
  it.each(['/', '/inbox', '/referrals/3f2a?from=inbox', '/%D0%B0', '/index.html'])(
    'is at %s',
    async (path) => {
      const { status, headers, body } = await get(path);
      expect([status, body.toString()]).toEqual([200, '<!doctype html><title>Стежка</title>']);
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
      expect(headers['cache-control']).toBe('no-store');
      expect(headers.etag).toBeUndefined();
    },
  );

  it('loads nothing from elsewhere and is framed by nobody', async () => {
    const { headers } = await get('/');
    const policy = String(headers['content-security-policy']);
    for (const part of [
      "default-src 'none'",
      "script-src 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ])
      expect(policy).toContain(part);
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(headers).toMatchObject({
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
    });
    expect(headers['permissions-policy']).toContain('geolocation=()');
  });
});

describe('a file', () => {
  it('of the build is kept for ever, and says what it is', async () => {
    const { headers, body } = await get('/assets/index-1a2b.js');
    expect(body.toString()).toBe(script);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect((await get('/assets/face-1a2b.woff2')).headers['content-type']).toBe('font/woff2');
    expect((await get('/icon.svg')).headers).toMatchObject({
      'content-type': 'image/svg+xml',
      'cache-control': 'no-cache',
    });
  });

  it('comes compressed to whom can read it', async () => {
    const br = await get('/assets/index-1a2b.js', { 'accept-encoding': 'gzip, br' });
    const gzip = await get('/assets/index-1a2b.js', { 'accept-encoding': 'gzip, br;q=0' });
    expect(br.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(br.body).toString()).toBe(script);
    expect(gzip.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(gzip.body).toString()).toBe(script);
    expect(br.headers.vary).toBe('accept-encoding');
    expect(br.body.length).toBeLessThan(script.length / 4);
    const font = await get('/assets/face-1a2b.woff2', { 'accept-encoding': 'br' });
    expect(font.headers['content-encoding']).toBeUndefined();
  });

  it('is not sent again to whom has it', async () => {
    const { headers } = await get('/icon.svg');
    const again = await get('/icon.svg', { 'if-none-match': `"other", W/${headers.etag}` });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    const compressed = await get('/icon.svg', {
      'if-none-match': String(headers.etag),
      'accept-encoding': 'br',
    });
    expect(compressed.status).toBe(200);
  });

  it('is told of without being sent', async () => {
    const { status, headers, body } = await get('/icon.svg', {}, 'HEAD');
    expect([status, headers['content-length'], body.length]).toEqual([200, '41', 0]);
  });
});

it.each([
  '/../secret.txt',
  '/assets/../../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e%2fsecret.txt',
  '/..%5csecret.txt',
  '//secret.txt',
  '/assets/%2e%2e/%2e%2e/secret.txt',
  '/secret.txt',
  '/secret.txt%00',
  '/link.txt',
  '/%',
  '/%ff%fe.txt',
  '/assets/',
  '/assets/gone-1a2b.js',
  '/favicon.ico',
])('has nothing at %s', async (path) => {
  const { status, headers, body } = await get(path);
  expect(status).toBe(404);
  expect(headers['content-type']).toBe('text/plain; charset=utf-8');
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(body.toString()).toBe('Nothing is here.\n');
});

it('says so when nothing was built', async () => {
  const files = await staticFiles(join(around, 'nowhere'));
  const empty = createServer((incoming, outgoing) => void files.answer(incoming, outgoing));
  await new Promise<void>((resolve) => empty.listen(0, '127.0.0.1', resolve));
  const response = await fetch(`http://127.0.0.1:${(empty.address() as AddressInfo).port}/`);
  expect(response.status).toBe(404);
  expect(await response.text()).toContain('npm start');
  await new Promise((resolve) => {
    empty.close(resolve);
    empty.closeAllConnections();
  });
});
