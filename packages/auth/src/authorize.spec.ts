import { describe, expect, it } from '@jest/globals';
import { certifiedFor, hasRole, signedIn, worksFor } from './authorize.js';
import type { Viewer } from './viewer.js';

const ann: Viewer = {
  staffId: 's1',
  actorId: 'maple',
  issuer: 'https://login.example',
  subject: 'ann',
  roles: ['caseworker'],
  certifications: ['gbv'],
};
const unauthenticated = expect.objectContaining({ code: 'UNAUTHENTICATED' });
const notFound = expect.objectContaining({ code: 'NOT_FOUND', possible: [] });

describe('what a domain asks of a viewer', () => {
  it('lets her through who may', () => {
    signedIn(ann);
    hasRole(ann, 'supervisor', 'caseworker');
    certifiedFor(ann, 'gbv');
    certifiedFor(ann, 'general');
    worksFor(ann, 'maple');
  });

  it('tells nobody only to sign in', () => {
    for (const ask of [
      () => signedIn(undefined),
      () => hasRole(undefined, 'caseworker'),
      () => certifiedFor(undefined, 'general'),
      () => worksFor(undefined, 'maple'),
    ])
      expect(ask).toThrow(unauthenticated);
  });

  it('tells everybody else that there is nothing', () => {
    for (const ask of [
      () => hasRole(ann, 'supervisor'),
      () => hasRole(ann),
      () => certifiedFor(ann, 'tip'),
      () => worksFor(ann, 'oak'),
    ])
      expect(ask).toThrow(notFound);
  });
});
