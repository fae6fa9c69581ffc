/** One member of staff of the demonstration: an account to sign in with, and a place at her actor. */
import type { Viewer } from '@stezhka/auth';
import { setup } from '@stezhka/registry';
import type { Network } from '../network.js';
import { demonstrationPassword } from './accounts.js';
import type { DemonstrationStaff } from './actors.js';

export interface Member {
  readonly name: string;
  /** As the services will know her once she signs in. */
  readonly viewer: Viewer;
}

export async function enterStaff(
  network: Network,
  actorId: string,
  staff: DemonstrationStaff,
  subject: string,
): Promise<Member> {
  const { identity, registry, issuer } = network;
  const { name, displayName, roles, certifications = [] } = staff;
  await identity.createAccount({ subject, name, password: demonstrationPassword, displayName });
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
