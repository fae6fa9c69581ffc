/**
 * Every service knows by itself who is a member: it follows the registry's staff streams into its own database. So a
 * service answers while the registry is away, and a disabled user is out everywhere within a second.
 */
import type { Projection } from '@stezhka/read-model';
import type { StaffDisabledV1, StaffEnabledV1, StaffJoinedV1, StaffRolesChangedV1 } from '@stezhka/schema';

export interface MembershipTables {
  membership: {
    staff_id: string;
    actor_id: string;
    issuer: string;
    subject: string;
    roles: string[];
    certifications: string[];
    disabled: boolean;
  };
}

type StaffEvent =
  | { readonly type: 'StaffJoined.v1'; readonly data: StaffJoinedV1 }
  | { readonly type: 'StaffRolesChanged.v1'; readonly data: StaffRolesChangedV1 }
  | { readonly type: 'StaffDisabled.v1'; readonly data: StaffDisabledV1 }
  | { readonly type: 'StaffEnabled.v1'; readonly data: StaffEnabledV1 };

type Tx = Parameters<Projection<MembershipTables>['project']>[0];

/** For the list of projections that a service starts. */
export const membershipProjection: Projection<MembershipTables> = {
  name: 'membership',
  prefixes: ['staff-'],
  tables: ['membership'],
  // A user whose disabling cannot be read would stay.
  failClosed: true,
  async project(tx, recorded) {
    const event = recorded as unknown as StaffEvent;
    switch (event.type) {
      case 'StaffJoined.v1':
        return joined(tx, event.data);
      case 'StaffRolesChanged.v1': {
        const { staffId, roles, certifications } = event.data;
        return changed(tx, staffId, { roles, certifications });
      }
      case 'StaffDisabled.v1':
        return changed(tx, event.data.staffId, { disabled: true });
      case 'StaffEnabled.v1':
        return changed(tx, event.data.staffId, { disabled: false });
    }
  },
};

async function joined(tx: Tx, data: StaffJoinedV1): Promise<void> {
  const { staffId, actorId, issuer, subject, roles, certifications } = data;
  const row = { actor_id: actorId, issuer, subject, roles, certifications, disabled: false };
  await tx
    .insertInto('membership')
    .values({ staff_id: staffId, ...row })
    .onConflict((conflict) => conflict.column('staff_id').doUpdateSet(row))
    .execute();
}

async function changed(
  tx: Tx,
  staffId: string,
  columns: Partial<MembershipTables['membership']>,
): Promise<void> {
  await tx.updateTable('membership').set(columns).where('staff_id', '=', staffId).execute();
}
