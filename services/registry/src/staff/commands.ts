/** What may be asked about a member of staff. */
import type { Pathway, Role } from '@stezhka/vocabulary';

/** What she may do: all of it, each time. */
export interface Held {
  readonly roles: Role[];
  /** Isolated pathways on which she may work. */
  readonly certifications: Pathway[];
}

export interface JoinStaff extends Held {
  readonly type: 'JoinStaff';
  readonly actorId: string;
  /** The OpenID issuer that signs her in, and her subject there. */
  readonly issuer: string;
  readonly subject: string;
}

export interface ChangeRoles extends Held {
  readonly type: 'ChangeRoles';
}

export interface DisableStaff {
  readonly type: 'DisableStaff';
}

export interface EnableStaff {
  readonly type: 'EnableStaff';
}

/** The network's own conclusion when her actor lost a certification: nobody asks for it over the API. */
export interface DropCertifications {
  readonly type: 'DropCertifications';
}

export type StaffCommand = JoinStaff | ChangeRoles | DisableStaff | EnableStaff | DropCertifications;
