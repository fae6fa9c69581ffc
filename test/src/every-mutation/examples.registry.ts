/** One command of each kind that the registry takes. */
import { randomUUID } from 'node:crypto';
import type { Call, Example, Examples, Input } from './example.js';
import { given } from './give.js';
import type { Scene } from './scene.js';

const ADMITTED = '2024-01-01T08:00:00.000Z';
const SINCE = '2024-03-01T08:00:00.000Z';
const LATER = '2024-05-01T08:00:00.000Z';

const ofActor = (id: string) => `actor-${id}`;
const ofStaff = (id: string) => `staff-${id}`;

const newcomer = {
  name: { uk: 'Вигадана організація', en: 'Invented Organisation', ro: 'Organizație inventată' },
  kind: 'ngo',
  country: 'UA',
  homeOblast: 'UA-05',
  effectiveAt: ADMITTED,
} as const;

const terms = {
  service: 'SHL.TRANSIT',
  pathways: ['general'],
  oblasts: ['UA-05'],
  modality: 'in_person',
  languages: ['uk'],
  effectiveAt: SINCE,
} as const;

export const registryExamples: Examples = {
  async admitActor(scene) {
    const { registrar: by } = scene.people;
    const suspended = (actorId: string): Call => ({
      by,
      mutation: 'changeOperations',
      input: { actorId, operations: 'suspended', effectiveAt: SINCE },
    });
    return {
      by,
      given: newcomer,
      changed: { ...newcomer, kind: 'medical' },
      elsewhere: suspended(await anActor(scene)),
      stream: ofActor,
      next: suspended,
    };
  },

  changeOperations: (scene) =>
    ofNewcomers(scene, 'changeOperations', { operations: 'suspended' }, { operations: 'partial' }),
  changeBase: (scene) => ofNewcomers(scene, 'changeBase', { base: 'evacuated' }, { base: 'home' }),
  changeAccess: (scene) =>
    ofNewcomers(
      scene,
      'changeAccess',
      { oblast: 'UA-14', access: 'none' },
      { oblast: 'UA-14', access: 'limited' },
    ),
  grantCertification: (scene) =>
    ofNewcomers(scene, 'grantCertification', { pathway: 'gbv' }, { pathway: 'tip' }, 'revokeCertification'),
  async revokeCertification(scene) {
    const [gbv, tip] = [{ pathway: 'gbv' }, { pathway: 'tip' }];
    const example = await ofNewcomers(scene, 'revokeCertification', gbv, tip, 'grantCertification');
    for (const one of [example.given, example.changed!, example.elsewhere.input])
      await given({
        by: example.by,
        mutation: 'grantCertification',
        input: { ...one, effectiveAt: ADMITTED },
      });
    return example;
  },

  async offerService(scene) {
    const example = ofShelter(scene, terms, { ...terms, modality: 'remote' });
    const end = (serviceId: string) => atShelter(scene, 'endService', { serviceId, effectiveAt: LATER });
    return { ...example, next: end };
  },

  async changeServiceTerms(scene) {
    const serviceId = await aService(scene);
    const given = { ...terms, serviceId, modality: 'either' };
    const example = ofShelter(scene, given, { ...given, modality: 'remote' });
    const back = { ...terms, serviceId, effectiveAt: LATER };
    return { ...example, next: () => atShelter(scene, 'changeServiceTerms', back) };
  },

  async endService(scene) {
    const given = { serviceId: await aService(scene), effectiveAt: LATER };
    return ofShelter(scene, given, { ...given, serviceId: await aService(scene) });
  },

  async reportCapacity(scene) {
    const serviceId = await aService(scene);
    const given = { serviceId, capacity: 'capacity', available: 3, maximum: 9, occurredAt: SINCE };
    const example = ofShelter(scene, given, { ...given, available: 2 });
    const full = { serviceId, capacity: 'no-capacity', available: 0, occurredAt: LATER };
    return { ...example, next: () => atShelter(scene, 'reportCapacity', full) };
  },

  async joinStaff(scene) {
    const { administrator: by } = scene.people;
    const given = newMember(scene);
    return {
      by,
      given,
      changed: { ...given, roles: ['supervisor'] },
      elsewhere: { by, mutation: 'joinStaff', input: newMember(scene) },
      stream: ofStaff,
      next: (staffId) => ({ by, mutation: 'disableStaff', input: { staffId } }),
    };
  },

  async changeRoles(scene) {
    const supervisor = { roles: ['supervisor'] };
    const officer = { roles: ['duty_officer'] };
    const example = await ofMembers(scene, 'changeRoles', supervisor, {
      mutation: 'changeRoles',
      ...officer,
    });
    return { ...example, changed: { ...example.given, ...officer } };
  },
  disableStaff: (scene) => ofMembers(scene, 'disableStaff', {}, { mutation: 'enableStaff' }),
  async enableStaff(scene) {
    const example = await ofMembers(scene, 'enableStaff', {}, { mutation: 'disableStaff' });
    for (const { staffId } of [example.given, example.elsewhere.input])
      await given({ by: example.by, mutation: 'disableStaff', input: { staffId } });
    return example;
  },
};

