/**
 * A shelter cannot accept blindly, and must not be told a story either: what it needs in order to decide
 * is asked as closed questions with four answers.
 */
import { type CodeOf, codeList } from './code-list.js';

/** Answers to an intake question. `by_phone`: known, and told by voice only. */
export const intakeAnswers = codeList({
  yes: { uk: 'Так', en: 'Yes', ro: 'Da' },
  no: { uk: 'Ні', en: 'No', ro: 'Nu' },
  unknown: { uk: 'Невідомо', en: 'Unknown', ro: 'Necunoscut' },
  by_phone: { uk: 'Телефоном', en: 'By phone', ro: 'La telefon' },
});
export type IntakeAnswer = CodeOf<typeof intakeAnswers>;

/** Questions that a service may declare as its decision set; ages and sexes of a household are asked as counts. */
export const intakeQuestions = codeList({
  pregnancy: { uk: 'Чи є вагітність?', en: 'Is anyone pregnant?', ro: 'Este cineva însărcinată?' },
  mobility_limits: {
    uk: 'Чи є обмеження в пересуванні?',
    en: 'Does anyone have limited mobility?',
    ro: 'Are cineva mobilitate redusă?',
  },
  regular_medicine: {
    uk: 'Чи потрібні ліки постійно?',
    en: 'Is regular medicine needed?',
    ro: 'Este nevoie de medicație permanentă?',
  },
  acute_crisis: {
    uk: 'Чи є гострий кризовий стан?',
    en: 'Is anyone in acute crisis?',
    ro: 'Este cineva în criză acută?',
  },
  intoxication: {
    uk: "Чи є стан сп'яніння?",
    en: 'Is anyone intoxicated?',
    ro: 'Este cineva în stare de intoxicație?',
  },
  infection_precautions: {
    uk: 'Чи потрібні застереження щодо інфекцій?',
    en: 'Are infection precautions needed?',
    ro: 'Sunt necesare precauții privind infecțiile?',
  },
  pets: { uk: 'Чи є домашні тварини?', en: 'Are there pets?', ro: 'Există animale de companie?' },
  interpreter_needed: {
    uk: 'Чи потрібен перекладач?',
    en: 'Is an interpreter needed?',
    ro: 'Este nevoie de interpret?',
  },
  admission_document: {
    uk: 'Чи є направлення для прийому?',
    en: 'Is there an admission document?',
    ro: 'Există document de internare?',
  },
  perpetrator_same_oblast: {
    uk: 'Чи перебуває кривдник у тій самій області?',
    en: 'Is the perpetrator in the same oblast?',
    ro: 'Agresorul se află în aceeași regiune?',
  },
  perpetrator_in_uniform: {
    uk: 'Чи служить кривдник у війську або поліції?',
    en: 'Does the perpetrator serve in uniform?',
    ro: 'Agresorul este militar sau polițist?',
  },
  phone_tracked: {
    uk: 'Чи може телефон відстежуватися?',
    en: 'Might the phone be tracked?',
    ro: 'Este posibil ca telefonul să fie urmărit?',
  },
  children_present: { uk: 'Чи є діти?', en: 'Are there children?', ro: 'Sunt copii?' },
  arrives_within_24h: {
    uk: 'Чи прибуде протягом 24 годин?',
    en: 'Arriving within 24 hours?',
    ro: 'Sosește în 24 de ore?',
  },
});
export type IntakeQuestion = CodeOf<typeof intakeQuestions>;
