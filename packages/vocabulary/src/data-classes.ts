/** A person agrees to share by class and not by field, so each class must be explained in her language. */
import { type CodeOf, codeList } from './code-list.js';

/** How delicate a piece of information is. `meaning` says what the class holds, in words for the person. */
export const dataClasses = codeList({
  C0: {
    uk: 'Маршрут',
    en: 'Routing',
    ro: 'Direcționare',
    meaning: {
      uk: 'Послуга, область, терміновість і спосіб надання; мова, вікова група та стать лише якщо послуга має такі умови.',
      en: 'Service, oblast, urgency and modality; language, age band and sex only if the service filters on them.',
      ro: 'Serviciul, regiunea, urgența și modalitatea; limba, grupa de vârstă și sexul numai dacă serviciul le cere.',
    },
  },
  C1: {
    uk: 'Контакт',
    en: 'Contact',
    ro: 'Contact',
    meaning: {
      uk: "Ім'я або робоче позначення, безпечний телефон, безпечний час і спосіб зв'язку.",
      en: 'Name or working label, safe phone, safe time and channel.',
      ro: 'Numele sau o denumire de lucru, telefonul sigur, ora și modul sigur de contact.',
    },
  },
  C2: {
    uk: 'Потреба',
    en: 'Need and decision set',
    ro: 'Nevoia',
    meaning: {
      uk: 'Про що йдеться у кількох реченнях і відповіді на запитання послуги, потрібні для рішення.',
      en: 'What is asked, in a few sentences, and the answers that the service needs to decide.',
      ro: 'Ce se cere, în câteva propoziții, și răspunsurile de care serviciul are nevoie pentru a decide.',
    },
  },
  C3: {
    uk: 'Подробиці захисту',
    en: 'Protection detail',
    ro: 'Detalii de protecție',
    meaning: {
      uk: 'Що сталося, ризики та історія.',
      en: 'Incident type, risks and history.',
      ro: 'Tipul incidentului, riscurile și istoricul.',
    },
  },
  C4: {
    uk: 'Особливо чутливе',
    en: 'Special',
    ro: 'Date speciale',
    meaning: {
      uk: "Документи, здоров'я, відомості про кривдника.",
      en: 'Documents, health, the perpetrator.',
      ro: 'Documente, sănătate, date despre agresor.',
    },
  },
});
export type DataClass = CodeOf<typeof dataClasses>;
