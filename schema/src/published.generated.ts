/** Generated from the services’ event definitions by `npm run generate`; not edited by hand. */

/**
 * An organisation joined the network.
 */
export interface ActorAdmittedV1 {
  /**
   * The actor.
   */
  actorId: string;
  name: {
    /**
     * Name in Ukrainian.
     */
    uk: string;
    /**
     * Name in English.
     */
    en: string;
    /**
     * Name in Romanian.
     */
    ro: string;
  };
  /**
   * What kind of organisation it is.
   */
  kind: 'ngo' | 'government' | 'medical' | 'hotline' | 'partner_abroad';
  /**
   * Where it is registered.
   */
  country: 'UA' | 'RO' | 'PL' | 'MD' | 'HU' | 'SK' | 'BG' | 'DE' | 'GB';
  /**
   * Where its seat is, in Ukraine.
   */
  homeOblast?:
    | 'UA-43'
    | 'UA-05'
    | 'UA-07'
    | 'UA-12'
    | 'UA-14'
    | 'UA-18'
    | 'UA-21'
    | 'UA-23'
    | 'UA-26'
    | 'UA-32'
    | 'UA-35'
    | 'UA-09'
    | 'UA-46'
    | 'UA-48'
    | 'UA-51'
    | 'UA-53'
    | 'UA-56'
    | 'UA-59'
    | 'UA-61'
    | 'UA-63'
    | 'UA-65'
    | 'UA-68'
    | 'UA-71'
    | 'UA-77'
    | 'UA-74'
    | 'UA-30'
    | 'UA-40';
  /**
   * Phone of the duty officer, as published to the network.
   */
  dutyPhone?: string;
  /**
   * From when this holds; may lie before it was recorded.
   */
  effectiveAt: string;
}

/**
 * How far an actor is operational changed.
 */
export interface ActorOperationsChangedV1 {
  /**
   * The actor.
   */
  actorId: string;
  /**
   * How far it is operational.
   */
  operations: 'full' | 'partial' | 'suspended' | 'closed';
  /**
   * From when this holds; may lie before it was recorded.
   */
  effectiveAt: string;
}

/**
 * An actor moved away from its home, or back.
 */
export interface ActorBaseChangedV1 {
  /**
   * The actor.
   */
  actorId: string;
  /**
   * Where it works from.
   */
  base: 'home' | 'evacuated';
  /**
   * From when this holds; may lie before it was recorded.
   */
  effectiveAt: string;
}

/**
 * An actor's access to an area changed.
 */
export interface ActorAccessChangedV1 {
  /**
   * The actor.
   */
  actorId: string;
  /**
   * The area.
   */
  oblast:
    | 'UA-43'
    | 'UA-05'
    | 'UA-07'
    | 'UA-12'
    | 'UA-14'
    | 'UA-18'
    | 'UA-21'
    | 'UA-23'
    | 'UA-26'
    | 'UA-32'
    | 'UA-35'
    | 'UA-09'
    | 'UA-46'
    | 'UA-48'
    | 'UA-51'
    | 'UA-53'
    | 'UA-56'
    | 'UA-59'
    | 'UA-61'
    | 'UA-63'
    | 'UA-65'
    | 'UA-68'
    | 'UA-71'
    | 'UA-77'
    | 'UA-74'
    | 'UA-30'
    | 'UA-40';
  /**
   * How far it can be reached.
   */
  access: 'open' | 'limited' | 'none';
  /**
   * From when this holds; may lie before it was recorded.
   */
  effectiveAt: string;
}

/**
 * An actor began to offer a service.
 */
