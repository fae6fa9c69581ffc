import {
  agreementForms,
  authorityStatuses,
  capacityStates,
  declineReasons,
  intakeAnswers,
  intakeQuestions,
  type Language,
  oblasts,
  outcomes,
  serviceCodes,
  urgencies,
  withdrawReasons,
} from '@stezhka/vocabulary';

const lists = {
  agreementForms,
  authorityStatuses,
  capacityStates,
  declineReasons,
  intakeAnswers,
  intakeQuestions,
  oblasts,
  outcomes,
  serviceCodes,
  urgencies,
  withdrawReasons,
};

/** What a code of a list is called where people read it. */
export function label(list: keyof typeof lists, code: string, language: Language): string {
  const { is, label }: { is(value: unknown): boolean; label(code: never, language: Language): string } =
    lists[list];
  if (!is(code)) throw new Error(`${list} has no ${code}.`);
  return label(code as never, language);
}
