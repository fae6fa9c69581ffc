import { describe, it } from '@jest/globals';
import {
  actorId,
  admitted,
  april,
  certified,
  given,
  march,
  may,
  operates,
  profile,
  revoked,
  tomorrow,
} from '../../testing/actor-story.js';
import type { ActorCommand } from './commands.js';
import type { ActorEvent } from './events.js';

describe('admitting an actor', () => {
  const admit: ActorCommand = { type: 'AdmitActor', ...profile, effectiveAt: march };
  it('makes it a member of the network', () => given().when(admit, undefined).gives(admitted));
  it('happens once', () => given(admitted).when(admit, undefined).refuses('CONFLICT'));
  it('gives an oblast to actors in Ukraine alone', () =>
    given()
      .when({ ...admit, country: 'RO' }, undefined)
      .refuses('INVALID_INPUT'));
  it('never lies ahead', () =>
    given()
      .when({ ...admit, effectiveAt: tomorrow }, undefined)
      .refuses('OCCURRED_IN_FUTURE'));
});

describe('changing how far an actor is operational', () => {
  const suspend = (effectiveAt: string): ActorCommand => ({
    type: 'ChangeOperations',
    operations: 'suspended',
    effectiveAt,
  });
  it('is recorded', () =>
    given(admitted).when(suspend(april), undefined).gives(operates('suspended', april)));
  it('is no news when it held already at that moment', () =>
    given(admitted, operates('suspended', march)).when(suspend(april), undefined).staysQuiet());
  it('may be told later than what followed', () =>
    given(admitted, operates('full', march), operates('suspended', may))
      .when(suspend(april), undefined)
      .gives(operates('suspended', april)));
  it('may correct what was told for the same moment', () =>
    given(admitted, operates('full', april))
      .when(suspend(april), undefined)
      .gives(operates('suspended', april)));
  it('does not precede the admission', () =>
    given(admitted).when(suspend('2022-02-01T00:00:00.000Z'), undefined).refuses('OCCURRED_BEFORE'));
  it('never lies ahead', () =>
    given(admitted).when(suspend(tomorrow), undefined).refuses('OCCURRED_IN_FUTURE'));
  it('needs an actor', () => given().when(suspend(april), undefined).refuses('NOT_FOUND'));
});

describe('changing base and access', () => {
  const evacuate: ActorCommand = { type: 'ChangeBase', base: 'evacuated', effectiveAt: april };
  const evacuated: ActorEvent = {
    type: 'ActorBaseChanged.v1',
    data: { actorId, base: 'evacuated', effectiveAt: april },
  };
  const limit: ActorCommand = {
    type: 'ChangeAccess',
    oblast: 'UA-63',
    access: 'limited',
    effectiveAt: april,
  };
  const limited = (oblast: 'UA-63' | 'UA-65'): ActorEvent => ({
    type: 'ActorAccessChanged.v1',
    data: { actorId, oblast, access: 'limited', effectiveAt: april },
  });
  it('are recorded', () => {
    given(admitted).when(evacuate, undefined).gives(evacuated);
    given(admitted).when(limit, undefined).gives(limited('UA-63'));
  });
  it('are no news when already so', () => {
    given(admitted, evacuated).when(evacuate, undefined).staysQuiet();
    given(admitted, limited('UA-63')).when(limit, undefined).staysQuiet();
  });
  it('leaves other areas as they are', () =>
    given(admitted, limited('UA-65')).when(limit, undefined).gives(limited('UA-63')));
  it('need an actor', () => {
    given().when(evacuate, undefined).refuses('NOT_FOUND');
    given().when(limit, undefined).refuses('NOT_FOUND');
  });
});

describe('certifying', () => {
  const grant: ActorCommand = { type: 'GrantCertification', pathway: 'gbv', effectiveAt: march };
  const revoke: ActorCommand = { type: 'RevokeCertification', pathway: 'gbv', effectiveAt: april };
  it('is recorded, and taken back', () => {
    given(admitted).when(grant, undefined).gives(certified(march));
    given(admitted, certified(march)).when(revoke, undefined).gives(revoked);
  });
  it('may end by itself', () =>
    given(admitted)
      .when({ ...grant, validUntil: may }, undefined)
      .gives(certified(march, may)));
  it('is no news when already so', () => {
    given(admitted, certified(march)).when(grant, undefined).staysQuiet();
    given(admitted).when(revoke, undefined).staysQuiet();
    given(admitted, certified(march), revoked).when(revoke, undefined).staysQuiet();
  });
  it('concerns isolated pathways alone', () => {
    given(admitted)
      .when({ ...grant, pathway: 'general' }, undefined)
      .refuses('INVALID_INPUT', ['gbv', 'tip', 'cp']);
    given(admitted)
      .when({ ...revoke, pathway: 'general' }, undefined)
      .refuses('INVALID_INPUT');
  });
  it('ends after it begins, and is revoked after it was granted', () => {
    given(admitted)
      .when({ ...grant, validUntil: march }, undefined)
      .refuses('INVALID_INPUT');
    given(admitted, certified(may)).when(revoke, undefined).refuses('OCCURRED_BEFORE');
  });
});
