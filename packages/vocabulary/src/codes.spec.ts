import { describe, expect, it } from '@jest/globals';
import * as vocabulary from './index.js';

/**
 * Codes stand in events that are never rewritten and in other people's systems. This copy may grow;
 * a word that leaves it, or is renamed, makes old records unreadable.
 */
const frozen = {
  accessStates: 'open limited none',
  ageBands: 'age_0_4 age_5_11 age_12_17 age_18_24 age_25_59 age_60_plus',
  agreementForms: 'oral_witnessed written caregiver_with_assent',
  authorityStatuses: 'in_process accepted closed not_available',
  bases: 'home evacuated',
  capacityScopes: 'for_all not_for_this_household',
  capacityStates: 'capacity no-capacity waitlist additional-assessment-required unknown',
  channels: 'portal phone paper in_person api import',
  countries: 'UA RO PL MD HU SK BG DE GB',
  dataClasses: 'C0 C1 C2 C3 C4',
  declineReasons: `
    no_capacity lack_of_resources not_eligible out_of_area missing_documentation
    formal_document_required service_unavailable power_or_access_outage already_served_elsewhere
    duplicate not_appropriate security_or_access safety_of_person conflict_of_interest other
  `,
  fieldClasses: 'PUBLIC OWN PARTIES COORDINATION AUTHORITY C0 C1 C2 C3 C4',
  intakeAnswers: 'yes no unknown by_phone',
  intakeQuestions: `
    pregnancy mobility_limits regular_medicine acute_crisis intoxication infection_precautions pets
    interpreter_needed admission_document perpetrator_same_oblast perpetrator_in_uniform
    phone_tracked children_present arrives_within_24h
  `,
  languages: 'uk en ro',
  lawfulBases: 'consent vital_interests legal_obligation public_interest legitimate_interests',
  modalities: 'in_person remote either',
  routingDetails: 'age_band sex language',
  notReferable: 'INF.AWR CAP.TRN MON.BRD ADV.SVC',
  oblasts: `
    UA-43 UA-05 UA-07 UA-12 UA-14 UA-18 UA-21 UA-23 UA-26 UA-32 UA-35 UA-09 UA-46 UA-48 UA-51 UA-53
    UA-56 UA-59 UA-61 UA-63 UA-65 UA-68 UA-71 UA-77 UA-74 UA-30 UA-40
  `,
  operations: 'full partial suspended closed',
  outcomes: 'service_provided partially_provided provided_elsewhere not_provided referred_onward',
  pathways: 'general gbv tip cp',
  permitRefusals: `
    not_agreed agreement_expired withdrawn nothing_sealed pathway_mismatch household_unknown
    recipient_not_named member_unknown
  `,
  personLanguages: 'uk ru ro en hu pl bg other',
  personReasons: 'person_declined no_longer_interested unreachable moved deceased',
  purposes: `
    eligibility_decision service_delivery safe_transport interpretation onward_coordination
    case_transfer family_tracing legal_representation status_enquiry
  `,
  referralStates: `
    draft sent acknowledged info_requested accepted waitlisted scheduled in_progress on_hold
    completed failed declined withdrawn closed_person expired entered_in_error
  `,
  refusalCodes: `
    UNAUTHENTICATED NOT_FOUND IDEMPOTENCY_KEY_REUSED STALE_REVISION ILLEGAL_TRANSITION
    OCCURRED_IN_FUTURE OCCURRED_BEFORE UNKNOWN_CODE INVALID_INPUT REASON_REQUIRED NOT_AGREED
    NOT_ELIGIBLE NOT_CERTIFIED CONFLICT UNAVAILABLE TOO_LARGE
  `,
  roles: `
    caseworker intake_officer supervisor duty_officer actor_administrator network_registrar
    cluster_coordinator authority_official hotline_operator data_protection_focal_point interpreter
  `,
  serviceCodes: `
    CM.GEN CM.CP CM.GBV CM.TIP HLT.MED HLT.REHAB HLT.CMR MHP.PSS MHP.SPEC SHL.DV SHL.CRISIS SHL.TIP
    SHL.TRANSIT SHL.HOUS TRN.SAFE LEG.AID LEG.TPD LEG.VIS LEG.DOC LEG.VOT LEG.CRIM CSH.IPA NFI.MAT
    LIV.VOC LIV.INC LIV.JOB LIV.EMPSCR SUP.INT SUP.ACC CPS.FTR CPS.ALT SEC.LEA XBR.CASE INF.HOT
  `,
  serviceGroups: 'CM HLT MHP SHL TRN LEG CSH NFI LIV SUP CPS SEC XBR INF',
  sexes: 'female male other unknown',
  silenceClocks: 'acknowledge decide',
  silenceRungs: 'reminder duty_officer sender_supervisor sender_supervisor_again coordinator',
  storageKinds: 'sealed_vault own_system paper_locked not_kept',
  urgencies: 'emergency urgent normal',
  withdrawReasons: 'entered_in_error need_met consent_withdrawn wrong_actor',
};

const actual = Object.entries(vocabulary).flatMap(([name, list]) =>
  typeof list === 'object' && 'codes' in list ? [[name, list.codes] as const] : [],
);

describe('codes are for ever', () => {
  for (const [name, codes] of Object.entries(frozen))
    it(name, () => {
      expect(new Map<string, readonly string[]>(actual).get(name)).toEqual(codes.trim().split(/\s+/));
    });

  it('and none is left out of this copy', () => {
    expect(actual.map(([name]) => name).sort()).toEqual(Object.keys(frozen).sort());
  });
});
