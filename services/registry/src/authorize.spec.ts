import { describe, expect, it } from '@jest/globals';
import type { Viewer } from '@stezhka/auth';
import { type Pathway, pathways, type Role, roles } from '@stezhka/vocabulary';
import fc from 'fast-check';
import { createRegistryWall, type RegistrySubjects, rules } from './authorize.js';

const seed = 20260301;
const actorIds = ['maple', 'kalyna'] as const;
const viewers: fc.Arbitrary<Viewer> = fc.record({
  staffId: fc.constantFrom('ann', 'bea'),
  actorId: fc.constantFrom(...actorIds),
  issuer: fc.constant('https://login.example.org'),
  subject: fc.constant('random'),
  roles: fc.uniqueArray(fc.constantFrom(...roles.codes)),
  certifications: fc.uniqueArray(fc.constantFrom<Pathway>('gbv', 'tip', 'cp')),
});

/** Who may, written by hand as a table: role, and whether at the actor in question or anywhere. */
const anywhere: Partial<Record<keyof RegistrySubjects, readonly Role[]>> = {
  'actor.admit': ['network_registrar'],
  'actor.certify': ['network_registrar'],
  'actor.changeStatus': ['network_registrar'],
  'staff.manage': ['network_registrar'],
};
const atTheActor: Partial<Record<keyof RegistrySubjects, readonly Role[]>> = {
  'actor.changeStatus': ['actor_administrator'],
  'service.manage': ['actor_administrator'],
  'capacity.report': ['actor_administrator', 'supervisor', 'intake_officer', 'duty_officer'],
  'staff.manage': ['actor_administrator'],
};
const reads = (viewer: Viewer, actorId: string, pathway: Pathway) =>
  pathway === 'general' ||
  viewer.certifications.includes(pathway) ||
  viewer.actorId === actorId ||
  viewer.roles.includes('network_registrar');

const wall = createRegistryWall();
const property = (check: (viewer: Viewer, actorId: string) => void) =>
  fc.assert(fc.property(viewers, fc.constantFrom(...actorIds), check), { seed, numRuns: 300 });

describe('the rules', () => {
  it.each([...new Set([...Object.keys(anywhere), ...Object.keys(atTheActor)])] as (keyof RegistrySubjects)[])(
    '%s lets through the roles of the table and nobody else',
    (rule) =>
      property((viewer, actorId) => {
        const may =
          viewer.roles.some((role) => anywhere[rule]?.includes(role)) ||
          (viewer.actorId === actorId && viewer.roles.some((role) => atTheActor[rule]?.includes(role)));
        expect(wall.allows(rule, viewer, { actorId } as never)).toBe(may);
      }),
  );

  it('show a pathway to those who work on it, to its actor and to registrars', () =>
    property((viewer, actorId) => {
      for (const pathway of pathways.codes)
        expect(wall.allows('pathway.read', viewer, { actorId, pathway })).toBe(
          reads(viewer, actorId, pathway),
        );
    }));

  it('show a service to whoever may know of one of its pathways', () =>
    property((viewer, actorId) => {
      for (const own of [['general', 'gbv'], ['gbv'], ['tip', 'cp']] as Pathway[][])
        expect(wall.allows('service.read', viewer, { actorId, pathways: own })).toBe(
          own.some((pathway) => reads(viewer, actorId, pathway)),
        );
    }));

  it('show staff to themselves, to those who look after them and to registrars', () =>
    property((viewer, actorId) => {
      const own = viewer.actorId === actorId;
      const looksAfter = viewer.roles.some((role) => role === 'actor_administrator' || role === 'supervisor');
      expect(wall.allows('staff.read', viewer, { actorId, staffId: 'cleo' })).toBe(
        (own && looksAfter) || viewer.roles.includes('network_registrar'),
      );
      expect(wall.allows('staff.read', viewer, { actorId: viewer.actorId, staffId: viewer.staffId })).toBe(
        true,
      );
    }));

  it('let nobody say what she herself may do, registrars neither', () =>
    property((viewer) => {
      for (const staffId of ['ann', 'bea'])
        expect(wall.allows('staff.empower', viewer, { staffId })).toBe(viewer.staffId !== staffId);
    }));

  it('let an administrator claim random subjects of her own issuer alone', () =>
    property((viewer) => {
      const registrar = viewer.roles.includes('network_registrar');
      const { issuer } = viewer;
      const claims = (subject: string, of = issuer) =>
        wall.allows('staff.claim', viewer, { issuer: of, subject });
      for (const subject of [
        'b1946ac9-2d3e-4f50-8a61-7c8d9e0f1a2b',
        'auth0|65f1c0ffee65f1c0ffee65f1',
        'q3Jx0Zb_7Rk2-LmN8vTfWQ',
      ]) {
        expect(claims(subject)).toBe(true);
        expect(claims(subject, 'https://other.example.org')).toBe(registrar);
        expect(claims(subject, `${issuer}/`)).toBe(registrar);
      }
      for (const subject of ['', 'anna', 'anna.of.kalyna@shelter.example.org', '110169484', 'a b'.repeat(10)])
        expect(claims(subject)).toBe(registrar);
    }));

  it('leave the roles of the network to registrars', () =>
    property((viewer) => {
      const network = ['network_registrar', 'cluster_coordinator', 'authority_official', 'hotline_operator'];
      for (const role of roles.codes)
        expect(wall.allows('staff.grantRole', viewer, { role })).toBe(
          !network.includes(role) || viewer.roles.includes('network_registrar'),
        );
    }));

  it('let nobody through who is not signed in', () => {
    for (const rule of Object.keys(rules) as (keyof RegistrySubjects)[])
      expect(wall.allows(rule, undefined, {} as never)).toBe(false);
  });
});
