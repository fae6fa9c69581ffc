/** A coordinator may learn of a referral's service no more than its group, so the group is a list of its own. */
import { type CodeOf, codeList } from './code-list.js';
import type { ServiceCode } from './service-codes.js';

/** Families of services: the part of a service code before the dot. */
export const serviceGroups = codeList({
  CM: { uk: 'Ведення випадку', en: 'Case management', ro: 'Management de caz' },
  HLT: { uk: "Здоров'я", en: 'Health', ro: 'Sănătate' },
  MHP: {
    uk: "Психічне здоров'я та психосоціальна підтримка",
    en: 'Mental health and psychosocial support',
    ro: 'Sănătate mintală și sprijin psihosocial',
  },
  SHL: { uk: 'Притулок і житло', en: 'Shelter and housing', ro: 'Adăpost și locuință' },
  TRN: { uk: 'Перевезення', en: 'Transport', ro: 'Transport' },
  LEG: { uk: 'Право й документи', en: 'Legal and documents', ro: 'Asistență juridică și documente' },
  CSH: { uk: 'Грошова допомога', en: 'Cash', ro: 'Ajutor în bani' },
  NFI: { uk: 'Матеріальна допомога', en: 'In-kind support', ro: 'Ajutor material' },
  LIV: { uk: 'Робота й дохід', en: 'Livelihoods', ro: 'Muncă și venit' },
  SUP: { uk: 'Супутня підтримка', en: 'Supporting services', ro: 'Servicii de sprijin' },
  CPS: { uk: 'Захист дітей', en: 'Child protection services', ro: 'Servicii de protecție a copilului' },
  SEC: { uk: 'Безпека', en: 'Security', ro: 'Siguranță' },
  XBR: { uk: 'Транскордонна робота', en: 'Cross-border work', ro: 'Activitate transfrontalieră' },
  INF: { uk: 'Інформація', en: 'Information', ro: 'Informare' },
});
export type ServiceGroup = CodeOf<typeof serviceGroups>;

/** Activities that the network counts and to which nobody can be referred. */
export const notReferable = codeList({
  'INF.AWR': { uk: 'Інформаційна кампанія', en: 'Awareness raising', ro: 'Campanie de informare' },
  'CAP.TRN': { uk: 'Навчання фахівців', en: 'Training', ro: 'Instruirea specialiștilor' },
  'MON.BRD': { uk: 'Моніторинг на кордоні', en: 'Border monitoring', ro: 'Monitorizare la frontieră' },
  'ADV.SVC': { uk: 'Адвокація', en: 'Advocacy', ro: 'Advocacy' },
});
export type NotReferable = CodeOf<typeof notReferable>;

/** The family of a service: `serviceGroupOf('SHL.DV')` is `'SHL'`. */
export function serviceGroupOf(code: ServiceCode): ServiceGroup {
  return code.slice(0, code.indexOf('.')) as ServiceGroup;
}
