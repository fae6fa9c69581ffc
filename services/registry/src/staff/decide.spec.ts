import { describe, it } from '@jest/globals';
import { specOf } from '@stezhka/event-store/testing';
import { roles } from '@stezhka/vocabulary';
import type { StaffCommand } from './commands.js';
import { type StaffFacts, staffDecider } from './decide.js';
import type { StaffEvent } from './events.js';

const { given } = specOf(staffDecider, new Date('2024-06-01T12:00:00.000Z'));
const staffId = 'target';
const administrator: StaffFacts = {
  grantable: ['caseworker', 'supervisor', 'actor_administrator'],
  actorCertifications: ['gbv'],
};
const registrar: StaffFacts = { grantable: roles.codes, actorCertifications: [] };
const account = { actorId: 'kalyna', issuer: 'https://login.example.org', subject: 'random-7' };

type Held = { roles: (typeof roles.codes)[number][]; certifications: ('gbv' | 'tip')[] };
const caseworker: Held = { roles: ['caseworker'], certifications: [] };
const join = (held: Held): StaffCommand => ({ type: 'JoinStaff', ...account, ...held });
const joined = (held: Held): StaffEvent => ({
  type: 'StaffJoined.v1',
  data: { staffId, ...account, ...held },
});
const disabled: StaffEvent = { type: 'StaffDisabled.v1', data: { staffId } };
const enabled: StaffEvent = { type: 'StaffEnabled.v1', data: { staffId } };

describe('joining', () => {
  it('makes a user a member', () => given().when(join(caseworker), administrator).gives(joined(caseworker)));
  it('happens once for one user', () =>
    given(joined(caseworker)).when(join(caseworker), administrator).refuses('CONFLICT'));
  it('needs a role', () =>
    given()
      .when(join({ roles: [], certifications: [] }), administrator)
      .refuses('INVALID_INPUT'));
  it('gives no role that whoever asks may not give', () =>
    given()
      .when(join({ roles: ['network_registrar'], certifications: [] }), administrator)
      .refuses('NOT_FOUND', administrator.grantable));
  it('gives no certification that the actor does not hold', () => {
    given()
      .when(join({ roles: ['caseworker'], certifications: ['tip'] }), administrator)
      .refuses('NOT_CERTIFIED', ['gbv']);
    const held: Held = { roles: ['caseworker'], certifications: ['gbv'] };
    given().when(join(held), administrator).gives(joined(held));
  });
});

describe('changing roles', () => {
  const change = (held: Held): StaffCommand => ({ type: 'ChangeRoles', ...held });
  const supervisor: Held = { roles: ['supervisor'], certifications: ['gbv'] };
  it('repeats all that she holds', () =>
    given(joined(caseworker))
      .when(change(supervisor), administrator)
      .gives({ type: 'StaffRolesChanged.v1', data: { staffId, ...supervisor } }));
  it('is no news when nothing differs', () =>
    given(joined(caseworker)).when(change(caseworker), administrator).staysQuiet());
  it('needs a role, and a certified actor', () => {
    given(joined(caseworker))
      .when(change({ roles: [], certifications: [] }), administrator)
      .refuses('INVALID_INPUT');
    given(joined(caseworker)).when(change(supervisor), registrar).refuses('NOT_CERTIFIED', []);
  });
  it('neither gives nor takes a role of the network unless a registrar asks', () => {
    const official: Held = { roles: ['caseworker', 'cluster_coordinator'], certifications: [] };
    given(joined(caseworker)).when(change(official), administrator).refuses('NOT_FOUND');
    given(joined(official)).when(change(caseworker), administrator).refuses('NOT_FOUND');
    given(joined(official))
      .when(change(caseworker), registrar)
      .gives({ type: 'StaffRolesChanged.v1', data: { staffId, ...caseworker } });
  });
  it('needs a member', () => given().when(change(caseworker), administrator).refuses('NOT_FOUND'));
});

describe('disabling and enabling', () => {
  const disable: StaffCommand = { type: 'DisableStaff' };
  const enable: StaffCommand = { type: 'EnableStaff' };
  it('cuts access and gives it back', () => {
    given(joined(caseworker)).when(disable, administrator).gives(disabled);
    given(joined(caseworker), disabled).when(enable, administrator).gives(enabled);
  });
  it('is no news when already so', () => {
    given(joined(caseworker), disabled).when(disable, administrator).staysQuiet();
    given(joined(caseworker)).when(enable, administrator).staysQuiet();
    given(joined(caseworker), disabled, enabled).when(enable, administrator).staysQuiet();
  });
  it('cuts the access of anybody, and gives back only what could be given anew', () => {
    const official: Held = { roles: ['authority_official'], certifications: [] };
    given(joined(official)).when(disable, administrator).gives(disabled);
    given(joined(official), disabled).when(enable, administrator).refuses('NOT_FOUND');
    const certified: Held = { roles: ['caseworker'], certifications: ['gbv'] };
    given(joined(certified), disabled).when(enable, registrar).refuses('NOT_CERTIFIED');
  });
  it('needs a member', () => {
    given().when(disable, administrator).refuses('NOT_FOUND');
    given().when(enable, administrator).refuses('NOT_FOUND');
  });
});

describe('an actor that lost a certification', () => {
  const drop: StaffCommand = { type: 'DropCertifications' };
  const both: Held = { roles: ['caseworker'], certifications: ['gbv', 'tip'] };
  it('takes it from its staff, and nothing else', () =>
    given(joined(both))
      .when(drop, administrator)
      .gives({
        type: 'StaffRolesChanged.v1',
        data: { staffId, roles: ['caseworker'], certifications: ['gbv'] },
      }));
  it('takes nothing from those who hold none of it', () => {
    given(joined(caseworker)).when(drop, registrar).staysQuiet();
    given(joined({ roles: ['supervisor'], certifications: ['gbv'] }))
      .when(drop, administrator)
      .staysQuiet();
  });
  it('concerns members alone', () => given().when(drop, administrator).refuses('NOT_FOUND'));
});
