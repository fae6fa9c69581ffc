import { describe, it } from '@jest/globals';
import { specOf } from '@stezhka/event-store/testing';
import type { ActorCommand, ServiceTerms } from './commands.js';
import { actorDecider } from './decide.js';
import type { ActorEvent } from './events.js';

const now = new Date('2024-06-01T12:00:00.000Z');
const { given } = specOf(actorDecider, now);
const actorId = 'target';
const [march, april, may] = ['2022-03-01', '2022-04-01', '2022-05-01'].map(
  (day) => `${day}T08:00:00.000Z`,
) as [string, string, string];
const tomorrow = '2024-06-02T12:00:00.000Z';

const profile = {
  name: { uk: 'Притулок «Калина»', en: 'Kalyna Shelter', ro: 'Adăpostul Kalyna' },
  kind: 'ngo',
  country: 'UA',
  homeOblast: 'UA-46',
} as const;
const terms: ServiceTerms = {
  service: 'SHL.TRANSIT',
  pathways: ['general'],
  oblasts: ['UA-46'],
  modality: 'in_person',
  ageBands: [],
  sexes: [],
  languages: ['uk'],
  intakeQuestions: ['pets'],
  neededClasses: ['C1'],
  admissionDocument: false,
};
const serviceId = 'id:service';

type Of<Type extends ActorEvent['type']> = Extract<ActorEvent, { type: Type }>['data'];
const admitted: ActorEvent = { type: 'ActorAdmitted.v1', data: { actorId, ...profile, effectiveAt: march } };
const offered: ActorEvent = {
  type: 'ServiceOffered.v1',
  data: { actorId, serviceId, ...terms, effectiveAt: march },
};
const ended: ActorEvent = { type: 'ServiceEnded.v1', data: { actorId, serviceId, effectiveAt: april } };
const operates = (
  operations: Of<'ActorOperationsChanged.v1'>['operations'],
  effectiveAt: string,
): ActorEvent => ({
  type: 'ActorOperationsChanged.v1',
  data: { actorId, operations, effectiveAt },
});
const room = (data: Omit<Of<'CapacityReported.v1'>, 'actorId' | 'serviceId'>): ActorEvent => ({
  type: 'CapacityReported.v1',
  data: { actorId, serviceId, ...data },
});
const certified = (effectiveAt: string, validUntil?: string): ActorEvent => ({
  type: 'CertificationGranted.v1',
  data: { actorId, pathway: 'gbv', effectiveAt, ...(validUntil === undefined ? {} : { validUntil }) },
});
const revoked: ActorEvent = {
  type: 'CertificationRevoked.v1',
  data: { actorId, pathway: 'gbv', effectiveAt: april },
};

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

describe('offering a service', () => {
  const offer: ActorCommand = { type: 'OfferService', ...terms, effectiveAt: march };
  it('puts it into the directory', () => given(admitted).when(offer, undefined).gives(offered));
  it('needs a pathway and, in Ukraine, an area', () => {
    given(admitted)
      .when({ ...offer, pathways: [] }, undefined)
      .refuses('INVALID_INPUT');
    given(admitted)
      .when({ ...offer, oblasts: [] }, undefined)
      .refuses('INVALID_INPUT');
  });
  it('needs a certification for an isolated pathway', () => {
    const onGbv = { ...offer, pathways: ['gbv' as const] };
    given(admitted).when(onGbv, undefined).refuses('NOT_CERTIFIED', ['general']);
    given(admitted, certified(march), revoked).when(onGbv, undefined).refuses('NOT_CERTIFIED');
    given(admitted, certified(march, may)).when(onGbv, undefined).refuses('NOT_CERTIFIED');
    given(admitted, certified(march))
      .when({ ...onGbv, pathways: ['tip'] }, undefined)
      .refuses('NOT_CERTIFIED', ['general', 'gbv']);
    given(admitted, certified(march))
      .when(onGbv, undefined)
      .gives({
        type: 'ServiceOffered.v1',
        data: { actorId, serviceId, ...terms, pathways: ['gbv'], effectiveAt: march },
      });
  });
});