export interface ServiceOfferedV1 {
  /**
   * The actor.
   */
  actorId: string;
  /**
   * One service of the actor, in its own areas and under its own conditions.
   */
  serviceId: string;
  /**
   * What is offered.
   */
  service:
    | 'CM.GEN'
    | 'CM.CP'
    | 'CM.GBV'
    | 'CM.TIP'
    | 'HLT.MED'
    | 'HLT.REHAB'
    | 'HLT.CMR'
    | 'MHP.PSS'
    | 'MHP.SPEC'
    | 'SHL.DV'
    | 'SHL.CRISIS'
    | 'SHL.TIP'
    | 'SHL.TRANSIT'
    | 'SHL.HOUS'
    | 'TRN.SAFE'
    | 'LEG.AID'
    | 'LEG.TPD'
    | 'LEG.VIS'
    | 'LEG.DOC'
    | 'LEG.VOT'
    | 'LEG.CRIM'
    | 'CSH.IPA'
    | 'NFI.MAT'
    | 'LIV.VOC'
    | 'LIV.INC'
    | 'LIV.JOB'
    | 'LIV.EMPSCR'
    | 'SUP.INT'
    | 'SUP.ACC'
    | 'CPS.FTR'
    | 'CPS.ALT'
    | 'SEC.LEA'
    | 'XBR.CASE'
    | 'INF.HOT';
  /**
   * On which pathways referrals are received.
   *
   * Items: A pathway.
   */
  pathways: ('general' | 'gbv' | 'tip' | 'cp')[];
  /**
   * Where it is offered; empty for an actor abroad.
   *
   * Items: An oblast.
   */
  oblasts: (
    | 'UA-43'
    | 'UA-05'
    | 'UA-07'
    | 'UA-12'
    | 'UA-14'
    | 'UA-18'
    | 'UA-21'
    | 'UA-23'
    | 'UA-26'
    | 'UA-32'
    | 'UA-35'
    | 'UA-09'
    | 'UA-46'
    | 'UA-48'
    | 'UA-51'
    | 'UA-53'
    | 'UA-56'
    | 'UA-59'
    | 'UA-61'
    | 'UA-63'
    | 'UA-65'
    | 'UA-68'
    | 'UA-71'
    | 'UA-77'
    | 'UA-74'
    | 'UA-30'
    | 'UA-40'
  )[];
  /**
   * How it is given.
   */
  modality: 'in_person' | 'remote' | 'either';
  /**
   * Whom it serves by age; empty: everyone.
   *
   * Items: An age band.
   */
  ageBands: ('age_0_4' | 'age_5_11' | 'age_12_17' | 'age_18_24' | 'age_25_59' | 'age_60_plus')[];
  /**
   * Whom it serves by sex; empty: everyone.
   *
   * Items: A sex.
   */
  sexes: ('female' | 'male' | 'other' | 'unknown')[];
  /**
   * Languages in which it is given.
   *
   * Items: A language.
   */
  languages: ('uk' | 'ru' | 'ro' | 'en' | 'hu' | 'pl' | 'bg' | 'other')[];
  /**
   * What its intake officers must know before they can decide.
   *
   * Items: A question.
   */
  intakeQuestions: (
    | 'pregnancy'
    | 'mobility_limits'
    | 'regular_medicine'
    | 'acute_crisis'
    | 'intoxication'
    | 'infection_precautions'
    | 'pets'
    | 'interpreter_needed'
    | 'admission_document'
    | 'perpetrator_same_oblast'
    | 'perpetrator_in_uniform'
    | 'phone_tracked'
    | 'children_present'
    | 'arrives_within_24h'
  )[];
  /**
   * Without agreement to share these the service cannot be given.
   *
   * Items: A data class.
   */
  neededClasses: ('C0' | 'C1' | 'C2' | 'C3' | 'C4')[];
  /**
   * Whether a formal направлення is demanded for admission.
   */
  admissionDocument: boolean;
  /**
   * From when this holds; may lie before it was recorded.
   */
  effectiveAt: string;
}

/**
 * The terms of a service changed; all of them are repeated.
 */
export interface ServiceTermsChangedV1 {
  /**
   * The actor.
   */
  actorId: string;
  /**
   * One service of the actor, in its own areas and under its own conditions.
   */
  serviceId: string;
  /**
   * What is offered.
   */
  service:
    | 'CM.GEN'
    | 'CM.CP'
    | 'CM.GBV'
    | 'CM.TIP'
    | 'HLT.MED'
    | 'HLT.REHAB'
    | 'HLT.CMR'
    | 'MHP.PSS'
    | 'MHP.SPEC'
    | 'SHL.DV'
    | 'SHL.CRISIS'
    | 'SHL.TIP'
    | 'SHL.TRANSIT'
    | 'SHL.HOUS'
    | 'TRN.SAFE'
    | 'LEG.AID'
    | 'LEG.TPD'
    | 'LEG.VIS'
    | 'LEG.DOC'
    | 'LEG.VOT'
    | 'LEG.CRIM'
    | 'CSH.IPA'
    | 'NFI.MAT'
    | 'LIV.VOC'
    | 'LIV.INC'
    | 'LIV.JOB'
    | 'LIV.EMPSCR'
    | 'SUP.INT'
    | 'SUP.ACC'
    | 'CPS.FTR'
    | 'CPS.ALT'
    | 'SEC.LEA'
    | 'XBR.CASE'
    | 'INF.HOT';
  /**
   * On which pathways referrals are received.
   *
   * Items: A pathway.
   */
  pathways: ('general' | 'gbv' | 'tip' | 'cp')[];
  /**
   * Where it is offered; empty for an actor abroad.
   *
   * Items: An oblast.
   */
  oblasts: (
    | 'UA-43'
    | 'UA-05'
    | 'UA-07'
    | 'UA-12'
    | 'UA-14'
    | 'UA-18'
    | 'UA-21'
    | 'UA-23'
    | 'UA-26'
    | 'UA-32'
    | 'UA-35'
    | 'UA-09'
    | 'UA-46'
    | 'UA-48'
    | 'UA-51'
    | 'UA-53'
    | 'UA-56'
    | 'UA-59'
    | 'UA-61'
    | 'UA-63'
    | 'UA-65'
    | 'UA-68'
    | 'UA-71'
    | 'UA-77'
    | 'UA-74'
    | 'UA-30'
    | 'UA-40'
  )[];
  /**
   * How it is given.
   */
  modality: 'in_person' | 'remote' | 'either';
  /**
   * Whom it serves by age; empty: everyone.
   *
   * Items: An age band.
   */
  ageBands: ('age_0_4' | 'age_5_11' | 'age_12_17' | 'age_18_24' | 'age_25_59' | 'age_60_plus')[];
  /**
   * Whom it serves by sex; empty: everyone.
   *
   * Items: A sex.
   */
  sexes: ('female' | 'male' | 'other' | 'unknown')[];
  /**
   * Languages in which it is given.
   *
   * Items: A language.
   */
  languages: ('uk' | 'ru' | 'ro' | 'en' | 'hu' | 'pl' | 'bg' | 'other')[];
  /**
   * What its intake officers must know before they can decide.
   *
   * Items: A question.
   */
  intakeQuestions: (
    | 'pregnancy'
    | 'mobility_limits'
    | 'regular_medicine'
    | 'acute_crisis'
    | 'intoxication'
    | 'infection_precautions'
    | 'pets'
    | 'interpreter_needed'
    | 'admission_document'
    | 'perpetrator_same_oblast'
    | 'perpetrator_in_uniform'
    | 'phone_tracked'
    | 'children_present'
    | 'arrives_within_24h'
  )[];
  /**
   * Without agreement to share these the service cannot be given.
   *
   * Items: A data class.
   */
  neededClasses: ('C0' | 'C1' | 'C2' | 'C3' | 'C4')[];
  /**
   * Whether a formal направлення is demanded for admission.
   */
  admissionDocument: boolean;
  /**
   * From when this holds; may lie before it was recorded.
   */
  effectiveAt: string;
}

