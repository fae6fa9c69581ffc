import { describe, expect, it } from '@jest/globals';
import {
  carriesSessionCookie,
  forgetCookie,
  readCookies,
  sessionCookieName,
  sessionIdIn,
  setCookie,
} from './cookie.js';

const id = 'a-B_9'.repeat(9).slice(0, 43);

describe('the session cookie', () => {
  it('is out of reach of scripts, of plain connections, of neighbours and of other sites', () => {
    expect(setCookie(sessionCookieName, id)).toBe(
      `__Host-stezhka=${id}; Path=/; Secure; HttpOnly; SameSite=Lax`,
    );
    expect(setCookie('__Host-x', 'y', 60)).toMatch(/; Max-Age=60$/);
  });

  it('is forgotten under the attributes that it was set with', () => {
    expect(forgetCookie(sessionCookieName)).toBe(
      '__Host-stezhka=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0',
    );
  });

  it('is found among others', () => {
    expect(sessionIdIn(`a=1;  __Host-stezhka=${id} ; b`)).toBe(id);
    expect(sessionIdIn(`__Host-stezhka=${id}; __Host-stezhka=other`)).toBe(id);
  });

  it.each([
    undefined,
    '',
    ';;=;=x',
    '__Host-stezhka',
    '__Host-stezhka=',
    '__Host-stezhka=short',
    `__Host-stezhka=${id}x`,
    `__Host-stezhka="${id.slice(2)}"`,
    `__Host-stezhka=${id.slice(1)}\0`,
    `xx__Host-stezhka=${id}`,
    `__host-stezhka=${id}`,
  ])('is not taken from %j', (header) => {
    expect(sessionIdIn(header)).toBeUndefined();
  });

  it('is carried also when nothing that could be a session is in it', () => {
    expect(carriesSessionCookie('__Host-stezhka=x')).toBe(true);
    expect(carriesSessionCookie('stezhka=x')).toBe(false);
    expect(carriesSessionCookie(undefined)).toBe(false);
  });
});

it('keeps what is after the first sign of equality', () => {
  expect([...readCookies('a=b=c; d=')]).toEqual([
    ['a', 'b=c'],
    ['d', ''],
  ]);
});
