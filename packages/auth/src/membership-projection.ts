/**
 * Every service knows by itself who is a member: it follows the registry's staff streams into its own database. So a
 * service answers while the registry is away, and a disabled user is out everywhere within a second. It follows the
 * actors' certifications as well: these end by a date, and nothing is recorded when the date comes.
 */
import type { Projection } from '@stezhka/read-model';
import type {
  CertificationGrantedV1,
  CertificationRevokedV1,
  StaffDisabledV1,
  StaffEnabledV1,
  StaffJoinedV1,
  StaffRolesChangedV1,
} from '@stezhka/schema';

export interface MembershipTables {
  membership: {
    staff_id: string;
    actor_id: string;
    issuer: string;
    subject: string;
    roles: string[];
    /** Her own; they are worth nothing without her actor's. */
    certifications: string[];
    disabled: boolean;
  };
  actor_certification: {
    actor_id: string;
    pathway: string;
    /** The first moment at which it holds no more; null: without an end. */
    valid_until: Date | null;
  };
}

type FollowedEvent =
  | { readonly type: 'StaffJoined.v1'; readonly data: StaffJoinedV1 }
  | { readonly type: 'StaffRolesChanged.v1'; readonly data: StaffRolesChangedV1 }
  | { readonly type: 'StaffDisabled.v1'; readonly data: StaffDisabledV1 }
  | { readonly type: 'StaffEnabled.v1'; readonly data: StaffEnabledV1 }
  | { readonly type: 'CertificationGranted.v1'; readonly data: CertificationGrantedV1 }
  | { readonly type: 'CertificationRevoked.v1'; readonly data: CertificationRevokedV1 };

/** Whoever follows one type more names it here as well, or does not compile. */
const followed: Readonly<Record<FollowedEvent['type'], true>> = {
  'StaffJoined.v1': true,
  'StaffRolesChanged.v1': true,
  'StaffDisabled.v1': true,
  'StaffEnabled.v1': true,
  'CertificationGranted.v1': true,
  'CertificationRevoked.v1': true,
};

type Tx = Parameters<Projection<MembershipTables>['project']>[0];

/** For the list of projections that a service starts. */
export const membershipProjection: Projection<MembershipTables> = {
  name: 'membership',
  prefixes: ['staff-', 'actor-'],
  // Actors report places all day: none of that is worth a transaction of its own in every service.
  types: Object.keys(followed),
  tables: ['membership', 'actor_certification'],
  // A user whose disabling cannot be read would stay.
  failClosed: true,
  async project(tx, recorded) {
    const event = recorded as unknown as FollowedEvent;
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
      case 'CertificationGranted.v1':
        return certified(tx, event.data);
      case 'CertificationRevoked.v1':
        return revoked(tx, event.data);
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

/** Granted again it has the newest end. */
async function certified(tx: Tx, { actorId, pathway, validUntil }: CertificationGrantedV1): Promise<void> {
  const valid_until = validUntil === undefined ? null : new Date(validUntil);
  await tx
    .insertInto('actor_certification')
    .values({ actor_id: actorId, pathway, valid_until })
    .onConflict((held) => held.columns(['actor_id', 'pathway']).doUpdateSet({ valid_until }))
    .execute();
}

async function revoked(tx: Tx, { actorId, pathway }: CertificationRevokedV1): Promise<void> {
  await tx
    .deleteFrom('actor_certification')
    .where('actor_id', '=', actorId)
    .where('pathway', '=', pathway)
    .execute();
}