/**
 * An actor stopped offering a service.
 */
export interface ServiceEndedV1 {
  /**
   * The actor.
   */
  actorId: string;
  /**
   * One service of the actor, in its own areas and under its own conditions.
   */
  serviceId: string;
  /**
   * From when this holds; may lie before it was recorded.
   */
  effectiveAt: string;
}

/**
 * An actor said how much room a service has.
 */
export interface CapacityReportedV1 {
  /**
   * The actor.
   */
  actorId: string;
  /**
   * One service of the actor, in its own areas and under its own conditions.
   */
  serviceId: string;
  /**
   * Whether there is room.
   */
  capacity: 'capacity' | 'no-capacity' | 'waitlist' | 'additional-assessment-required' | 'unknown';
  /**
   * Free places.
   */
  available?: number;
  /**
   * All places.
   */
  maximum?: number;
  /**
   * When it was so.
   */
  occurredAt: string;
}

/**
 * An actor was certified to receive referrals of an isolated pathway.
 */
export interface CertificationGrantedV1 {
  /**
   * The actor.
   */
  actorId: string;
  /**
   * The pathway.
   */
  pathway: 'general' | 'gbv' | 'tip' | 'cp';
  /**
   * When the certification ends.
   */
  validUntil?: string;
  /**
   * From when this holds; may lie before it was recorded.
   */
  effectiveAt: string;
}

/**
 * A certification was taken back.
 */
export interface CertificationRevokedV1 {
  /**
   * The actor.
   */
  actorId: string;
  /**
   * The pathway.
   */
  pathway: 'general' | 'gbv' | 'tip' | 'cp';
  /**
   * From when this holds; may lie before it was recorded.
   */
  effectiveAt: string;
}

/**
 * A user became a member of an actor.
 */
export interface StaffJoinedV1 {
  /**
   * The member of staff.
   */
  staffId: string;
  /**
   * The actor she works for.
   */
  actorId: string;
  /**
   * Identifier of the OpenID issuer that signs her in.
   */
  issuer: string;
  /**
   * Her subject there: random, no name.
   */
  subject: string;
  /**
   * What she may do.
   *
   * Items: A role.
   */
  roles: (
    | 'caseworker'
    | 'intake_officer'
    | 'supervisor'
    | 'duty_officer'
    | 'actor_administrator'
    | 'network_registrar'
    | 'cluster_coordinator'
    | 'authority_official'
    | 'hotline_operator'
    | 'data_protection_focal_point'
    | 'interpreter'
  )[];
  /**
   * Isolated pathways on which she may work.
   *
   * Items: A pathway.
   */
  certifications: ('general' | 'gbv' | 'tip' | 'cp')[];
}

/**
 * What a member of staff may do changed; all of it is repeated.
 */
export interface StaffRolesChangedV1 {
  /**
   * The member of staff.
   */
  staffId: string;
  /**
   * What she may do.
   *
   * Items: A role.
   */
  roles: (
    | 'caseworker'
    | 'intake_officer'
    | 'supervisor'
    | 'duty_officer'
    | 'actor_administrator'
    | 'network_registrar'
    | 'cluster_coordinator'
    | 'authority_official'
    | 'hotline_operator'
    | 'data_protection_focal_point'
    | 'interpreter'
  )[];
  /**
   * Isolated pathways on which she may work.
   *
   * Items: A pathway.
   */
  certifications: ('general' | 'gbv' | 'tip' | 'cp')[];
}

