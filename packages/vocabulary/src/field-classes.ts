/**
 * A field that nobody classified is a field that anybody may read: every GraphQL field carries one of these,
 * and a test refuses a schema with one that does not.
 */
import { type CodeOf, codeList } from './code-list.js';

/** Who may see a field. `seenBy` is the rule in one sentence. */
export const fieldClasses = codeList({
  PUBLIC: {
    uk: 'Оприлюднене',
    en: 'Published',
    ro: 'Public',
    seenBy: 'Any signed-in user: it is what an organisation publishes about itself.',
  },
  OWN: {
    uk: 'Своя організація',
    en: 'Own organisation',
    ro: 'Organizația proprie',
    seenBy: 'Only users of the organisation to which it belongs.',
  },
  PARTIES: {
    uk: 'Сторони перенаправлення',
    en: 'Both parties',
    ro: 'Ambele părți',
    seenBy: 'Users of the referring and the receiving actor: ids, state, clocks and codes of their referral.',
  },
  COORDINATION: {
    uk: 'Координація',
    en: 'Coordination',
    ro: 'Coordonare',
    seenBy:
      'Cluster coordinators, of the general pathway alone: receivers and clocks, and counts of which the small ones are hidden.',
  },
  AUTHORITY: {
    uk: 'Орган влади',
    en: 'Authority',
    ro: 'Autoritate',
    seenBy:
      'An official of the authority that the person gave a code: one of four words and a month, of the general pathway alone.',
  },
  C0: {
    uk: 'Маршрут',
    en: 'Routing',
    ro: 'Direcționare',
    seenBy: 'Both parties to the referral, and everyone else only as suppressed aggregates.',
  },
  C1: {
    uk: 'Контакт',
    en: 'Contact',
    ro: 'Contact',
    seenBy: 'The receiving actor after acceptance, or at once if the act is a re-direction.',
  },
  C2: {
    uk: 'Потреба',
    en: 'Need and decision set',
    ro: 'Nevoia',
    seenBy: "The receiving actor's intake officers, to decide; nobody there after a decline or an expiry.",
  },
  C3: {
    uk: 'Подробиці захисту',
    en: 'Protection detail',
    ro: 'Detalii de protecție',
    seenBy: 'The receiving actor after acceptance, if the person agreed.',
  },
  C4: {
    uk: 'Особливо чутливе',
    en: 'Special',
    ro: 'Date speciale',
    seenBy: 'The one recipient that the person named in an explicit agreement, after acceptance.',
  },
});
export type FieldClass = CodeOf<typeof fieldClasses>;
