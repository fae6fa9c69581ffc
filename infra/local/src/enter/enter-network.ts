/**
 * A network of one's own, entered as its office would enter it. Every command has a key of its own from the file, so that
 * what is there already is not entered twice, and a file that has grown enters what is new in it.
 */
import { randomUUID } from 'node:crypto';
import type { Viewer } from '@stezhka/auth';
import { idWithin } from '@stezhka/event-store';
import type { Identity } from '@stezhka/identity';
import { setup, staffIdOf } from '@stezhka/registry';
import type { Pathway, Role } from '@stezhka/vocabulary';
import { type Acting, Refused } from './as-somebody.js';
import type { OrganisationEntry, ServiceEntry, StaffEntry } from './network-file.js';
import { randomPassword } from './random-password.js';

export interface SignIn {
  readonly name: string;
  readonly password: string;
  /** Key of her organisation. */
  readonly organisation: string;
  readonly roles: readonly string[];
}

export interface EnteredNetwork {
  readonly organisations: number;
  readonly services: number;
  readonly staff: number;
  /** Accounts that were not there before. Nobody is told the passwords again. */
  readonly signIns: readonly SignIn[];
  /** What could not be entered, and why. */
  readonly refusals: readonly string[];
}

export interface EnteringDeps {
  readonly acting: Acting;
  readonly identity: Pick<Identity, 'createAccount' | 'subjectOf' | 'disable' | 'enable'>;
  readonly issuer: string;
  readonly secret: string;
  readonly newPassword?: () => string;
}

export async function enterNetwork(
  organisations: readonly OrganisationEntry[],
  { acting, identity, issuer, secret, newPassword = randomPassword }: EnteringDeps,
): Promise<EnteredNetwork> {
  const counted = { organisations: 0, services: 0, staff: 0 };
  const signIns: SignIn[] = [];
  const refusals: string[] = [];
  /** Undefined where it was refused: the rest goes on. */
  const tried = async <Result>(
    what: string,
    entering: () => Promise<Result>,
  ): Promise<Result | undefined> => {
    try {
      return await entering();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      refusals.push(`${what}: ${error.message}`);
      return undefined;
    }
  };

  async function enterOrganisation(entry: OrganisationEntry): Promise<string> {
    const { key, profile, certifications, operations } = entry;
    const effectiveAt = momentOf(entry.since);
    const admission = { key: `enter-actor-${key}`, country: 'UA', ...profile, effectiveAt };
    const actorId = await acting.does(setup, 'admitActor', admission);
    const told = { actorId, effectiveAt };
    await acting.does(setup, 'changeOperations', { key: `enter-work-${key}`, ...told, operations });
    for (const pathway of certifications)
      await acting.does(setup, 'grantCertification', {
        ...{ key: `enter-certified-${key}-${pathway}`, ...told, pathway },
      });
    return actorId;
  }

  async function enterMember(organisation: string, actorId: string, member: StaffEntry): Promise<Viewer> {
    const { name, displayName = '', roles, certifications = [] } = member;
    const known = member.subject ?? (await identity.subjectOf(name!));
    // The same if this stops half-way and is tried again.
    const subject = known ?? idWithin(secret, 'entered', `subject ${name}`);
    const held = { roles, certifications };
    const staffId = staffIdOf(secret, issuer, subject);
    await acting
      .does(setup, 'joinStaff', {
        key: `enter-staff-${organisation}-${idWithin(secret, 'entered', subject)}`,
        ...{ actorId, issuer, subject, ...held },
      })
      .catch((error) => {
        // She has joined this actor already, in other roles. Of another one she would be no new member: CONFLICT.
        if (error.code !== 'IDEMPOTENCY_KEY_REUSED') throw error;
      });
    // What is so already is no event, whatever came between.
    const key = () => randomUUID();
    if (known) await acting.does(setup, 'changeRoles', { key: key(), staffId, ...held });
    if (!known) {
      const password = newPassword();
      await identity.createAccount({ subject, name: name!, password, displayName });
      signIns.push({ name: name!, password, organisation, roles });
    }
    if (member.disabled !== undefined) {
      const [inNetwork, atDoor] = member.disabled
        ? (['disableStaff', 'disable'] as const)
        : (['enableStaff', 'enable'] as const);
      await acting.does(setup, inNetwork, { key: key(), staffId });
      if (name) await identity[atDoor](subject);
    }
    return {
      ...{ staffId, actorId, issuer, subject },
      roles: roles as readonly Role[],
      certifications: certifications as readonly Pathway[],
    };
  }

  async function enterService(key: string, since: string, administrator: Viewer, service: ServiceEntry) {
    const { actorId } = administrator;
    const own = `${key}-${service.key}`;
    const terms = { ...service.terms, actorId, effectiveAt: momentOf(since) };
    const serviceId = await acting.does(administrator, 'offerService', {
      key: `enter-offer-${own}`,
      ...terms,
    });
    if (!service.room) return serviceId;
    const room = { capacity: 'capacity', ...service.room, actorId, serviceId };
    await acting.does(administrator, 'reportCapacity', { key: `enter-room-${own}`, ...room });
    return serviceId;
  }

  for (const entry of organisations) {
    const { key, staff, services, since } = entry;
    const actorId = await tried(key, () => enterOrganisation(entry));
    if (!actorId) continue;
    counted.organisations += 1;
    const members: Viewer[] = [];
    for (const member of staff) {
      const joined = await tried(`${key}, ${member.name ?? member.subject}`, () =>
        enterMember(key, actorId, member),
      );
      if (joined) members.push(joined);
    }
    counted.staff += members.length;
    const administrator = members.find(({ roles }) => roles.includes('actor_administrator'));
    if (services.length > 0 && !administrator)
      refusals.push(`${key}: services are offered by an actor_administrator, and its staff has none`);
    for (const service of administrator ? services : [])
      if (await tried(`${key}, ${service.key}`, () => enterService(key, since, administrator!, service)))
        counted.services += 1;
  }
  return { ...counted, signIns, refusals };
}

/** A day begins in UTC. */
const momentOf = (since: string) => (/^\d{4}-\d{2}-\d{2}$/.test(since) ? `${since}T00:00:00Z` : since);