/**
 * A member of staff lost access.
 */
export interface StaffDisabledV1 {
  /**
   * The member of staff.
   */
  staffId: string;
}

/**
 * A member of staff has access again.
 */
export interface StaffEnabledV1 {
  /**
   * The member of staff.
   */
  staffId: string;
}

/**
 * An actor opened the file of a person or of people who belong together.
 */
export interface HouseholdOpenedV1 {
  /**
   * The household.
   */
  householdId: string;
  /**
   * The actor whose caseload it is.
   */
  actorId: string;
  /**
   * Which rules of secrecy the file follows.
   */
  pathway: 'general' | 'gbv' | 'tip' | 'cp';
  /**
   * Its first members.
   *
   * Items: A member of the household.
   */
  memberIds: string[];
  /**
   * When it happened; may lie before it was recorded.
   */
  occurredAt: string;
  /**
   * How it reached the record.
   */
  channel: 'portal' | 'phone' | 'paper' | 'in_person' | 'api' | 'import';
}

/**
 * A household has one more member.
 */
export interface MemberAddedV1 {
  /**
   * The household.
   */
  householdId: string;
  /**
   * A member of the household.
   */
  memberId: string;
  /**
   * When it happened; may lie before it was recorded.
   */
  occurredAt: string;
  /**
   * How it reached the record.
   */
  channel: 'portal' | 'phone' | 'paper' | 'in_person' | 'api' | 'import';
}

/**
 * What a referral asks to share is covered by agreement; the snapshot is frozen.
 */
export interface DisclosurePermittedV1 {
  /**
   * The household.
   */
  householdId: string;
  /**
   * The permit.
   */
  permitId: string;
  /**
   * The referral.
   */
  referralId: string;
  /**
   * The offer within the referral.
   */
  offerId: string;
  /**
   * The actor that may read.
   */
  recipientActorId: string;
  /**
   * The service for which.
   */
  serviceId: string;
  /**
   * What it rests on.
   *
   * Items: An agreement.
   */
  agreementIds: string[];
  /**
   * Whom it covers.
   *
   * Items: A member of the household.
   */
  memberIds: string[];
  /**
   * What is shared: the versions as they stood, frozen.
   */
  snapshot: {
    /**
     * The sealed record.
     */
    recordId: string;
    /**
     * Whose record it is: a member, or the household as a whole.
     */
    subjectId: string;
    /**
     * A data class.
     */
    dataClass: 'C0' | 'C1' | 'C2' | 'C3' | 'C4';
    /**
     * Which version of it, from 1.
     */
    version: number;
  }[];
  /**
   * When it ends by itself.
   */
  validUntil: string;
}

/**
 * What a referral asks to share is not covered by agreement.
 */
export interface DisclosureRefusedV1 {
  /**
   * The household.
   */
  householdId: string;
  /**
   * The referral.
   */
  referralId: string;
  /**
   * The offer within the referral.
   */
  offerId: string;
  /**
   * Why not.
   */
  reason:
    | 'not_agreed'
    | 'agreement_expired'
    | 'withdrawn'
    | 'nothing_sealed'
    | 'pathway_mismatch'
    | 'household_unknown'
    | 'recipient_not_named'
    | 'member_unknown';
}

/**
 * Members took their agreement back. Nothing is opened for the named permits any more.
 */
export interface ConsentWithdrawnV1 {
  /**
   * The household.
   */
  householdId: string;
  /**
   * Who withdrew.
   *
   * Items: A member of the household.
   */
  principalIds: string[];
  /**
   * What was withdrawn.
   *
   * Items: An agreement.
   */
  agreementIds: string[];
  /**
   * Permits that ended with it.
   */
  ended: {
    /**
     * The permit.
     */
    permitId: string;
    /**
     * The referral.
     */
    referralId: string;
    /**
     * The offer within the referral.
     */
    offerId: string;
    /**
     * Who could read.
     */
    recipientActorId: string;
  }[];
  /**
   * Permits that go on without these members.
   */
  narrowed: {
    /**
     * The permit.
     */
    permitId: string;
    /**
     * The referral.
     */
    referralId: string;
    /**
     * The offer within the referral.
     */
    offerId: string;
    /**
     * Who is left.
     *
     * Items: A member of the household.
     */
    memberIds: string[];
  }[];
  /**
   * When it happened; may lie before it was recorded.
   */
  occurredAt: string;
  /**
   * How it reached the record.
   */
  channel: 'portal' | 'phone' | 'paper' | 'in_person' | 'api' | 'import';
}

/**
 * A caseworker began to refer a household.
 */
