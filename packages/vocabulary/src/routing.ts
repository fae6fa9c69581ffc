/** What may be said about a referral before anything is said about a person: how fast, which way, by what means. */
import { type CodeOf, codeList } from './code-list.js';

/** How soon an answer is needed: the level of the decision clock. */
export const urgencies = codeList({
  emergency: { uk: 'Невідкладно', en: 'Emergency', ro: 'Urgență imediată' },
  urgent: { uk: 'Терміново', en: 'Urgent', ro: 'Urgent' },
  normal: { uk: 'Звичайно', en: 'Normal', ro: 'Normal' },
});
export type Urgency = CodeOf<typeof urgencies>;

/** Which rules of secrecy a referral follows. It belongs to the referral, never to the service code. */
export const pathways = codeList({
  general: { uk: 'Загальний шлях', en: 'General', ro: 'General' },
  gbv: { uk: 'Гендерно зумовлене насильство', en: 'Gender-based violence', ro: 'Violență bazată pe gen' },
  tip: { uk: 'Торгівля людьми', en: 'Trafficking in persons', ro: 'Trafic de persoane' },
  cp: { uk: 'Захист дитини', en: 'Child protection', ro: 'Protecția copilului' },
});
export type Pathway = CodeOf<typeof pathways>;

/** Only certified actors may receive on an isolated pathway, and its name and service are C2 to everyone else. */
export function isIsolated(pathway: Pathway): boolean {
  return pathway !== 'general';
}

/** How a service is given. */
export const modalities = codeList({
  in_person: { uk: 'Особисто', en: 'In person', ro: 'Față în față' },
  remote: { uk: 'Дистанційно', en: 'Remotely', ro: 'La distanță' },
  either: { uk: 'Особисто або дистанційно', en: 'In person or remotely', ro: 'Față în față sau la distanță' },
});
export type Modality = CodeOf<typeof modalities>;

/** How an act reached the record. `import` is a loader's entry of past acts and is never marked late. */
export const channels = codeList({
  portal: { uk: 'Портал', en: 'Portal', ro: 'Portal' },
  phone: { uk: 'Телефон', en: 'Phone', ro: 'Telefon' },
  paper: { uk: 'Папір', en: 'Paper', ro: 'Hârtie' },
  in_person: { uk: 'Особисто', en: 'In person', ro: 'Personal' },
  api: { uk: 'Програмний інтерфейс', en: 'API', ro: 'API' },
  import: { uk: 'Перенесення даних', en: 'Import', ro: 'Import de date' },
});
export type Channel = CodeOf<typeof channels>;

/** Details of a person that a service may filter on; a service that does not never learns them before it reads. */
export const routingDetails = codeList({
  age_band: { uk: 'Вік', en: 'Age', ro: 'Vârsta' },
  sex: { uk: 'Стать', en: 'Sex', ro: 'Sex' },
  language: { uk: 'Мова', en: 'Language', ro: 'Limba' },
});
export type RoutingDetail = CodeOf<typeof routingDetails>;
