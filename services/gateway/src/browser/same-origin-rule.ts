/**
 * A browser sends the cookie along with whatever page asks. So a request that acts by cookie must show that a page of
 * this very origin asked: by a header that no form can set and for which a foreign script would have to ask first, and
 * by what the browser itself says about where the request comes from.
 */
import type { IncomingHttpHeaders } from 'node:http';
import type { Refusal } from '../refusals.js';

/** Set to `1` by the portal on every request that acts by cookie. */
export const requestHeader = 'x-stezhka-request';

export const foreignRequest: Refusal = {
  status: 403,
  code: 'FORBIDDEN_ORIGIN',
  message: 'Requests by cookie come from the pages of this address alone.',
  possible: [`${requestHeader}: 1`],
};

/** The one of `origins` that this request was sent to, by its Host. */
export function ownOrigin(headers: IncomingHttpHeaders, origins: readonly string[]): string | undefined {
  return origins.find((origin) => new URL(origin).host === headers.host?.toLowerCase());
}

export function refuseForeign(headers: IncomingHttpHeaders, origins: readonly string[]): Refusal | undefined {
  const own = ownOrigin(headers, origins);
  const { origin } = headers;
  const site = headers['sec-fetch-site'];
  const fromOwnPage =
    own !== undefined &&
    headers[requestHeader] === '1' &&
    (origin !== undefined || site !== undefined) &&
    (origin ?? own) === own &&
    (site ?? 'same-origin') === 'same-origin';
  return fromOwnPage ? undefined : foreignRequest;
}