export interface ReferralDraftedV1 {
  /**
   * The referral.
   */
  referralId: string;
  /**
   * What people read to each other on the phone.
   */
  reference: string;
  /**
   * The referring actor.
   */
  senderActorId: string;
  /**
   * Whose way it is.
   */
  householdId: string;
  /**
   * Who of the household is referred.
   *
   * Items: A member of the household.
   */
  memberIds: string[];
  /**
   * What is asked for.
   */
  service:
    | 'CM.GEN'
    | 'CM.CP'
    | 'CM.GBV'
    | 'CM.TIP'
    | 'HLT.MED'
    | 'HLT.REHAB'
    | 'HLT.CMR'
    | 'MHP.PSS'
    | 'MHP.SPEC'
    | 'SHL.DV'
    | 'SHL.CRISIS'
    | 'SHL.TIP'
    | 'SHL.TRANSIT'
    | 'SHL.HOUS'
    | 'TRN.SAFE'
    | 'LEG.AID'
    | 'LEG.TPD'
    | 'LEG.VIS'
    | 'LEG.DOC'
    | 'LEG.VOT'
    | 'LEG.CRIM'
    | 'CSH.IPA'
    | 'NFI.MAT'
    | 'LIV.VOC'
    | 'LIV.INC'
    | 'LIV.JOB'
    | 'LIV.EMPSCR'
    | 'SUP.INT'
    | 'SUP.ACC'
    | 'CPS.FTR'
    | 'CPS.ALT'
    | 'SEC.LEA'
    | 'XBR.CASE'
    | 'INF.HOT';
  /**
   * Where it is needed.
   */
  oblast:
    | 'UA-43'
    | 'UA-05'
    | 'UA-07'
    | 'UA-12'
    | 'UA-14'
    | 'UA-18'
    | 'UA-21'
    | 'UA-23'
    | 'UA-26'
    | 'UA-32'
    | 'UA-35'
    | 'UA-09'
    | 'UA-46'
    | 'UA-48'
    | 'UA-51'
    | 'UA-53'
    | 'UA-56'
    | 'UA-59'
    | 'UA-61'
    | 'UA-63'
    | 'UA-65'
    | 'UA-68'
    | 'UA-71'
    | 'UA-77'
    | 'UA-74'
    | 'UA-30'
    | 'UA-40';
  /**
   * How soon an answer is needed.
   */
  urgency: 'emergency' | 'urgent' | 'normal';
  /**
   * Which rules of secrecy it follows.
   */
  pathway: 'general' | 'gbv' | 'tip' | 'cp';
  /**
   * How it can be given.
   */
  modality: 'in_person' | 'remote' | 'either';
  /**
   * Ages, where services filter on them.
   *
   * Items: An age band.
   */
  ageBands: ('age_0_4' | 'age_5_11' | 'age_12_17' | 'age_18_24' | 'age_25_59' | 'age_60_plus')[];
  /**
   * Sexes, where services filter on them.
   *
   * Items: A sex.
   */
  sexes: ('female' | 'male' | 'other' | 'unknown')[];
  /**
   * The language to speak with her.
   */
  language?: 'uk' | 'ru' | 'ro' | 'en' | 'hu' | 'pl' | 'bg' | 'other';
  /**
   * Never to be offered to, and never told.
   *
   * Items: An actor.
   */
  excludedActorIds: string[];
  /**
   * The referral that this one continues.
   */
  partOf?: string;
  /**
   * When it happened; may lie before it was recorded.
   */
  occurredAt: string;
  /**
   * How it reached the record.
   */
  channel: 'portal' | 'phone' | 'paper' | 'in_person' | 'api' | 'import';
}

/**
 * Should the referral that this one continues expire or be declined, it is put to this service by itself. Nobody else knows.
 */
export interface ReferralPreparedV1 {
  /**
   * The referral.
   */
  referralId: string;
  /**
   * The referral that it follows.
   */
  after: string;
  /**
   * The actor that would be asked.
   */
  recipientActorId: string;
  /**
   * The service that would be asked.
   */
  serviceId: string;
  /**
   * What would be shared.
   *
   * Items: A data class.
   */
  dataClasses: ('C0' | 'C1' | 'C2' | 'C3' | 'C4')[];
  /**
   * The decision set written for this service.
   *
   * Items: A sealed record.
   */
  decisionRecordIds: string[];
  /**
   * When it happened; may lie before it was recorded.
   */
  occurredAt: string;
  /**
   * How it reached the record.
   */
  channel: 'portal' | 'phone' | 'paper' | 'in_person' | 'api' | 'import';
}

/**
 * It is not sent by itself any more. It is a draft again.
 */
export interface ReferralPreparationEndedV1 {
  /**
   * The referral.
   */
  referralId: string;
  /**
   * The referral that it was to follow.
   */
  after: string;
  /**
   * Why not.
   */
  reason:
    | 'cancelled'
    | 'first_accepted'
    | 'first_taken_back'
    | 'for_a_person'
    | 'not_suitable'
    | 'another_prepared';
  /**
   * When it happened; may lie before it was recorded.
   */
  occurredAt: string;
  /**
   * How it reached the record.
   */
  channel?: 'portal' | 'phone' | 'paper' | 'in_person' | 'api' | 'import';
}

