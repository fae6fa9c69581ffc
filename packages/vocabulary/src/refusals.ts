/**
 * A broken rule is answered with a code that a program can act on and with what is possible now.
 * The words are fixed, because a message that repeats its input carries personal data into logs.
 */
import { type CodeOf, codeList } from './code-list.js';

/** All codes with which a command or a query is refused. */
export const refusalCodes = codeList({
  UNAUTHENTICATED: { uk: 'Потрібно увійти.', en: 'Sign-in is needed.', ro: 'Este necesară autentificarea.' },
  // One answer for absent, forbidden and erased: the difference would betray that something exists.
  NOT_FOUND: { uk: 'Не знайдено.', en: 'Not found.', ro: 'Nu a fost găsit.' },
  IDEMPOTENCY_KEY_REUSED: {
    uk: 'Цей ключ уже вжито для іншого запиту.',
    en: 'This key was already used for another request.',
    ro: 'Această cheie a fost deja folosită pentru altă cerere.',
  },
  STALE_REVISION: {
    uk: 'Запис тим часом змінився.',
    en: 'The record has changed in the meantime.',
    ro: 'Înregistrarea s-a modificat între timp.',
  },
  ILLEGAL_TRANSITION: {
    uk: 'У цьому стані це неможливо.',
    en: 'This is not possible in the present state.',
    ro: 'Acest lucru nu este posibil în starea actuală.',
  },
  OCCURRED_IN_FUTURE: {
    uk: 'Час події ще не настав.',
    en: 'The recorded time lies in the future.',
    ro: 'Momentul înregistrat este în viitor.',
  },
  OCCURRED_BEFORE: {
    uk: 'Час події раніший за те, на що вона спирається.',
    en: 'The recorded time lies before what it follows from.',
    ro: 'Momentul înregistrat precede evenimentul din care decurge.',
  },
  UNKNOWN_CODE: {
    uk: 'Такого коду в переліку немає.',
    en: 'The code is not in the list.',
    ro: 'Codul nu este în listă.',
  },
  INVALID_INPUT: { uk: 'Дані неправильні.', en: 'The input is not valid.', ro: 'Datele nu sunt valide.' },
  REASON_REQUIRED: { uk: 'Потрібна причина.', en: 'A reason is required.', ro: 'Este necesar un motiv.' },
  NOT_AGREED: {
    uk: 'На це немає згоди особи.',
    en: 'The person has not agreed to this.',
    ro: 'Persoana nu a fost de acord cu aceasta.',
  },
  NOT_ELIGIBLE: {
    uk: 'Умови послуги не виконано.',
    en: "The service's conditions are not met.",
    ro: 'Condițiile serviciului nu sunt îndeplinite.',
  },
  NOT_CERTIFIED: {
    uk: 'Потрібна чинна сертифікація.',
    en: 'A valid certification is needed.',
    ro: 'Este necesară o certificare valabilă.',
  },
  CONFLICT: {
    uk: 'Це суперечить тому, що вже записано.',
    en: 'This conflicts with what is already recorded.',
    ro: 'Aceasta contrazice ceea ce este deja înregistrat.',
  },
  UNAVAILABLE: {
    uk: 'Зараз недоступно, спробуйте згодом.',
    en: 'Not available now, try again later.',
    ro: 'Indisponibil acum, încercați mai târziu.',
  },
  TOO_LARGE: { uk: 'Завеликий обсяг.', en: 'Too large.', ro: 'Prea mare.' },
});
export type RefusalCode = CodeOf<typeof refusalCodes>;

/** A rule said no, before anything was recorded. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  /** Which rule. */
  readonly code: RefusalCode;
  /** Codes of what is possible now: legal commands, known codes. Never anything that came in. */
  readonly possible: readonly string[];

  constructor(code: RefusalCode, possible: readonly string[] = []) {
    super(refusalCodes.label(code, 'en'));
    this.code = code;
    this.possible = Object.freeze([...possible]);
  }
}
