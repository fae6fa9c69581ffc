/**
 * The network refers for services, not to people: these are the services that can be asked for.
 * A code says what is done and nothing else: who it is for, how, where and when are kept out of it.
 */
import { type CodeOf, codeList } from './code-list.js';

/** Services for which a person can be referred; each code is an HSDS taxonomy term. */
export const serviceCodes = codeList({
  'CM.GEN': {
    uk: 'Ведення випадку (захист)',
    en: 'Protection case management',
    ro: 'Management de caz (protecție)',
  },
  'CM.CP': {
    uk: 'Ведення випадку (дитина)',
    en: 'Child protection case management',
    ro: 'Management de caz (protecția copilului)',
  },
  'CM.GBV': {
    uk: 'Ведення випадку (ГЗН)',
    en: 'GBV case management',
    ro: 'Management de caz (violență bazată pe gen)',
  },
  'CM.TIP': {
    uk: 'Реінтеграція постраждалих від торгівлі людьми',
    en: 'Trafficking survivor reintegration',
    ro: 'Reintegrarea victimelor traficului de persoane',
  },
  'HLT.MED': { uk: 'Медична допомога', en: 'Medical care', ro: 'Asistență medicală' },
  'HLT.REHAB': {
    uk: 'Медичний реабілітаційний центр',
    en: 'Medical Rehabilitation Centre (inpatient)',
    ro: 'Centru de reabilitare medicală (cu internare)',
  },
  'HLT.CMR': {
    uk: 'Клінічна допомога після зґвалтування',
    en: 'Clinical management of rape (time-critical)',
    ro: 'Asistență clinică după viol (urgentă)',
  },
  'MHP.PSS': { uk: 'Психосоціальна підтримка', en: 'Psychosocial support', ro: 'Sprijin psihosocial' },
  'MHP.SPEC': {
    uk: 'Спеціалізована психологічна допомога',
    en: 'Specialised mental health, war trauma',
    ro: 'Sănătate mintală specializată, traume de război',
  },
  'SHL.DV': {
    uk: 'Притулок для постраждалих від насильства',
    en: 'Shelter for survivors of violence',
    ro: 'Adăpost pentru victimele violenței',
  },
  'SHL.CRISIS': { uk: 'Кризова кімната', en: 'Crisis room', ro: 'Cameră de criză' },
  'SHL.TIP': {
    uk: 'Безпечне житло для постраждалих від торгівлі людьми',
    en: 'Trafficking safe house',
    ro: 'Locuință protejată pentru victimele traficului de persoane',
  },
  'SHL.TRANSIT': { uk: 'Транзитний притулок', en: 'Transit site', ro: 'Centru de tranzit' },
  'SHL.HOUS': { uk: 'Підтримка з житлом', en: 'Housing support', ro: 'Sprijin pentru locuință' },
  'TRN.SAFE': { uk: 'Безпечне перевезення', en: 'Safe transport', ro: 'Transport în siguranță' },
  'LEG.AID': { uk: 'Правова допомога', en: 'Legal aid', ro: 'Asistență juridică' },
  'LEG.TPD': {
    uk: 'Тимчасовий захист у ЄС',
    en: 'EU temporary protection',
    ro: 'Protecție temporară în UE',
  },
  'LEG.VIS': { uk: 'Візова підтримка', en: 'Visa support', ro: 'Sprijin pentru viză' },
  'LEG.DOC': {
    uk: 'Відновлення документів',
    en: 'Civil documents',
    ro: 'Acte de stare civilă și identitate',
  },
  'LEG.VOT': {
    uk: 'Встановлення статусу особи, яка постраждала',
    en: 'Trafficking-victim status',
    ro: 'Statutul de victimă a traficului de persoane',
  },
  'LEG.CRIM': {
    uk: 'Супровід у кримінальному провадженні',
    en: 'Support through criminal proceedings',
    ro: 'Sprijin în procesul penal',
  },
  'CSH.IPA': {
    uk: 'Грошова допомога',
    en: 'Individual protection assistance, cash',
    ro: 'Asistență individuală de protecție, în bani',
  },
  'NFI.MAT': { uk: 'Матеріальна допомога', en: 'In-kind support', ro: 'Ajutor material' },
  'LIV.VOC': { uk: 'Професійне навчання', en: 'Vocational training', ro: 'Formare profesională' },
  'LIV.INC': { uk: 'Підтримка доходу', en: 'Income generation', ro: 'Activități generatoare de venit' },
  'LIV.JOB': {
    uk: 'Допомога в пошуку роботи',
    en: 'Job search support',
    ro: 'Sprijin în căutarea unui loc de muncă',
  },
  'LIV.EMPSCR': {
    uk: 'Перевірка роботодавця',
    en: 'Employer and job-offer screening',
    ro: 'Verificarea angajatorului și a ofertei de muncă',
  },
  'SUP.INT': { uk: 'Переклад', en: 'Interpretation', ro: 'Interpretariat' },
  'SUP.ACC': { uk: 'Супровід особи', en: 'Accompaniment', ro: 'Însoțirea persoanei' },
  'CPS.FTR': {
    uk: "Розшук та возз'єднання сім'ї",
    en: 'Family tracing and reunification',
    ro: 'Căutarea și reunificarea familiei',
  },
  'CPS.ALT': { uk: 'Альтернативний догляд', en: 'Alternative care', ro: 'Îngrijire alternativă' },
  'SEC.LEA': { uk: 'Взаємодія з поліцією', en: 'Law-enforcement liaison', ro: 'Legătura cu poliția' },
  'XBR.CASE': {
    uk: 'Транскордонний супровід',
    en: 'Cross-border casework, assisted return',
    ro: 'Asistență transfrontalieră, returnare asistată',
  },
  'INF.HOT': { uk: 'Консультація гарячої лінії', en: 'Hotline consultation', ro: 'Consultație telefonică' },
});
export type ServiceCode = CodeOf<typeof serviceCodes>;