/**
 * The sender chose a recipient; consent is asked whether this may be shared. Nobody else knows yet.
 */
export interface ReferralOfferRequestedV1 {
  /**
   * The referral.
   */
  referralId: string;
  /**
   * The offer: this referral, put to one service of one actor.
   */
  offerId: string;
  /**
   * The referring actor.
   */
  senderActorId: string;
  /**
   * The receiving actor.
   */
  recipientActorId: string;
  /**
   * The service it is addressed to.
   */
  serviceId: string;
  /**
   * Whose data.
   */
  householdId: string;
  /**
   * Of whom.
   *
   * Items: A member.
   */
  memberIds: string[];
  /**
   * What is to be shared.
   *
   * Items: A data class.
   */
  dataClasses: ('C0' | 'C1' | 'C2' | 'C3' | 'C4')[];
  /**
   * The decision set written for this service.
   *
   * Items: A sealed record.
   */
  decisionRecordIds: string[];
  /**
   * What the service filters on: only this reaches it.
   *
   * Items: A detail.
   */
  filters: ('age_band' | 'sex' | 'language')[];
  /**
   * Which rules of secrecy it follows.
   */
  pathway: 'general' | 'gbv' | 'tip' | 'cp';
  /**
   * When it happened; may lie before it was recorded.
   */
  occurredAt: string;
  /**
   * How it reached the record.
   */
  channel: 'portal' | 'phone' | 'paper' | 'in_person' | 'api' | 'import';
}

/**
 * Consent said no: the referral is a draft again and nobody else knows.
 */
export interface ReferralOfferRefusedV1 {
  /**
   * The referral.
   */
  referralId: string;
  /**
   * The offer: this referral, put to one service of one actor.
   */
  offerId: string;
  /**
   * Why not.
   */
  reason:
    | 'not_agreed'
    | 'agreement_expired'
    | 'withdrawn'
    | 'nothing_sealed'
    | 'pathway_mismatch'
    | 'household_unknown'
    | 'recipient_not_named'
    | 'member_unknown';
}

/**
 * Consent permits it: the recipient has it now, and the clocks run.
 */
export interface ReferralSentV1 {
  /**
   * The referral.
   */
  referralId: string;
  /**
   * The offer: this referral, put to one service of one actor.
   */
  offerId: string;
  /**
   * Consent's permit to disclose what the offer shares.
   */
  permitId: string;
  /**
   * The receiving actor.
   */
  recipientActorId: string;
  /**
   * The service it is addressed to.
   */
  serviceId: string;
  /**
   * What is shared.
   *
   * Items: A data class.
   */
  dataClasses: ('C0' | 'C1' | 'C2' | 'C3' | 'C4')[];
  /**
   * What the service filters on: only this reaches it.
   *
   * Items: A detail.
   */
  filters: ('age_band' | 'sex' | 'language')[];
  /**
   * Until when it should be acknowledged.
   */
  acknowledgeBy: string;
  /**
   * Until when it should be decided.
   */
  decideBy: string;
  /**
   * Version of the deadlines that these follow.
   */
  clockPolicy: number;
  /**
   * When it happened; may lie before it was recorded.
   */
  occurredAt: string;
  /**
   * How it reached the record.
   */
  channel: 'portal' | 'phone' | 'paper' | 'in_person' | 'api' | 'import';
}

/**
 * The recipient has seen it and is looking into it. Stops the first clock only.
 */
export interface ReferralAcknowledgedV1 {
  /**
   * The referral.
   */
  referralId: string;
  /**
   * The offer: this referral, put to one service of one actor.
   */
  offerId: string;
  /**
   * When it happened; may lie before it was recorded.
   */
  occurredAt: string;
  /**
   * How it reached the record.
   */
  channel: 'portal' | 'phone' | 'paper' | 'in_person' | 'api' | 'import';
  /**
   * Which side typed it in.
   */
  recordedBy: 'sender' | 'recipient';
}

/**
 * The recipient will serve.
 */
export interface ReferralAcceptedV1 {
  /**
   * The referral.
   */
  referralId: string;
  /**
   * The offer: this referral, put to one service of one actor.
   */
  offerId: string;
  /**
   * When it happened; may lie before it was recorded.
   */
  occurredAt: string;
  /**
   * How it reached the record.
   */
  channel: 'portal' | 'phone' | 'paper' | 'in_person' | 'api' | 'import';
  /**
   * Which side typed it in.
   */
  recordedBy: 'sender' | 'recipient';
}

/**
 * The recipient will not serve.
 */
