/** The steps of signing in by authorization code, as the portal and a browser take them together. */
import { createHash, randomBytes } from 'node:crypto';
import { type Browser, redirectUri } from './provider-network.js';

export interface SignInAttempt {
  readonly verifier: string;
  /** Where the browser was sent: the sign-in page, or straight back with a code. */
  readonly location: URL;
}

/** The portal sends the browser to the provider. */
export async function beginSignIn(
  browser: Browser,
  address: string,
  extra: Record<string, string> = {},
): Promise<SignInAttempt> {
  const verifier = randomBytes(32).toString('base64url');
  const query = new URLSearchParams({
    client_id: 'portal',
    response_type: 'code',
    scope: 'openid profile api',
    redirect_uri: redirectUri,
    state: 'state-1',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...extra,
  });
  const response = await browser.get(`${address}/auth?${query}`);
  return { verifier, location: locationOf(response, address) };
}

/** Fills the form in and follows to where the portal is given a code. */
export async function submitSignIn(
  browser: Browser,
  address: string,
  page: URL,
  fields: { readonly name: string; readonly password: string },
): Promise<URL> {
  const submitted = await browser.submit(page.href, fields);
  if (submitted.status !== 303) throw new Error(`signing in was answered ${submitted.status}`);
  return locationOf(await browser.get(locationOf(submitted, address).href), address);
}

export function locationOf(response: Response, address: string): URL {
  const location = response.headers.get('location');
  if (location === null) throw new Error(`no redirect but ${response.status}`);
  return new URL(location, address);
}

// biome-ignore lint/suspicious/noExplicitAny: answers of the protocol are looked into freely in specs.
export type TokenAnswer = { readonly status: number; readonly json: any };

export async function requestToken(address: string, fields: Record<string, string>): Promise<TokenAnswer> {
  const response = await fetch(`${address}/token`, { method: 'POST', body: new URLSearchParams(fields) });
  return { status: response.status, json: await response.json() };
}

export function exchangeCode(address: string, code: string | null, verifier: string): Promise<TokenAnswer> {
  return requestToken(address, {
    grant_type: 'authorization_code',
    client_id: 'portal',
    redirect_uri: redirectUri,
    code: code ?? '',
    code_verifier: verifier,
  });
}
