/** Written by hand until the generator takes over. */
export interface StaffJoinedV1 {
  /** Id of the staff member. */
  staffId: string;
  /** The organisation she works for. */
  actorId: string;
  /** Identifier of the OpenID issuer that signs her in. */
  issuer: string;
  /** Her subject at that issuer. */
  subject: string;
  roles: string[];
  /** Pathways she is certified for: gbv, tip, cp. */
  certifications: string[];
}
export interface StaffRolesChangedV1 {
  staffId: string;
  roles: string[];
  certifications: string[];
}
export interface StaffDisabledV1 {
  staffId: string;
}
export interface StaffEnabledV1 {
  staffId: string;
}
