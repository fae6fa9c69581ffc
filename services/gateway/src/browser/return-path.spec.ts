import { expect, it } from '@jest/globals';
import { returnPath } from './return-path.js';

it.each(['/', '/referrals/3f2a', '/inbox?state=sent&page=2', '/a%2Fb', '/new/'])('goes on to %s', (path) => {
  expect(returnPath(path)).toBe(path);
});

it.each([
  undefined,
  null,
  '',
  'inbox',
  'https://elsewhere.invalid/',
  '//elsewhere.invalid',
  '///elsewhere.invalid',
  '/\\elsewhere.invalid',
  '/.//elsewhere.invalid',
  '/x/..//elsewhere.invalid',
  '/%2e//elsewhere.invalid',
  '/\t/elsewhere.invalid',
  '/a\r\nset-cookie: x=y',
  '/стежка',
  'javascript:alert(1)',
  '/auth/sign-in',
  '/auth/sign-in?return=/auth/sign-in',
  '/x/../auth/sign-out',
  '/oidc/session/end',
  '/graphql',
  `/${'a'.repeat(600)}`,
])('goes to the first page instead of %j', (path) => {
  expect(returnPath(path)).toBe('/');
});
