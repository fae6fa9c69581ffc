/** A refusal without a coded reason teaches the network nothing: each end of a referral says why, by list. */
import { type CodeOf, codeList } from './code-list.js';

/** Why a receiving actor will not serve. `other` needs words beside it, sealed. */
export const declineReasons = codeList({
  no_capacity: { uk: 'Немає місць', en: 'No capacity', ro: 'Fără locuri disponibile' },
  lack_of_resources: { uk: 'Брак ресурсів', en: 'Lack of resources', ro: 'Lipsă de resurse' },
  not_eligible: { uk: 'Не відповідає умовам', en: 'Not eligible', ro: 'Neeligibil' },
  out_of_area: { uk: 'Поза територією роботи', en: 'Out of area', ro: 'În afara zonei' },
  missing_documentation: { uk: 'Бракує документів', en: 'Missing documentation', ro: 'Documente lipsă' },
  formal_document_required: {
    uk: 'Потрібне офіційне направлення',
    en: 'Formal document required',
    ro: 'Este necesar un document oficial',
  },
  service_unavailable: { uk: 'Послуга недоступна', en: 'Service unavailable', ro: 'Serviciu indisponibil' },
  power_or_access_outage: {
    uk: 'Немає світла або доступу',
    en: 'Power or access outage',
    ro: 'Pană de curent sau lipsă de acces',
  },
  already_served_elsewhere: {
    uk: 'Вже отримує допомогу деінде',
    en: 'Already served elsewhere',
    ro: 'Asistat deja în altă parte',
  },
  duplicate: { uk: 'Повторне перенаправлення', en: 'Duplicate', ro: 'Duplicat' },
  not_appropriate: { uk: 'Послуга не підходить', en: 'Not appropriate', ro: 'Nepotrivit' },
  security_or_access: { uk: 'Безпека або доступ', en: 'Security or access', ro: 'Securitate sau acces' },
  safety_of_person: { uk: 'Безпека людини', en: 'Safety of the person', ro: 'Siguranța persoanei' },
  conflict_of_interest: { uk: 'Конфлікт інтересів', en: 'Conflict of interest', ro: 'Conflict de interese' },
  other: { uk: 'Інше', en: 'Other', ro: 'Alt motiv' },
});
export type DeclineReason = CodeOf<typeof declineReasons>;

/**
 * Why a referral that was prepared to follow another is not sent by itself any more. It stays a draft, and somebody
 * decides what comes next.
 */
export const preparationEndings = codeList({
  cancelled: { uk: 'Скасовано', en: 'Called off', ro: 'Anulată' },
  first_accepted: {
    uk: 'Перша організація прийняла',
    en: 'The first organisation accepted',
    ro: 'Prima organizație a acceptat',
  },
  first_taken_back: {
    uk: 'Перше перенаправлення відкликано',
    en: 'The first referral was taken back',
    ro: 'Prima îndrumare a fost retrasă',
  },
  for_a_person: {
    uk: 'Через причину відмови має вирішити людина',
    en: 'The reason for declining needs a person to decide',
    ro: 'Motivul refuzului cere decizia unei persoane',
  },
  not_suitable: {
    uk: 'Послуга вже не підходить',
    en: 'The service no longer suits',
    ro: 'Serviciul nu mai este potrivit',
  },
  another_prepared: {
    uk: 'Підготовлено інше перенаправлення',
    en: 'Another referral was prepared',
    ro: 'A fost pregătită altă îndrumare',
  },
});
export type PreparationEnding = CodeOf<typeof preparationEndings>;

/**
 * Declines after which the next one may be asked without anybody looking: the reason lies with the organisation that
 * gave it. What says something of the person's safety, or that she may be helped already, is for a person to weigh.
 */
const ofTheActorAlone: readonly DeclineReason[] = [
  ...(['no_capacity', 'lack_of_resources', 'not_eligible', 'out_of_area', 'missing_documentation'] as const),
  ...(['formal_document_required', 'service_unavailable', 'power_or_access_outage'] as const),
  'conflict_of_interest',
];

export function asksNobody(reason: DeclineReason): boolean {
  return ofTheActorAlone.includes(reason);
}

/** Why a referral ended by or for the person; never counted as a refusal by anyone. */
export const personReasons = codeList({
  person_declined: { uk: 'Людина відмовилася', en: 'The person declined', ro: 'Persoana a refuzat' },
  no_longer_interested: {
    uk: 'Більше не потребує',
    en: 'No longer interested',
    ro: 'Nu mai este interesată',
  },
  unreachable: { uk: "Немає зв'язку", en: 'Unreachable', ro: 'Nu poate fi contactată' },
  moved: { uk: 'Переїхала', en: 'Moved away', ro: 'S-a mutat' },
  deceased: { uk: 'Померла', en: 'Deceased', ro: 'A decedat' },
});
export type PersonReason = CodeOf<typeof personReasons>;

/** Why the sender took a referral back. */
export const withdrawReasons = codeList({
  entered_in_error: { uk: 'Внесено помилково', en: 'Entered in error', ro: 'Introdusă din greșeală' },
  need_met: { uk: 'Потребу вже задоволено', en: 'The need was met', ro: 'Nevoia a fost rezolvată' },
  consent_withdrawn: {
    uk: 'Згоду відкликано',
    en: 'The agreement was withdrawn',
    ro: 'Acordul a fost retras',
  },
  wrong_actor: { uk: 'Не та організація', en: 'Wrong organisation', ro: 'Organizație greșită' },
});
export type WithdrawReason = CodeOf<typeof withdrawReasons>;

/** What came of a referral that was served. */
export const outcomes = codeList({
  service_provided: { uk: 'Послугу надано', en: 'Service provided', ro: 'Serviciu acordat' },
  partially_provided: { uk: 'Надано частково', en: 'Partially provided', ro: 'Acordat parțial' },
  provided_elsewhere: { uk: 'Надано деінде', en: 'Provided elsewhere', ro: 'Acordat în altă parte' },
  not_provided: { uk: 'Не надано', en: 'Not provided', ro: 'Neacordat' },
  referred_onward: { uk: 'Перенаправлено далі', en: 'Referred onward', ro: 'Îndrumat mai departe' },
});
export type Outcome = CodeOf<typeof outcomes>;

/** For whom there is no place, asked at `no_capacity`. Only `for_all` marks the service as full. */
export const capacityScopes = codeList({
  for_all: { uk: 'Немає місць ні для кого', en: 'Full for all', ro: 'Ocupat pentru toți' },
  not_for_this_household: {
    uk: 'Немає місць саме для цих людей',
    en: 'Not for these people',
    ro: 'Nu pentru aceste persoane',
  },
});
export type CapacityScope = CodeOf<typeof capacityScopes>;