export interface ReferralDeclinedV1 {
  /**
   * The referral.
   */
  referralId: string;
  /**
   * The offer: this referral, put to one service of one actor.
   */
  offerId: string;
  /**
   * When it happened; may lie before it was recorded.
   */
  occurredAt: string;
  /**
   * How it reached the record.
   */
  channel: 'portal' | 'phone' | 'paper' | 'in_person' | 'api' | 'import';
  /**
   * Which side typed it in.
   */
  recordedBy: 'sender' | 'recipient';
  /**
   * Why not.
   */
  reason:
    | 'no_capacity'
    | 'lack_of_resources'
    | 'not_eligible'
    | 'out_of_area'
    | 'missing_documentation'
    | 'formal_document_required'
    | 'service_unavailable'
    | 'power_or_access_outage'
    | 'already_served_elsewhere'
    | 'duplicate'
    | 'not_appropriate'
    | 'security_or_access'
    | 'safety_of_person'
    | 'conflict_of_interest'
    | 'other';
  /**
   * Full for all, or not for this household.
   */
  capacityScope?: 'for_all' | 'not_for_this_household';
  /**
   * The sealed words of a reason that is none of the codes.
   */
  noteRecordId?: string;
}

/**
 * The other side confirmed a spoken answer that was typed in for it.
 */
export interface ReferralAnswerConfirmedV1 {
  /**
   * The referral.
   */
  referralId: string;
  /**
   * The offer: this referral, put to one service of one actor.
   */
  offerId: string;
  /**
   * When it happened; may lie before it was recorded.
   */
  occurredAt: string;
  /**
   * How it reached the record.
   */
  channel: 'portal' | 'phone' | 'paper' | 'in_person' | 'api' | 'import';
}

/**
 * The service began.
 */
export interface ReferralStartedV1 {
  /**
   * The referral.
   */
  referralId: string;
  /**
   * The offer: this referral, put to one service of one actor.
   */
  offerId: string;
  /**
   * When it happened; may lie before it was recorded.
   */
  occurredAt: string;
  /**
   * How it reached the record.
   */
  channel: 'portal' | 'phone' | 'paper' | 'in_person' | 'api' | 'import';
  /**
   * Which side typed it in.
   */
  recordedBy: 'sender' | 'recipient';
}

/**
 * The service was given; what came of it.
 */
export interface ReferralCompletedV1 {
  /**
   * The referral.
   */
  referralId: string;
  /**
   * The offer: this referral, put to one service of one actor.
   */
  offerId: string;
  /**
   * When it happened; may lie before it was recorded.
   */
  occurredAt: string;
  /**
   * How it reached the record.
   */
  channel: 'portal' | 'phone' | 'paper' | 'in_person' | 'api' | 'import';
  /**
   * Which side typed it in.
   */
  recordedBy: 'sender' | 'recipient';
  /**
   * What came of it.
   */
  outcome:
    'service_provided' | 'partially_provided' | 'provided_elsewhere' | 'not_provided' | 'referred_onward';
}

/**
 * The sender took it back, or a draft was given up.
 */
export interface ReferralWithdrawnV1 {
  /**
   * The referral.
   */
  referralId: string;
  /**
   * Why.
   */
  reason: 'entered_in_error' | 'need_met' | 'consent_withdrawn' | 'wrong_actor';
  /**
   * When it happened; may lie before it was recorded.
   */
  occurredAt: string;
  /**
   * How it reached the record.
   */
  channel: 'portal' | 'phone' | 'paper' | 'in_person' | 'api' | 'import';
}

/**
 * The recipient has been silent for a part of a clock, and somebody is told. Ends nothing.
 */
export interface ReferralSilenceNoticedV1 {
  /**
   * The referral.
   */
  referralId: string;
  /**
   * The offer: this referral, put to one service of one actor.
   */
  offerId: string;
  /**
   * Version of the ladder that this follows.
   */
  silencePolicy: number;
  /**
   * Who is told, by role.
   */
  toldRole:
    | 'caseworker'
    | 'intake_officer'
    | 'supervisor'
    | 'duty_officer'
    | 'actor_administrator'
    | 'network_registrar'
    | 'cluster_coordinator'
    | 'authority_official'
    | 'hotline_operator'
    | 'data_protection_focal_point'
    | 'interpreter';
  /**
   * Of which actor; absent where it is nobody of the two sides.
   */
  toldActorId?: string;
  /**
   * When it came due: for so long it had been silent, whenever that was noticed.
   */
  occurredAt: string;
  /**
   * Which clock ran.
   */
  clock: 'acknowledge' | 'decide';
  /**
   * Whose turn it is to be told.
   */
  rung: 'reminder' | 'duty_officer' | 'sender_supervisor' | 'sender_supervisor_again' | 'coordinator';
}

/**
 * The recipient gave no answer in time. That is silence and never a refusal; the sender is asked to go on.
 */
