/**
 * The only thing of ours that a browser holds: a random id that means nothing anywhere else. No script can read it, no
 * other site can make the browser send it with more than a click on a link, and no neighbouring host can set it.
 */
export const sessionCookieName = '__Host-stezhka';

/** `__Host-` demands Secure, Path=/ and no Domain; browsers take it on localhost and 127.0.0.1 without TLS too. */
const attributes = 'Path=/; Secure; HttpOnly; SameSite=Lax';

/** A `Set-Cookie` value. Without `maxAgeSeconds` the browser forgets it when it is closed. */
export function setCookie(name: string, value: string, maxAgeSeconds?: number): string {
  return `${name}=${value}; ${attributes}${maxAgeSeconds === undefined ? '' : `; Max-Age=${maxAgeSeconds}`}`;
}

export function forgetCookie(name: string): string {
  return `${name}=; ${attributes}; Max-Age=0`;
}

/** The cookies of a request; of two with one name the first, which a browser sends for the longer path. */
export function readCookies(header: string | undefined): ReadonlyMap<string, string> {
  const cookies = new Map<string, string>();
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at < 0) continue;
    const name = pair.slice(0, at).trim();
    if (name !== '' && !cookies.has(name)) cookies.set(name, pair.slice(at + 1).trim());
  }
  return cookies;
}

const idShape = /^[A-Za-z0-9_-]{43}$/;

/** The session's id, if there is a cookie that could hold one. */
export function sessionIdIn(header: string | undefined): string | undefined {
  const value = readCookies(header).get(sessionCookieName);
  return value !== undefined && idShape.test(value) ? value : undefined;
}

/** Whether the caller acts by cookie, with a session in it or not. */
export function carriesSessionCookie(header: string | undefined): boolean {
  return readCookies(header).has(sessionCookieName);
}
