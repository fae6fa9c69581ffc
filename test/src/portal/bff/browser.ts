/**
 * A browser's part in signing in: cookies kept by path, redirects followed one by one, and all that it ever saw
 * written down, so that a test can look for what it should not have seen.
 */
import { password } from './people.js';

export interface Seen {
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked into freely in specs.
  readonly json: any;
}

interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly path: string;
}

export interface Browser {
  readonly origin: string;
  readonly cookies: readonly Cookie[];
  /** Addresses, headers and bodies of everything that was answered. */
  readonly seen: readonly string[];
  go(path: string, init?: RequestInit): Promise<Seen>;
  /** On from where it is sent, to the first answer that is no redirect. */
  follow(path: string): Promise<Seen>;
  /** The sign-in page that a visit ends at, filled in. */
  submit(page: Seen, name: string, typed?: string): Promise<Seen>;
  signIn(name: string, query?: string): Promise<Seen>;
  /** As the portal asks. */
  ask(body: object, headers?: Record<string, string>): Promise<Seen>;
  session(): Promise<{
    readonly signedIn: boolean;
    readonly displayName?: string;
    readonly expiresAt?: string;
  }>;
  signOut(): Promise<Seen>;
  /** A second window of the same browser, or the same one after the network's address changed. */
  at(origin: string): Browser;
}

/** @param at where requests for `origin` are really taken to, if a proxy stands there */
export function openBrowser(origin: string, jar = new Map<string, Cookie>(), at = origin): Browser {
  const seen: string[] = [];
  const own = { 'x-stezhka-request': '1', origin, 'content-type': 'application/json' };

  async function go(path: string, init: RequestInit = {}): Promise<Seen> {
    const url = new URL(path, origin);
    const cookie = [...jar.values()]
      .filter((one) => url.pathname === one.path || url.pathname.startsWith(one.path.replace(/\/?$/, '/')))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
    const headers = { ...(init.headers as Record<string, string>), ...(cookie === '' ? {} : { cookie }) };
    const where = url.origin === origin ? new URL(url.pathname + url.search, at) : url;
    const response = await fetch(where, { ...init, redirect: 'manual', headers });
    for (const line of response.headers.getSetCookie()) keep(jar, line);
    const text = await response.text();
    const told = [...response.headers].filter(([name]) => name !== 'set-cookie').join('\n');
    seen.push(url.href, told, ...response.headers.getSetCookie(), text);
    const json = response.headers.get('content-type')?.startsWith('application/json');
    return {
      url: url.href,
      status: response.status,
      headers: response.headers,
      text,
      json: json ? JSON.parse(text) : undefined,
    };
  }

  const browser: Browser = {
    origin,
    get cookies() {
      return [...jar.values()];
    },
    seen,
    go,
    async follow(path) {
      let answer = await go(path);
      while (answer.status === 303) answer = await go(target(answer));
      return answer;
    },
    async submit(page, name, typed = password) {
      const answer = await go(page.url, {
        method: 'POST',
        body: new URLSearchParams({ name, password: typed }),
        headers: { origin: new URL(page.url).origin },
      });
      return answer.status === 303 ? browser.follow(target(answer)) : answer;
    },
    async signIn(name, query = '') {
      return browser.submit(await browser.follow(`/auth/sign-in${query}`), name);
    },
    ask: (body, headers = {}) =>
      go('/graphql', { method: 'POST', body: JSON.stringify(body), headers: { ...own, ...headers } }),
    session: async () => (await go('/auth/session')).json,
    signOut: () => go('/auth/sign-out', { method: 'POST', headers: own }),
    at: (other) => openBrowser(other, jar),
  };
  return browser;
}

const target = ({ url, headers }: Seen) => new URL(headers.get('location') ?? '', url).href;

function keep(jar: Map<string, Cookie>, line: string): void {
  const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
  const [name = '', value = ''] = pair.split(/=(.*)/s);
  const path = attributes.find((one) => /^path=/i.test(one))?.slice(5) ?? '/';
  const gone = attributes.some((one) => /^(max-age=0|expires=Thu, 01 Jan 1970.*)$/i.test(one));
  if (gone || value === '') jar.delete(`${name} ${path}`);
  else jar.set(`${name} ${path}`, { name, value, path });
}
