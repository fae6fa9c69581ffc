import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { keepPending, type PendingSignIn, takePending } from './pending-sign-in.js';
import { deriveSealing } from './sealing.js';

const sealing = deriveSealing(Buffer.alloc(32, 1));
const begun = new Date('2026-03-01T09:00:00Z');
const pendingOf = (state: string): PendingSignIn => ({
  state,
  nonce: 'n',
  verifier: 'canary-verifier',
  returnTo: '/inbox',
  begunAt: begun.getTime(),
});
const withCookies = (...lines: readonly string[]): IncomingMessage =>
  ({ headers: { cookie: lines.map((line) => line.split(';', 1)[0]).join('; ') } }) as IncomingMessage;
const minutes = (count: number) => new Date(begun.getTime() + count * 60_000);

describe('a sign-in that is under way', () => {
  const kept = keepPending(pendingOf('s1'), withCookies(), sealing);

  it('is remembered by the browser that began it, which cannot read it', () => {
    expect(kept).toHaveLength(1);
    expect(kept[0]).toMatch(
      /^__Host-stezhka-sign-in-[\w-]{12}=[\w-]+; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=1200$/,
    );
    expect(Buffer.from(kept[0]!.split(/[=;]/)[1]!, 'base64url').toString('latin1')).not.toContain('canary');
    expect(takePending('s1', withCookies(...kept), sealing, minutes(19))).toEqual(pendingOf('s1'));
  });

  it('is unknown to another browser, under another state, after its time and under another secret', () => {
    expect(takePending('s1', withCookies(), sealing, begun)).toBeUndefined();
    expect(takePending('s2', withCookies(...kept), sealing, begun)).toBeUndefined();
    expect(takePending('s1', withCookies(...kept), sealing, minutes(21))).toBeUndefined();
    const other = deriveSealing(Buffer.alloc(32, 2));
    expect(takePending('s1', withCookies(...kept), other, begun)).toBeUndefined();
  });

  it('is not taken from a value that was changed, or moved to another state', () => {
    const [name, value] = kept[0]!.split(';', 1)[0]!.split('=');
    for (const changed of ['', 'x', value!.slice(1), `${value!.slice(0, -4)}AAAA`])
      expect(takePending('s1', withCookies(`${name}=${changed}`), sealing, begun)).toBeUndefined();
    const [second] = keepPending(pendingOf('s2'), withCookies(), sealing);
    const moved = `${second!.split('=', 1)[0]}=${value}`;
    expect(takePending('s2', withCookies(moved), sealing, begun)).toBeUndefined();
  });

  it('goes on in several tabs, but does not pile up', () => {
    const all: string[] = [];
    for (const state of ['a', 'b', 'c', 'd'])
      all.push(...keepPending(pendingOf(state), withCookies(...all), sealing));
    expect(all).toHaveLength(4);
    expect(takePending('a', withCookies(...all), sealing, begun)).toEqual(pendingOf('a'));
    const fifth = keepPending(pendingOf('e'), withCookies(...all), sealing);
    expect(fifth.filter((line) => line.endsWith('Max-Age=0'))).toHaveLength(4);
    expect(fifth).toHaveLength(5);
  });
});

it('is sealed under a secret that nobody guesses', () => {
  expect(() => deriveSealing(Buffer.alloc(31))).toThrow(RangeError);
});
