/** War moves organisations too: whether one works, from where, whom it can reach and how full it is are separate facts. */
import { type CodeOf, codeList } from './code-list.js';

/** How much of its work an actor does. "Fully operational" counts `full` alone. */
export const operations = codeList({
  full: { uk: 'Працює повністю', en: 'Fully operational', ro: 'Complet operațională' },
  partial: { uk: 'Працює частково', en: 'Partly operational', ro: 'Parțial operațională' },
  suspended: { uk: 'Роботу призупинено', en: 'Suspended', ro: 'Suspendată' },
  closed: { uk: 'Закрито', en: 'Closed', ro: 'Închisă' },
});
export type Operations = CodeOf<typeof operations>;

/** From where an actor works. */
export const bases = codeList({
  home: { uk: 'На своєму місці', en: 'At its home base', ro: 'La sediul propriu' },
  evacuated: { uk: 'Евакуйовано', en: 'Evacuated', ro: 'Evacuată' },
});
export type Base = CodeOf<typeof bases>;

/** Whether an actor can reach an area, with dates on the record. */
export const accessStates = codeList({
  open: { uk: 'Доступ є', en: 'Open', ro: 'Acces liber' },
  limited: { uk: 'Доступ обмежений', en: 'Limited', ro: 'Acces limitat' },
  none: { uk: 'Доступу немає', en: 'No access', ro: 'Fără acces' },
});
export type AccessState = CodeOf<typeof accessStates>;

/**
 * Room in a service, in the codes of HL7 Gravity SDOH. A statement decays: left unconfirmed for longer
 * than its policy allows it reads `unknown`. Only `no-capacity` holds until it is confirmed otherwise.
 */
export const capacityStates = codeList({
  capacity: { uk: 'Є місця', en: 'Has capacity', ro: 'Are locuri' },
  'no-capacity': { uk: 'Місць немає', en: 'No capacity', ro: 'Fără locuri' },
  waitlist: { uk: 'Черга', en: 'Waiting list', ro: 'Listă de așteptare' },
  'additional-assessment-required': {
    uk: 'Потрібна додаткова оцінка',
    en: 'Additional assessment required',
    ro: 'Este necesară o evaluare suplimentară',
  },
  unknown: { uk: 'Невідомо', en: 'Unknown', ro: 'Necunoscut' },
});
export type CapacityState = CodeOf<typeof capacityStates>;