async function anActor(scene: Scene): Promise<string> {
  const { commands } = scene.network.registry;
  const { registrar } = scene.people;
  const { id } = await commands.admitActor(registrar.viewer, { key: randomUUID(), ...newcomer }, new Date());
  return id;
}

/** The registrar on an actor that nobody else works with; then the same again, or its opposite, from a later day. */
async function ofNewcomers(
  scene: Scene,
  mutation: string,
  given: Input,
  changed: Input,
  opposite?: string,
): Promise<Example> {
  const { registrar: by } = scene.people;
  const [actorId, other] = [await anActor(scene), await anActor(scene)];
  const since = { actorId, effectiveAt: SINCE };
  return {
    by,
    given: { ...since, ...given },
    changed: { ...since, ...changed },
    elsewhere: { by, mutation, input: { ...since, ...given, actorId: other } },
    stream: ofActor,
    next: (id) => ({
      by,
      mutation: opposite ?? mutation,
      input: { actorId: id, ...(opposite ? given : changed), effectiveAt: LATER },
    }),
  };
}

/** The shelter's administrator. She has one actor: another target of hers is somebody who joins it. */
function ofShelter(scene: Scene, given: Input, changed: Input): Example {
  const { administrator: by } = scene.people;
  const { actorId } = by.viewer;
  return {
    by,
    given: { actorId, ...given },
    changed: { actorId, ...changed },
    elsewhere: { by, mutation: 'joinStaff', input: newMember(scene) },
    stream: () => ofActor(actorId),
  };
}

function atShelter({ people: { administrator: by } }: Scene, mutation: string, input: Input): Call {
  return { by, mutation, input: { actorId: by.viewer.actorId, ...input } };
}

async function aService(scene: Scene): Promise<string> {
  const { administrator } = scene.people;
  const { id } = await administrator.party.does('offerService { id }', {
    actorId: administrator.viewer.actorId,
    ...terms,
  });
  return id;
}

function newMember({ people: { administrator }, network: { issuer } }: Scene): Input {
  const { actorId } = administrator.viewer;
  return { actorId, issuer, subject: randomUUID(), roles: ['caseworker'], certifications: [] };
}

async function aMember(scene: Scene): Promise<string> {
  const { id } = await scene.people.administrator.party.does('joinStaff { id }', newMember(scene));
  return id;
}

/** The shelter's administrator on one of two colleagues. */
async function ofMembers(
  scene: Scene,
  mutation: string,
  given: Input,
  { mutation: then, ...what }: { readonly mutation: string } & Input,
): Promise<Example> {
  const { administrator: by } = scene.people;
  const [staffId, other] = [await aMember(scene), await aMember(scene)];
  return {
    by,
    given: { staffId, ...given },
    elsewhere: { by, mutation, input: { staffId: other, ...given } },
    stream: ofStaff,
    next: (id) => ({ by, mutation: then, input: { staffId: id, ...what } }),
  };
}