describe('changing terms', () => {
  const change: ActorCommand = {
    type: 'ChangeServiceTerms',
    serviceId,
    ...terms,
    languages: ['uk', 'ro'],
    effectiveAt: april,
  };
  it('repeats all of them', () =>
    given(admitted, offered)
      .when(change, undefined)
      .gives({
        type: 'ServiceTermsChanged.v1',
        data: { actorId, serviceId, ...terms, languages: ['uk', 'ro'], effectiveAt: april },
      }));
  it('is no news when nothing differs', () =>
    given(admitted, offered)
      .when({ ...change, languages: ['uk'] }, undefined)
      .staysQuiet());
  it('does not precede the terms it changes', () =>
    given({ ...admitted, data: { ...admitted.data, effectiveAt: march } } as ActorEvent, {
      type: 'ServiceOffered.v1',
      data: { actorId, serviceId, ...terms, effectiveAt: may },
    })
      .when(change, undefined)
      .refuses('OCCURRED_BEFORE'));
  it('needs a service that is offered', () => {
    given(admitted).when(change, undefined).refuses('NOT_FOUND');
    given(admitted)
      .when({ ...change, serviceId: 'constructor' }, undefined)
      .refuses('NOT_FOUND');
    given(admitted, offered, ended).when(change, undefined).refuses('ILLEGAL_TRANSITION', ['OfferService']);
  });
});

describe('ending a service', () => {
  const end: ActorCommand = { type: 'EndService', serviceId, effectiveAt: april };
  it('takes it out of the directory', () => given(admitted, offered).when(end, undefined).gives(ended));
  it('happens once', () => given(admitted, offered, ended).when(end, undefined).staysQuiet());
  it('needs a service', () => given(admitted).when(end, undefined).refuses('NOT_FOUND'));
});

describe('reporting capacity', () => {
  const report: ActorCommand = {
    type: 'ReportCapacity',
    serviceId,
    capacity: 'capacity',
    available: 4,
    maximum: 18,
    occurredAt: april,
  };
  const four = { capacity: 'capacity', available: 4, maximum: 18 } as const;
  it('is recorded', () =>
    given(admitted, offered)
      .when(report, undefined)
      .gives(room({ ...four, occurredAt: april })));
  it('confirms what was so when it is told again for a later moment', () =>
    given(admitted, offered, room({ ...four, occurredAt: march }))
      .when(report, undefined)
      .gives(room({ ...four, occurredAt: april })));
  it('is no news twice for one moment', () =>
    given(admitted, offered, room({ ...four, occurredAt: april }))
      .when(report, undefined)
      .staysQuiet());
  it('does not contradict itself', () => {
    const wrong = [{ available: 19 }, { available: 0 }, { capacity: 'no-capacity' as const, available: 1 }];
    for (const fields of wrong)
      given(admitted, offered)
        .when({ ...report, ...fields }, undefined)
        .refuses('INVALID_INPUT');
  });
  it('needs a service that is offered', () => {
    given(admitted).when(report, undefined).refuses('NOT_FOUND');
    given(admitted, offered, ended).when(report, undefined).refuses('ILLEGAL_TRANSITION');
  });
  it('never lies ahead', () =>
    given(admitted, offered)
      .when({ ...report, occurredAt: tomorrow }, undefined)
      .refuses('OCCURRED_IN_FUTURE'));
});

describe('a decline because all is full', () => {
  const mark: ActorCommand = { type: 'MarkServiceFull', serviceId, occurredAt: april };
  it('marks the service', () =>
    given(admitted, offered)
      .when(mark, undefined)
      .gives(room({ capacity: 'no-capacity', available: 0, occurredAt: april })));
  it('keeps how many places there are in all', () =>
    given(admitted, offered, room({ capacity: 'capacity', available: 2, maximum: 18, occurredAt: march }))
      .when(mark, undefined)
      .gives(room({ capacity: 'no-capacity', available: 0, maximum: 18, occurredAt: april })));
  it('says nothing against a newer report', () =>
    given(admitted, offered, room({ capacity: 'capacity', occurredAt: may }))
      .when(mark, undefined)
      .staysQuiet());
  it('says nothing about what is not offered', () => {
    given().when(mark, undefined).staysQuiet();
    given(admitted).when(mark, undefined).staysQuiet();
    given(admitted, offered, ended).when(mark, undefined).staysQuiet();
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
