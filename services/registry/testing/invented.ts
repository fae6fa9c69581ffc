/** Invented actors and staff, entered as a loader would: through the registry's own commands. */
import type { Viewer } from '@stezhka/auth';
import type { Pathway, Role } from '@stezhka/vocabulary';
import { type Asked, type OfferService, setup } from '../src/index.js';
import { issuer, type Network } from './network.js';

export const now = new Date('2026-03-01T12:00:00.000Z');
const effectiveAt = '2022-03-01T08:00:00.000Z';

const names = {
  office: 'Секретаріат',
  mak: 'Мак',
  kalyna: 'Калина',
  bereza: 'Береза',
} as const;
export type ActorName = keyof typeof names;

const terms: Omit<Asked<OfferService>, 'service' | 'pathways' | 'key'> = {
  oblasts: ['UA-46'],
  modality: 'in_person',
  ageBands: [],
  sexes: [],
  languages: ['uk'],
  intakeQuestions: ['pets', 'mobility_limits'],
  neededClasses: ['C1', 'C2'],
  admissionDocument: false,
  effectiveAt,
};

/** Mak is certified for gbv and offers a shelter on that pathway alone; Bereza is involved in nothing. */
export interface Invented {
  readonly actors: Readonly<Record<ActorName, string>>;
  readonly services: Readonly<Record<'shelter' | 'counsel' | 'transit', string>>;
  /** By subject, which is her token too. */
  readonly staff: ReadonlyMap<string, Viewer>;
}

export async function loadInvented({ service }: Pick<Network, 'service'>): Promise<Invented> {
  const { commands } = service;
  const staff = new Map<string, Viewer>();
  const actors = {} as Record<ActorName, string>;

  for (const [name, uk] of Object.entries(names) as [ActorName, string][]) {
    const input = {
      name: { uk, en: name, ro: name },
      kind: 'ngo',
      country: 'UA',
      homeOblast: 'UA-46',
    } as const;
    const { id } = await commands.admitActor(setup, { ...input, effectiveAt, key: `admit-${name}` }, now);
    actors[name] = id;
  }
  const certify = { actorId: actors.mak, pathway: 'gbv', effectiveAt, key: 'certify-mak' } as const;
  await commands.grantCertification(setup, certify, now);

  const join = async (
    actor: ActorName,
    role: Role,
    more: { as?: string; certifications?: Pathway[] } = {},
  ) => {
    const { as: subject = `${actor}-${role}`, certifications = [] } = more;
    const member = { actorId: actors[actor], issuer, subject, roles: [role], certifications };
    const { id: staffId } = await commands.joinStaff(setup, { ...member, key: `join-${subject}` }, now);
    staff.set(subject, { ...member, staffId });
  };
  await join('office', 'network_registrar', { as: 'registrar' });
  for (const actor of ['mak', 'kalyna', 'bereza'] as const) {
    await join(actor, 'actor_administrator', { as: `${actor}-admin` });
    await join(actor, 'caseworker');
  }
  await join('mak', 'intake_officer', { as: 'mak-certified', certifications: ['gbv'] });

  const offer = async (
    actor: ActorName,
    key: string,
    service: OfferService['service'],
    pathways: Pathway[],
  ) => {
    const input = { ...terms, service, pathways, actorId: actors[actor], key };
    return (await commands.offerService(staff.get(`${actor}-admin`), input, now)).id;
  };
  const services = {
    shelter: await offer('mak', 'offer-shelter', 'SHL.DV', ['gbv']),
    counsel: await offer('mak', 'offer-counsel', 'MHP.PSS', ['general', 'gbv']),
    transit: await offer('kalyna', 'offer-transit', 'SHL.TRANSIT', ['general']),
  };
  return { actors, services, staff };
}
