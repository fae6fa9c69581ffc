/** The few things that routing may know of a person: bands and codes, because exact facts would single her out. */
import { type CodeOf, codeList } from './code-list.js';

/** Age in completed years, both ends included. */
export const ageBands = codeList({
  age_0_4: { uk: '0–4 роки', en: '0–4 years', ro: '0–4 ani' },
  age_5_11: { uk: '5–11 років', en: '5–11 years', ro: '5–11 ani' },
  age_12_17: { uk: '12–17 років', en: '12–17 years', ro: '12–17 ani' },
  age_18_24: { uk: '18–24 роки', en: '18–24 years', ro: '18–24 de ani' },
  age_25_59: { uk: '25–59 років', en: '25–59 years', ro: '25–59 de ani' },
  age_60_plus: { uk: '60 років і більше', en: '60 years and over', ro: '60 de ani și peste' },
});
export type AgeBand = CodeOf<typeof ageBands>;

/** Sex as the person gives it; `unknown` is an answer and not a gap. */
export const sexes = codeList({
  female: { uk: 'Жіноча', en: 'Female', ro: 'Feminin' },
  male: { uk: 'Чоловіча', en: 'Male', ro: 'Masculin' },
  other: { uk: 'Інша', en: 'Other', ro: 'Altul' },
  unknown: { uk: 'Невідомо', en: 'Unknown', ro: 'Necunoscut' },
});
export type Sex = CodeOf<typeof sexes>;

/** A language in which a person can be served, by ISO 639-1 code, or `other`. */
export const personLanguages = codeList({
  uk: { uk: 'українська', en: 'Ukrainian', ro: 'ucraineană' },
  ru: { uk: 'російська', en: 'Russian', ro: 'rusă' },
  ro: { uk: 'румунська', en: 'Romanian', ro: 'română' },
  en: { uk: 'англійська', en: 'English', ro: 'engleză' },
  hu: { uk: 'угорська', en: 'Hungarian', ro: 'maghiară' },
  pl: { uk: 'польська', en: 'Polish', ro: 'poloneză' },
  bg: { uk: 'болгарська', en: 'Bulgarian', ro: 'bulgară' },
  other: { uk: 'інша', en: 'other', ro: 'altă limbă' },
});
export type PersonLanguage = CodeOf<typeof personLanguages>;
