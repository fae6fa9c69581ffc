/** Silence, refusal and help given are three different facts; the states keep them apart, FHIR's alone do not. */
import { type CodeOf, codeList } from './code-list.js';

/** Where a referral stands. `expired` is silence and never a refusal; `closed_person` is the person's own end. */
export const referralStates = codeList({
  draft: { uk: 'Чернетка', en: 'Draft', ro: 'Ciornă' },
  sent: { uk: 'Надіслано', en: 'Sent', ro: 'Trimisă' },
  acknowledged: { uk: 'Отримано, розглядається', en: 'Acknowledged', ro: 'Primită, în analiză' },
  info_requested: { uk: 'Потрібне уточнення', en: 'Information requested', ro: 'Informații solicitate' },
  accepted: { uk: 'Прийнято', en: 'Accepted', ro: 'Acceptată' },
  waitlisted: { uk: 'У черзі', en: 'On the waiting list', ro: 'Pe lista de așteptare' },
  scheduled: { uk: 'Призначено зустріч', en: 'Appointment made', ro: 'Programată' },
  in_progress: { uk: 'Послуга надається', en: 'Service in progress', ro: 'Serviciu în curs' },
  on_hold: { uk: 'Відкладено', en: 'On hold', ro: 'Suspendată' },
  completed: { uk: 'Завершено', en: 'Completed', ro: 'Finalizată' },
  failed: { uk: 'Надати послугу не вдалося', en: 'Could not be served', ro: 'Nu a putut fi realizată' },
  declined: { uk: 'Відмовлено', en: 'Declined', ro: 'Refuzată' },
  withdrawn: { uk: 'Відкликано', en: 'Withdrawn', ro: 'Retrasă' },
  closed_person: {
    uk: 'Закрито з боку людини',
    en: 'Ended by or for the person',
    ro: 'Închisă de către sau pentru persoană',
  },
  expired: { uk: 'Без відповіді у строк', en: 'No response in time', ro: 'Fără răspuns la termen' },
  entered_in_error: { uk: 'Внесено помилково', en: 'Entered in error', ro: 'Introdusă din greșeală' },
});
export type ReferralState = CodeOf<typeof referralStates>;

/** The FHIR R4 Task statuses that a referral can take. */
export type FhirTaskStatus =
  | 'draft'
  | 'requested'
  | 'received'
  | 'accepted'
  | 'rejected'
  | 'in-progress'
  | 'on-hold'
  | 'completed'
  | 'failed'
  | 'cancelled'
  | 'entered-in-error';

const taskStatus: Readonly<Record<ReferralState, FhirTaskStatus>> = {
  draft: 'draft',
  sent: 'requested',
  acknowledged: 'received',
  info_requested: 'on-hold',
  accepted: 'accepted',
  waitlisted: 'on-hold',
  scheduled: 'accepted',
  in_progress: 'in-progress',
  on_hold: 'on-hold',
  completed: 'completed',
  failed: 'failed',
  declined: 'rejected',
  withdrawn: 'cancelled',
  closed_person: 'cancelled',
  expired: 'cancelled',
  entered_in_error: 'entered-in-error',
};

/** The FHIR R4 Task status of a state. Coarser than the state: three states are `cancelled`. */
export function fhirTaskStatus(state: ReferralState): FhirTaskStatus {
  return taskStatus[state];
}

const finalStates: ReadonlySet<ReferralState> = new Set([
  'completed',
  'failed',
  'declined',
  'withdrawn',
  'closed_person',
  'expired',
  'entered_in_error',
]);

/** Has the referral ended? All its clocks stop; only a reopening by the side that closed it goes on from here. */
export function isFinal(state: ReferralState): boolean {
  return finalStates.has(state);
}
