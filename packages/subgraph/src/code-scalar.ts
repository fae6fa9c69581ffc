/**
 * Codes over GraphQL: one scalar per code list, because the field's codes (`SHL.TRANSIT`, `UA-46`) are not names
 * that a GraphQL enum could have. An unknown code is refused with the codes that are known, never repeated.
 */

import * as vocabulary from '@stezhka/vocabulary';
import { type CodeList, Refusal } from '@stezhka/vocabulary';
import { GraphQLScalarType, Kind } from 'graphql';

export function codeScalar<Code extends string>(
  name: string,
  list: Pick<CodeList<Code>, 'codes' | 'is'>,
  description: string,
  /** The codes that a client may send; all of them if absent. */
  written: readonly Code[] = list.codes,
): GraphQLScalarType<Code, Code> {
  const known = (value: unknown): Code => {
    if (list.is(value) && written.includes(value)) return value;
    throw new Refusal('UNKNOWN_CODE', written);
  };
  return new GraphQLScalarType<Code, Code>({
    name,
    description,
    serialize(value) {
      // Not the reader's fault, so no refusal.
      if (!list.is(value)) throw new TypeError(`${name} without such a code`);
      return value;
    },
    parseValue: known,
    parseLiteral: (node) => known(node.kind === Kind.STRING ? node.value : undefined),
  });
}

const v = vocabulary;
export const ServiceCodeScalar = codeScalar(
  'ServiceCode',
  v.serviceCodes,
  'What is asked for, such as `SHL.TRANSIT`.',
);
export const OblastCodeScalar = codeScalar(
  'OblastCode',
  v.oblasts,
  'A first-level unit of Ukraine by ISO 3166-2, such as `UA-46`.',
);
export const CountryCodeScalar = codeScalar('CountryCode', v.countries, 'A country by ISO 3166-1 alpha-2.');
export const UrgencyScalar = codeScalar(
  'Urgency',
  v.urgencies,
  'How soon an answer is needed: emergency, urgent, normal.',
);
export const PathwayScalar = codeScalar(
  'Pathway',
  v.pathways,
  'Which rules of secrecy apply: general, gbv, tip, cp.',
);
export const ModalityScalar = codeScalar(
  'Modality',
  v.modalities,
  'How a service is given: in_person, remote, either.',
);
export const ChannelScalar = codeScalar(
  'Channel',
  v.channels,
  'How an act reached the record: portal, phone, paper, in_person, api. `import` is read, never written.',
  v.channels.codes.filter((code) => code !== 'import'),
);
export const ReferralStateScalar = codeScalar('ReferralState', v.referralStates, 'Where a referral stands.');
export const DeclineReasonScalar = codeScalar(
  'DeclineReason',
  v.declineReasons,
  'Why a recipient will not serve.',
);
export const WithdrawReasonScalar = codeScalar(
  'WithdrawReason',
  v.withdrawReasons,
  'Why a sender took a referral back.',
);
export const OutcomeScalar = codeScalar('Outcome', v.outcomes, 'What came of a service.');
export const CapacityScopeScalar = codeScalar(
  'CapacityScope',
  v.capacityScopes,
  'Full for all, or not for this household.',
);
export const CapacityStateScalar = codeScalar(
  'CapacityState',
  v.capacityStates,
  'Whether a service has room.',
);
export const OperationsScalar = codeScalar('Operations', v.operations, 'How far an actor is operational.');
export const BaseScalar = codeScalar('Base', v.bases, 'Whether an actor works from home.');
export const AccessStateScalar = codeScalar('AccessState', v.accessStates, 'How far an area can be reached.');
export const RoleScalar = codeScalar('Role', v.roles, 'What a member of staff may do.');
export const DataClassScalar = codeScalar('DataClass', v.dataClasses, 'How sensitive: C0 to C4.');
export const IntakeQuestionScalar = codeScalar(
  'IntakeQuestion',
  v.intakeQuestions,
  'What a service must know to decide.',
);
export const IntakeAnswerScalar = codeScalar('IntakeAnswer', v.intakeAnswers, 'yes, no, unknown, by_phone.');
export const AgeBandScalar = codeScalar('AgeBand', v.ageBands, 'An age band.');
export const SexScalar = codeScalar('Sex', v.sexes, 'Sex, where a service filters on it.');
export const PersonLanguageScalar = codeScalar(
  'PersonLanguage',
  v.personLanguages,
  'A language to speak with a person.',
);
export const LanguageScalar = codeScalar('Language', v.languages, 'A language of the network: uk, en, ro.');
export const PurposeScalar = codeScalar('Purpose', v.purposes, 'What something is shared for.');
export const AgreementFormScalar = codeScalar(
  'AgreementForm',
  v.agreementForms,
  'How an agreement was given.',
);
export const LawfulBasisScalar = codeScalar(
  'LawfulBasis',
  v.lawfulBases,
  'On what ground data are processed.',
);
export const StorageKindScalar = codeScalar(
  'StorageKind',
  v.storageKinds,
  'Where a recipient keeps what it received.',
);
export const AuthorityStatusScalar = codeScalar(
  'AuthorityStatus',
  v.authorityStatuses,
  'What an authority is told: in_process, accepted, closed, not_available.',
);
export const PermitRefusalScalar = codeScalar('PermitRefusal', v.permitRefusals, 'Why consent said no.');
