import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@stezhka/auth';
import { type Invented, loadInvented, now } from '../testing/invented.js';
import { issuer, type Network, startNetwork } from '../testing/network.js';
import type { RegistryCommands, RegistrySubjects } from './index.js';

let network: Network;
let invented: Invented;

beforeAll(async () => {
  network = await startNetwork(() => now);
  invented = await loadInvented(network);
});
afterAll(() => network.stop());

const effectiveAt = '2024-01-01T00:00:00Z';
const name = { uk: 'Липа', en: 'Lypa', ro: 'Lypa' };
const terms = {
  service: 'LEG.AID',
  pathways: ['general'],
  oblasts: ['UA-46'],
  modality: 'remote',
  ageBands: [],
  sexes: [],
  languages: ['uk'],
  intakeQuestions: [],
  neededClasses: [],
  admissionDocument: false,
} as const;

/** Every command, the one rule that guards it, and what an outsider tries. Those that end something come last. */
const guarded: readonly (readonly [keyof RegistryCommands, keyof RegistrySubjects, object])[] = [
  ['admitActor', 'actor.admit', { name, kind: 'ngo', country: 'UA', effectiveAt }],
  ['changeOperations', 'actor.changeStatus', { operations: 'closed', effectiveAt }],
  ['changeBase', 'actor.changeStatus', { base: 'evacuated', effectiveAt }],
  ['changeAccess', 'actor.changeStatus', { oblast: 'UA-46', access: 'none', effectiveAt }],
  ['grantCertification', 'actor.certify', { pathway: 'tip', effectiveAt }],
  ['revokeCertification', 'actor.certify', { pathway: 'tip', effectiveAt }],
  ['offerService', 'service.manage', { ...terms, effectiveAt }],
  ['changeServiceTerms', 'service.manage', { ...terms, effectiveAt }],
  ['reportCapacity', 'capacity.report', { capacity: 'waitlist', occurredAt: effectiveAt }],
  ['endService', 'service.manage', { effectiveAt }],
  ['joinStaff', 'staff.manage', { issuer, subject: 'lypa', roles: ['caseworker'], certifications: [] }],
  ['changeRoles', 'staff.manage', { roles: ['interpreter'], certifications: [] }],
  ['disableStaff', 'staff.manage', {}],
  ['enableStaff', 'staff.manage', {}],
];

type Give = (viewer: Viewer | undefined, input: object, now: Date) => Promise<{ readonly id: string }>;

describe.each(guarded)('%s', (command, rule, fields) => {
  const give = (commands: RegistryCommands, viewer: Viewer | undefined, attempt: string) => {
    const at = {
      actorId: invented.actors.kalyna,
      serviceId: invented.services.transit,
      staffId: invented.staff.get('kalyna-caseworker')?.staffId,
    };
    return (commands[command] as Give)(viewer, { ...at, ...fields, key: `${attempt}-${command}` }, now);
  };
  const outsider = () => invented.staff.get('bereza-admin');

  it('is refused to nobody, and to an outsider as if there were nothing', async () => {
    const { commands } = network.service;
    await expect(give(commands, undefined, 'nobody')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(give(commands, outsider(), 'outsider')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it(`is refused by ${rule} and by nothing else`, async () => {
    const { commands } = network.serviceWith([rule]);
    await expect(give(commands, outsider(), 'through')).resolves.toMatchObject({ id: expect.any(String) });
  });
});

describe('a role of the network', () => {
  const register = (commands: RegistryCommands, subject: string) => {
    const joining = { issuer, subject, roles: ['network_registrar' as const], certifications: [] };
    const { bereza: actorId } = invented.actors;
    return commands.joinStaff(invented.staff.get('bereza-admin'), { ...joining, actorId, key: subject }, now);
  };
  it('is given by no administrator, not to her own staff either', async () => {
    const refused = await register(network.service.commands, 'new-registrar').catch((error) => error);
    expect(refused).toMatchObject({ code: 'NOT_FOUND' });
    expect(refused.possible).not.toContain('network_registrar');
    await register(network.serviceWith(['staff.grantRole']).commands, 'new-registrar');
  });
});
