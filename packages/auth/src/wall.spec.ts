import { describe, expect, it } from '@jest/globals';
import { signedIn } from './signed-in.js';
import type { Viewer } from './viewer.js';
import { createWall, type Rules, type Wall } from './wall.js';

interface Subjects {
  'door.open': { readonly actorId: string };
  'door.paint': { readonly actorId: string };
}
const ofOwn = (viewer: Viewer, { actorId }: { readonly actorId: string }) => viewer.actorId === actorId;
const rules: Rules<Subjects> = { 'door.open': ofOwn, 'door.paint': ofOwn };
const ann: Viewer = {
  staffId: 's1',
  actorId: 'maple',
  issuer: 'https://login.example',
  subject: 'ann',
  roles: ['caseworker'],
  certifications: [],
};
const own = { actorId: 'maple' };
const foreign = { actorId: 'oak' };

describe('a wall', () => {
  const wall: Wall<Subjects> = createWall(rules);

  it('lets through whom the rule lets through', () => {
    wall.authorize('door.open', ann, own);
    expect(wall.allows('door.open', ann, own)).toBe(true);
  });

  it('tells everybody else that there is nothing', () => {
    expect(() => wall.authorize('door.open', ann, foreign)).toThrow(
      expect.objectContaining({ code: 'NOT_FOUND', possible: [] }),
    );
    expect(wall.allows('door.open', ann, foreign)).toBe(false);
  });

  it('tells nobody only to sign in', () => {
    const unauthenticated = expect.objectContaining({ code: 'UNAUTHENTICATED' });
    expect(() => wall.authorize('door.open', undefined, own)).toThrow(unauthenticated);
    expect(() => signedIn(undefined)).toThrow(unauthenticated);
    expect(wall.allows('door.open', undefined, own)).toBe(false);
  });

  it('has a gap only where a test made one, and never for nobody', () => {
    const gapped: Wall<Subjects> = createWall(rules, ['door.open']);
    expect(gapped.allows('door.open', ann, foreign)).toBe(true);
    expect(gapped.allows('door.paint', ann, foreign)).toBe(false);
    expect(createWall(rules, 'all').allows('door.paint', ann, foreign)).toBe(true);
    expect(createWall(rules, 'all').allows('door.paint', undefined, own)).toBe(false);
  });
});
