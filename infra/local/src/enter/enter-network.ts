/**
 * A network of one's own, entered as its office would enter it. Every command has a key of its own from the file, so that
 * what is there already is not entered twice, and a file that has grown enters what is new in it.
 */
import { randomUUID } from 'node:crypto';
import type { Viewer } from '@stezhka/auth';
import { commandIdOf, idWithin } from '@stezhka/event-store';
import type { Identity } from '@stezhka/identity';
import { setup, staffIdOf } from '@stezhka/registry';
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

/** How much of the file is in the network now. */
export interface EnteredNetwork {
  readonly organisations: number;
  readonly services: number;
  readonly staff: number;
  /** What is not, or is otherwise, and why. */
  readonly refusals: readonly string[];
}

export interface EnteringDeps {
  readonly acting: Acting;
  readonly identity: Pick<Identity, 'createAccount' | 'subjectOf' | 'disable' | 'enable'>;
  readonly issuer: string;
  readonly secret: string;
  /** Told of each account before it is made: whatever ends this, no password is lost that fits. */
  readonly signInComing: (signIn: SignIn) => void;
}

export async function enterNetwork(
  organisations: readonly OrganisationEntry[],
  { acting, identity, issuer, secret, signInComing }: EnteringDeps,
): Promise<EnteredNetwork> {
  const counted = { organisations: 0, services: 0, staff: 0 };
  const refusals = new Set<string>();
  /** Whether it is in the network; where it was refused the rest goes on. */
  const tried = async (what: string, entering: () => Promise<void>): Promise<boolean> => {
    try {
      await entering();
      return true;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      refusals.add(`${what}: ${error.message}`);
      return false;
    }
  };
  /** It was entered before, in other words: it is there, and stays as it is. */
  const orIsThere = (what: string) => (error: unknown) => {
    if (!wasEnteredOtherwise(error)) throw error;
    refusals.add(`${what}: is there already and differs from the file; it stays as it is`);
  };

  async function enterOrganisation(entry: OrganisationEntry, actorId: string): Promise<void> {
    const { key, profile, certifications, operations } = entry;
    const effectiveAt = momentOf(entry.since);
    const admission = { key: admissionKeyOf(entry), country: 'UA', ...profile, effectiveAt };
    await acting.does(setup, 'admitActor', admission).catch(orIsThere(key));
    const told = { actorId, effectiveAt };
    const work = { key: `enter-work-${key}`, ...told, operations };
    await acting.does(setup, 'changeOperations', work).catch(orIsThere(key));
    for (const pathway of certifications) {
      const certified = { key: `enter-certified-${key}-${pathway}`, ...told, pathway };
      await acting.does(setup, 'grantCertification', certified).catch(orIsThere(key));
    }
  }

  async function enterMember(organisation: string, actorId: string, member: StaffEntry): Promise<void> {
    const { name, displayName = '', roles, certifications = [] } = member;
    const known = member.subject ?? (await identity.subjectOf(name!));
    // The same if this stops half-way and is tried again.
    const subject = known ?? idWithin(secret, 'entered', `subject ${name}`);
    const staffId = staffIdOf(secret, issuer, subject);
    const held = { roles, certifications };
    const joining = {
      key: `enter-staff-${organisation}-${idWithin(secret, 'entered', subject)}`,
      ...{ actorId, issuer, subject, ...held },
    };
    await acting.does(setup, 'joinStaff', joining).catch((error) => {
      if (error instanceof Refused && error.code === 'CONFLICT')
        throw new Refused(error.code, 'whoever signs in so is a member of another organisation');
      // A member of this one in other roles: those of the file are given to her below.
      if (!wasEnteredOtherwise(error)) throw error;
    });
    // What is so already is no event, whatever came between.
    const key = () => randomUUID();
    if (known) await acting.does(setup, 'changeRoles', { key: key(), staffId, ...held });
    else {
      const password = randomPassword();
      signInComing({ name: name!, password, organisation, roles });
      await identity.createAccount({ subject, name: name!, password, displayName });
    }
    if (member.disabled === undefined) return;
    await acting.does(setup, member.disabled ? 'disableStaff' : 'enableStaff', { key: key(), staffId });
    if (name) await (member.disabled ? identity.disable(subject) : identity.enable(subject));
  }

  async function enterService(entry: OrganisationEntry, actorId: string, service: ServiceEntry) {
    const own = `${entry.key}-${service.key}`;
    const as = officeOf(actorId);
    const key = `enter-offer-${own}`;
    const terms = { oblasts: [], ...service.terms, actorId, effectiveAt: momentOf(entry.since) };
    const what = `${entry.key}, ${service.key}`;
    await acting.does(as, 'offerService', { key, ...terms }).catch(orIsThere(what));
    if (!service.room) return;
    const scope = { user: as.staffId, name: 'OfferService', target: actorId, key };
    const serviceId = idWithin(secret, commandIdOf(secret, scope), 'service');
    const room = { capacity: 'capacity', ...service.room, actorId, serviceId };
    // How much room there is at first: later it is told every day, and not by the file.
    await acting.does(as, 'reportCapacity', { key: `enter-room-${own}`, ...room }).catch((error) => {
      if (!wasEnteredOtherwise(error)) throw error;
    });
  }

  for (const entry of organisations) {
    const { key, staff, services } = entry;
    const scope = { user: setup.staffId, name: 'AdmitActor', target: 'new', key: admissionKeyOf(entry) };
    const actorId = idWithin(secret, commandIdOf(secret, scope), 'actor');
    if (!(await tried(key, () => enterOrganisation(entry, actorId)))) continue;
    counted.organisations += 1;
    for (const member of staff) {
      const who = `${key}, ${member.name ?? member.subject}`;
      if (await tried(who, () => enterMember(key, actorId, member))) counted.staff += 1;
    }
    for (const service of services)
      if (await tried(`${key}, ${service.key}`, () => enterService(entry, actorId, service)))
        counted.services += 1;
  }
  return { ...counted, refusals: [...refusals] };
}

const admissionKeyOf = ({ key }: OrganisationEntry) => `enter-actor-${key}`;

/** One and the same for ever: offered by whoever is first in the staff, a service would be offered anew by the next one. */
const officeOf = (actorId: string): Viewer => ({ ...setup, actorId, roles: ['actor_administrator'] });

const wasEnteredOtherwise = (error: unknown): boolean =>
  error instanceof Refused && error.code === 'IDEMPOTENCY_KEY_REUSED';

/** A day begins in UTC. */
const momentOf = (since: string) => (/^\d{4}-\d{2}-\d{2}$/.test(since) ? `${since}T00:00:00Z` : since);
