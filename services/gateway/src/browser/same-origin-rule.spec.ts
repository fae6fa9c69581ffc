import { describe, expect, it } from '@jest/globals';
import { ownOrigin, refuseForeign } from './same-origin-rule.js';

const origins = ['http://127.0.0.1:4600', 'http://localhost:4600'];
const own = { host: 'localhost:4600', 'x-stezhka-request': '1', origin: 'http://localhost:4600' };

describe('a request by cookie', () => {
  it.each([
    ['says its origin', own],
    ['says its site alone', { ...own, origin: undefined, 'sec-fetch-site': 'same-origin' }],
    ['says both', { ...own, 'sec-fetch-site': 'same-origin' }],
    ['is on the other name', { ...own, host: '127.0.0.1:4600', origin: 'http://127.0.0.1:4600' }],
  ])('is taken if it %s', (_what, headers) => {
    expect(refuseForeign(headers, origins)).toBeUndefined();
  });

  it.each([
    ['without the header', { ...own, 'x-stezhka-request': undefined }],
    ['with another value in the header', { ...own, 'x-stezhka-request': '1, 1' }],
    ['that says nothing of where it is from', { ...own, origin: undefined }],
    ['from another site', { ...own, origin: 'https://elsewhere.invalid' }],
    ['from another port', { ...own, origin: 'http://localhost:4601' }],
    ['from the same host over another scheme', { ...own, origin: 'https://localhost:4600' }],
    ['from our other name', { ...own, origin: 'http://127.0.0.1:4600' }],
    ['from nowhere', { ...own, origin: 'null' }],
    ['from an origin that only begins like ours', { ...own, origin: 'http://localhost:4600.evil.invalid' }],
    ['of a neighbouring site', { ...own, 'sec-fetch-site': 'same-site' }],
    ['of a foreign site that claims our origin', { ...own, 'sec-fetch-site': 'cross-site' }],
    ['typed by hand', { ...own, origin: undefined, 'sec-fetch-site': 'none' }],
    ['to a name that is not ours', { ...own, host: 'evil.invalid', origin: 'http://evil.invalid' }],
    ['to no name', { ...own, host: undefined }],
  ])('is refused %s', (_what, headers) => {
    expect(refuseForeign(headers, origins)).toMatchObject({ status: 403, code: 'FORBIDDEN_ORIGIN' });
  });
});

it('knows its origin by the Host, in whichever case it is typed', () => {
  expect(ownOrigin({ host: 'LocalHost:4600' }, origins)).toBe('http://localhost:4600');
  expect(ownOrigin({ host: 'localhost' }, origins)).toBeUndefined();
});
