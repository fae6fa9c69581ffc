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
/** As a provider makes them. */
const random = (n: number) => `b1946ac9-2d3e-4f50-8a61-00000000000${n}`;
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
  ['joinStaff', 'staff.manage', { issuer, subject: random(1), roles: ['caseworker'], certifications: [] }],
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
  const register = (commands: RegistryCommands, key: string) => {
    const joining = { issuer, subject: random(2), roles: ['network_registrar' as const], certifications: [] };
    const { bereza: actorId } = invented.actors;
    return commands.joinStaff(invented.staff.get('bereza-admin'), { ...joining, actorId, key }, now);
  };
  it('is given by no administrator, not to her own staff either', async () => {
    const refused = await register(network.service.commands, 'new-registrar').catch((error) => error);
    expect(refused).toMatchObject({ code: 'NOT_FOUND' });
    expect(refused.possible).not.toContain('network_registrar');
    await register(network.serviceWith(['staff.grantRole']).commands, 'new-registrar');
  });
});

describe('what she herself may do', () => {
  const own = (commands: RegistryCommands, subject: string, key: string) => {
    const viewer = invented.staff.get(subject)!;
    const { staffId } = viewer;
    const more = { roles: [...viewer.roles, 'caseworker' as const], certifications: [] };
    return {
      changes: () => commands.changeRoles(viewer, { staffId, ...more, key: `change-${key}` }, now),
      enables: () => commands.enableStaff(viewer, { staffId, key: `enable-${key}` }, now),
      disables: () => commands.disableStaff(viewer, { staffId, key: `disable-${key}` }, now),
    };
  };
  it.each(['mak-admin', 'registrar'])('is not for %s to say', async (subject) => {
    const { changes, enables } = own(network.service.commands, subject, subject);
    await expect(changes()).rejects.toMatchObject({ code: 'NOT_FOUND', possible: [] });
    await expect(enables()).rejects.toMatchObject({ code: 'NOT_FOUND', possible: [] });
    const through = own(network.serviceWith(['staff.empower']).commands, subject, `${subject}-through`);
    await expect(through.changes()).resolves.toMatchObject({ repeated: false });
  });
  it('includes no certification that her actor holds, without a colleague', async () => {
    const viewer = invented.staff.get('mak-admin')!;
    const { staffId } = viewer;
    const held = { roles: ['actor_administrator' as const], certifications: ['gbv' as const] };
    const { commands } = network.service;
    await expect(
      commands.changeRoles(viewer, { staffId, ...held, key: 'certify-me' }, now),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const second = { actorId: viewer.actorId, issuer, subject: random(3), key: 'mak-second' };
    const { id } = await commands.joinStaff(
      viewer,
      { ...second, roles: ['actor_administrator'], certifications: [] },
      now,
    );
    const colleague = { ...viewer, staffId: id, subject: second.subject };
    await commands.changeRoles(colleague, { staffId, ...held, key: 'certify-her' }, now);
  });
  it('may be nothing any more, by her own word', async () => {
    const { disables } = own(network.service.commands, 'kalyna-admin', 'kalyna-admin');
    await expect(disables()).resolves.toMatchObject({ repeated: false });
  });
});

describe('a subject', () => {
  const join = (
    commands: RegistryCommands,
    by: string,
    input: { issuer: string; subject: string },
    key: string,
  ) =>
    commands.joinStaff(
      invented.staff.get(by),
      { actorId: invented.actors.bereza, ...input, roles: ['caseworker'], certifications: [], key },
      now,
    );
  const foreign = { issuer: 'https://other.example.org', subject: random(4) };
  // A member of Mak: whoever knows such a subject may not learn it from the answer.
  const guessed = { issuer, subject: 'mak-caseworker' };

  it('of another issuer, or such as can be guessed, is a registrar’s to join', async () => {
    const { commands } = network.service;
    for (const [n, input] of [foreign, guessed, { issuer, subject: 'nobody-at-all' }].entries())
      await expect(join(commands, 'bereza-admin', input, `claim-${n}`)).rejects.toMatchObject({
        code: 'INVALID_INPUT',
        possible: [issuer],
      });
    await join(commands, 'registrar', foreign, 'claim-by-registrar');
  });
  it('is refused by staff.claim and by nothing else', async () => {
    const { commands } = network.serviceWith(['staff.claim']);
    const another = { ...foreign, subject: random(5) };
    await expect(join(commands, 'bereza-admin', another, 'claim-through')).resolves.toMatchObject({
      repeated: false,
    });
  });
  it('is a member once, whoever asks', async () => {
    const { commands } = network.service;
    for (const [by, input] of [
      ['registrar', guessed],
      ['bereza-admin', { issuer, subject: random(3) }],
    ] as const)
      await expect(join(commands, by, input, `again-${by}`)).rejects.toMatchObject({ code: 'CONFLICT' });
  });
});