export interface ReferralExpiredV1 {
  /**
   * The referral.
   */
  referralId: string;
  /**
   * The offer: this referral, put to one service of one actor.
   */
  offerId: string;
  /**
   * Version of the ladder that this follows.
   */
  silencePolicy: number;
  /**
   * Who is told, by role.
   */
  toldRole:
    | 'caseworker'
    | 'intake_officer'
    | 'supervisor'
    | 'duty_officer'
    | 'actor_administrator'
    | 'network_registrar'
    | 'cluster_coordinator'
    | 'authority_official'
    | 'hotline_operator'
    | 'data_protection_focal_point'
    | 'interpreter';
  /**
   * Of which actor; absent where it is nobody of the two sides.
   */
  toldActorId?: string;
  /**
   * When it came due: for so long it had been silent, whenever that was noticed.
   */
  occurredAt: string;
  /**
   * Which clock ran out.
   */
  clock: 'acknowledge' | 'decide';
}

/**
 * The person withdrew her agreement: an open offer ends with it, and of a closed one nothing can be read any more.
 */
export interface ReferralSharingEndedV1 {
  /**
   * The referral.
   */
  referralId: string;
  /**
   * The offer: this referral, put to one service of one actor.
   */
  offerId: string;
  /**
   * Consent's permit to disclose what the offer shares.
   */
  permitId: string;
  /**
   * When it happened; may lie before it was recorded.
   */
  occurredAt: string;
}

/** Every event that may be subscribed to from outside its service. */
export type PublishedEvent =
  | { readonly type: 'ActorAdmitted.v1'; readonly data: ActorAdmittedV1 }
  | { readonly type: 'ActorOperationsChanged.v1'; readonly data: ActorOperationsChangedV1 }
  | { readonly type: 'ActorBaseChanged.v1'; readonly data: ActorBaseChangedV1 }
  | { readonly type: 'ActorAccessChanged.v1'; readonly data: ActorAccessChangedV1 }
  | { readonly type: 'ServiceOffered.v1'; readonly data: ServiceOfferedV1 }
  | { readonly type: 'ServiceTermsChanged.v1'; readonly data: ServiceTermsChangedV1 }
  | { readonly type: 'ServiceEnded.v1'; readonly data: ServiceEndedV1 }
  | { readonly type: 'CapacityReported.v1'; readonly data: CapacityReportedV1 }
  | { readonly type: 'CertificationGranted.v1'; readonly data: CertificationGrantedV1 }
  | { readonly type: 'CertificationRevoked.v1'; readonly data: CertificationRevokedV1 }
  | { readonly type: 'StaffJoined.v1'; readonly data: StaffJoinedV1 }
  | { readonly type: 'StaffRolesChanged.v1'; readonly data: StaffRolesChangedV1 }
  | { readonly type: 'StaffDisabled.v1'; readonly data: StaffDisabledV1 }
  | { readonly type: 'StaffEnabled.v1'; readonly data: StaffEnabledV1 }
  | { readonly type: 'HouseholdOpened.v1'; readonly data: HouseholdOpenedV1 }
  | { readonly type: 'MemberAdded.v1'; readonly data: MemberAddedV1 }
  | { readonly type: 'DisclosurePermitted.v1'; readonly data: DisclosurePermittedV1 }
  | { readonly type: 'DisclosureRefused.v1'; readonly data: DisclosureRefusedV1 }
  | { readonly type: 'ConsentWithdrawn.v1'; readonly data: ConsentWithdrawnV1 }
  | { readonly type: 'ReferralDrafted.v1'; readonly data: ReferralDraftedV1 }
  | { readonly type: 'ReferralPrepared.v1'; readonly data: ReferralPreparedV1 }
  | { readonly type: 'ReferralPreparationEnded.v1'; readonly data: ReferralPreparationEndedV1 }
  | { readonly type: 'ReferralOfferRequested.v1'; readonly data: ReferralOfferRequestedV1 }
  | { readonly type: 'ReferralOfferRefused.v1'; readonly data: ReferralOfferRefusedV1 }
  | { readonly type: 'ReferralSent.v1'; readonly data: ReferralSentV1 }
  | { readonly type: 'ReferralAcknowledged.v1'; readonly data: ReferralAcknowledgedV1 }
  | { readonly type: 'ReferralAccepted.v1'; readonly data: ReferralAcceptedV1 }
  | { readonly type: 'ReferralDeclined.v1'; readonly data: ReferralDeclinedV1 }
  | { readonly type: 'ReferralAnswerConfirmed.v1'; readonly data: ReferralAnswerConfirmedV1 }
  | { readonly type: 'ReferralStarted.v1'; readonly data: ReferralStartedV1 }
  | { readonly type: 'ReferralCompleted.v1'; readonly data: ReferralCompletedV1 }
  | { readonly type: 'ReferralWithdrawn.v1'; readonly data: ReferralWithdrawnV1 }
  | { readonly type: 'ReferralSilenceNoticed.v1'; readonly data: ReferralSilenceNoticedV1 }
  | { readonly type: 'ReferralExpired.v1'; readonly data: ReferralExpiredV1 }
  | { readonly type: 'ReferralSharingEnded.v1'; readonly data: ReferralSharingEndedV1 };
