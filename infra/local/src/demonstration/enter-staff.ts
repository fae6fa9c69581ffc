/** One member of staff of the demonstration: a place at her actor, and mostly an account to sign in with. */
import type { Viewer } from '@stezhka/auth';
import { idWithin } from '@stezhka/event-store';
import { setup } from '@stezhka/registry';
import type { Composed } from '../composed.js';
import { demonstrationPassword } from './accounts.js';
import type { DemonstrationStaff } from './described.js';

export interface Member {
  readonly name: string;
  /** As the services will know her once she signs in. */
  readonly viewer: Viewer;
}

export async function enterStaff(
  network: Composed,
  actorId: string,
  staff: DemonstrationStaff,
): Promise<Member> {
  const { registry, issuer } = network;
  const { name, roles, certifications = [] } = staff;
  const subject = subjectOf(network, name);
  const { id: staffId } = await registry.commands.joinStaff(
    setup,
    {
      key: `demo-staff-${name}`,
      actorId,
      issuer,
      subject,
      roles: [...roles],
      certifications: [...certifications],
    },
    new Date(),
  );
  return { name, viewer: { staffId, actorId, issuer, subject, roles, certifications } };
}

/** Accounts of those who sign in; quick where they are there already. */
export async function enterAccounts(network: Composed, staff: readonly DemonstrationStaff[]): Promise<void> {
  const people = staff.flatMap(({ name, displayName }) =>
    displayName ? [{ subject: subjectOf(network, name), name, displayName }] : [],
  );
  await network.identity.createAccountsSharing({ password: demonstrationPassword, people });
}

/** A demonstration account's subject: random to others, the same at every start. */
function subjectOf({ secret }: Composed, name: string): string {
  return idWithin(secret, 'demonstration', `subject ${name}`);
}
