/** Six invented organisations with staff and services, entered through the registry's own commands. */
import { randomUUID } from 'node:crypto';
import type { Viewer } from '@stezhka/auth';
import { demonstrationPassword } from '@stezhka/local';
import { setup } from '@stezhka/registry';
import type { IntakeQuestion, Pathway, ServiceCode } from '@stezhka/vocabulary';
import type { TemporaryNetwork } from '../support/temporary-network.js';
import {
  type ActorKey,
  actorKeys,
  certifiedActors,
  isolatedPathways,
  type Member,
  type MemberKey,
  memberKeys,
  members,
} from './viewers.js';

/** What the rules by hand may know of a service. */
export interface Offer {
  readonly actor: ActorKey;
  readonly service: ServiceCode;
  readonly pathways: readonly Pathway[];
  readonly ended?: true;
  /** Nobody ever said how much room there is. */
  readonly capacityUnstated?: true;
  readonly document?: true;
}

export const offers = {
  transit: { actor: 'receiver', service: 'SHL.TRANSIT', pathways: ['general'] },
  former: { actor: 'receiver', service: 'SHL.CRISIS', pathways: ['general'], ended: true },
  isolated: { actor: 'gbvReceiver', service: 'CM.GBV', pathways: ['gbv'], document: true },
  safeHouse: { actor: 'gbvReceiver', service: 'SHL.TIP', pathways: ['tip'] },
  children: { actor: 'gbvReceiver', service: 'CM.CP', pathways: ['cp'] },
  mixed: {
    ...{ actor: 'gbvReceiver', service: 'MHP.PSS', pathways: ['general', 'gbv', 'tip', 'cp'] },
    capacityUnstated: true,
  },
  elsewhere: { actor: 'gbvElsewhere', service: 'CM.GBV', pathways: ['gbv'] },
  sendersOwn: { actor: 'sender', service: 'SHL.TRANSIT', pathways: ['general'] },
} as const satisfies Record<string, Offer>;
export type OfferKey = keyof typeof offers;
export const offerKeys = Object.keys(offers) as readonly OfferKey[];

export interface Cast {
  readonly actors: Readonly<Record<ActorKey, string>>;
  readonly services: Readonly<Record<OfferKey, string>>;
  readonly staff: Readonly<Record<MemberKey, Viewer>>;
  /** A colleague at the receiver whose access was cut. */
  readonly disabled: Viewer;
}

const JOINED = '2022-03-01T08:00:00.000Z';
const QUESTIONS: readonly IntakeQuestion[] = ['pets', 'regular_medicine'];

export async function enterCast(network: TemporaryNetwork): Promise<Cast> {
  const actors = await keyed(actorKeys, (key) => enterActor(network, key));
  const staff = await keyed(memberKeys, (key) => enterMember(network, actors, key, members[key]));
  const services = await keyed(offerKeys, (key) => enterOffer(network, staff, key, offers[key]));
  const out = { actor: 'receiver', roles: ['intake_officer', 'supervisor'], certifications: [] } as const;
  const disabled = await enterMember(network, actors, 'disabled', out);
  const { staffId } = disabled;
  await network.registry.commands.disableStaff(setup, { key: 'disable-colleague', staffId }, new Date());
  await account(network, 'stranger');
  await network.settled();
  return { actors, services, staff, disabled };
}

async function enterActor({ registry }: TemporaryNetwork, key: ActorKey): Promise<string> {
  const { commands } = registry;
  const now = new Date();
  const { id: actorId } = await commands.admitActor(
    setup,
    {
      key: `admit-${key}`,
      name: { uk: `Осередок ${key}`, en: `Centre ${key}`, ro: `Centrul ${key}` },
      ...{ kind: 'ngo', country: 'UA', homeOblast: 'UA-46', dutyPhone: '+380 32 000 00 00' },
      effectiveAt: JOINED,
    },
    now,
  );
  const from = { actorId, effectiveAt: JOINED };
  await commands.changeOperations(setup, { key: `operations-${key}`, ...from, operations: 'full' }, now);
  await commands.changeBase(setup, { key: `base-${key}`, ...from, base: 'home' }, now);
  const reach = { oblast: 'UA-46', access: 'open' } as const;
  await commands.changeAccess(setup, { key: `access-${key}`, ...from, ...reach }, now);
  const validUntil = '2090-01-01T00:00:00.000Z';
  for (const pathway of certifiedActors.includes(key) ? isolatedPathways : [])
    await commands.grantCertification(
      setup,
      { key: `certify-${key}-${pathway}`, ...from, pathway, validUntil },
      now,
    );
  return actorId;
}

async function account({ identity }: TemporaryNetwork, name: string): Promise<{ readonly subject: string }> {
  const subject = randomUUID();
  const person = { subject, name, displayName: `Вигадана ${name}` };
  await identity.createAccountsSharing({ password: demonstrationPassword, people: [person] });
  return { subject };
}

/** Signs in under her key and the password of the demonstration. */
export async function enterMember(
  network: TemporaryNetwork,
  actors: Readonly<Record<ActorKey, string>>,
  name: string,
  { actor, roles, certifications }: Member,
): Promise<Viewer> {
  const { issuer, registry } = network;
  const { subject } = await account(network, name);
  const actorId = actors[actor];
  const held = { actorId, issuer, subject, roles: [...roles], certifications: [...certifications] };
  const { id: staffId } = await registry.commands.joinStaff(
    setup,
    { key: `join-${name}`, ...held },
    new Date(),
  );
  return { staffId, ...held };
}

async function enterOffer(
  { registry }: TemporaryNetwork,
  staff: Cast['staff'],
  key: OfferKey,
  offer: Offer,
): Promise<string> {
  const { commands } = registry;
  const actorId = Object.values(staff).find((_, n) => members[memberKeys[n]!].actor === offer.actor)!.actorId;
  const administrator: Viewer = { ...staff.senderAdministrator, actorId };
  const now = new Date();
  const { id: serviceId } = await commands.offerService(
    administrator,
    {
      ...{ key: `offer-${key}`, actorId, service: offer.service, pathways: [...offer.pathways] },
      ...{ oblasts: ['UA-46'], modality: 'either', languages: ['uk'], effectiveAt: JOINED },
      ...{ ageBands: ['age_5_11', 'age_25_59'], sexes: ['female'], intakeQuestions: [...QUESTIONS] },
      ...{ neededClasses: ['C1', 'C2'], admissionDocument: offer.document ?? false },
    },
    now,
  );
  const room = { capacity: 'capacity', available: 4, maximum: 9 } as const;
  if (!offer.capacityUnstated)
    await commands.reportCapacity(
      administrator,
      { key: `capacity-${key}`, actorId, serviceId, ...room, occurredAt: now.toISOString() },
      now,
    );
  if (offer.ended)
    await commands.endService(
      administrator,
      { key: `end-${key}`, actorId, serviceId, effectiveAt: now.toISOString() },
      now,
    );
  return serviceId;
}

async function keyed<Key extends string, Value>(
  keys: readonly Key[],
  make: (key: Key) => Promise<Value>,
): Promise<Record<Key, Value>> {
  const made = await Promise.all(keys.map(async (key) => [key, await make(key)] as const));
  return Object.fromEntries(made) as Record<Key, Value>;
}
