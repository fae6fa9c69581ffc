/** Agreement to share is recipient × purpose × data class × time; its words are listed so that two actors mean the same. */
import { type CodeOf, codeList } from './code-list.js';

/** For what a recipient may use what is shared. */
export const purposes = codeList({
  eligibility_decision: {
    uk: 'Рішення про прийняття',
    en: 'Deciding whether to accept',
    ro: 'Decizia de acceptare',
  },
  service_delivery: { uk: 'Надання послуги', en: 'Giving the service', ro: 'Acordarea serviciului' },
  safe_transport: { uk: 'Безпечне перевезення', en: 'Safe transport', ro: 'Transport în siguranță' },
  interpretation: { uk: 'Переклад', en: 'Interpretation', ro: 'Interpretariat' },
  onward_coordination: {
    uk: 'Подальше перенаправлення',
    en: 'Coordinating onward help',
    ro: 'Coordonarea ajutorului ulterior',
  },
  case_transfer: {
    uk: 'Передання відповідальності за випадок',
    en: 'Handing over the case',
    ro: 'Transferul cazului',
  },
  family_tracing: { uk: 'Розшук родини', en: 'Family tracing', ro: 'Căutarea familiei' },
  legal_representation: {
    uk: 'Правове представництво',
    en: 'Legal representation',
    ro: 'Reprezentare juridică',
  },
  status_enquiry: {
    uk: 'Відповідь органу влади про стан',
    en: 'Answering an authority on the status',
    ro: 'Răspuns unei autorități privind starea',
  },
});
export type Purpose = CodeOf<typeof purposes>;

/** How an agreement was given. */
export const agreementForms = codeList({
  oral_witnessed: { uk: 'Усно, при свідкові', en: 'Orally, with a witness', ro: 'Verbal, cu martor' },
  written: { uk: 'Письмово', en: 'In writing', ro: 'În scris' },
  caregiver_with_assent: {
    uk: 'Опікун, за згодою дитини',
    en: "By a caregiver, with the child's assent",
    ro: 'De către îngrijitor, cu acordul copilului',
  },
});
export type AgreementForm = CodeOf<typeof agreementForms>;

/** On what ground processing stands; recorded apart from the agreement, for under dependency consent is often void. */
export const lawfulBases = codeList({
  consent: { uk: 'Згода', en: 'Consent', ro: 'Consimțământ' },
  vital_interests: { uk: 'Життєво важливі інтереси', en: 'Vital interests', ro: 'Interese vitale' },
  legal_obligation: { uk: "Юридичний обов'язок", en: 'Legal obligation', ro: 'Obligație legală' },
  public_interest: { uk: 'Суспільний інтерес', en: 'Public interest', ro: 'Interes public' },
  legitimate_interests: { uk: 'Законні інтереси', en: 'Legitimate interests', ro: 'Interese legitime' },
});
export type LawfulBasis = CodeOf<typeof lawfulBases>;

/** Where a recipient keeps what it received, as the notice of an agreement must say. */
export const storageKinds = codeList({
  sealed_vault: {
    uk: 'Запечатано у сховищі мережі',
    en: "Sealed in the network's vault",
    ro: 'Sigilat în rețea',
  },
  own_system: {
    uk: 'У системі організації-отримувача',
    en: "In the recipient's own system",
    ro: 'În sistemul destinatarului',
  },
  paper_locked: {
    uk: 'На папері під замком',
    en: 'On paper, locked away',
    ro: 'Pe hârtie, în dulap încuiat',
  },
  not_kept: { uk: 'Не зберігається', en: 'Not kept', ro: 'Nu se păstrează' },
});
export type StorageKind = CodeOf<typeof storageKinds>;

/** Why the vault refuses to let something be disclosed; told to the referring actor only. */
export const permitRefusals = codeList({
  not_agreed: {
    uk: 'Особа на це не погоджувалася',
    en: 'The person has not agreed to this',
    ro: 'Persoana nu a fost de acord',
  },
  agreement_expired: { uk: 'Строк згоди минув', en: 'The agreement has expired', ro: 'Acordul a expirat' },
  withdrawn: { uk: 'Згоду відкликано', en: 'The agreement was withdrawn', ro: 'Acordul a fost retras' },
  nothing_sealed: {
    uk: 'Немає що передавати',
    en: 'Nothing has been recorded to share',
    ro: 'Nu există nimic înregistrat de transmis',
  },
  pathway_mismatch: {
    uk: 'Згода стосується іншого шляху',
    en: 'The agreement is for another pathway',
    ro: 'Acordul este pentru alt traseu',
  },
  household_unknown: {
    uk: 'Людей, яких це стосується, не знайдено',
    en: 'The people it concerns were not found',
    ro: 'Persoanele vizate nu au fost găsite',
  },
  recipient_not_named: {
    uk: 'Отримувача у згоді не названо',
    en: 'The agreement does not name this recipient',
    ro: 'Acordul nu numește acest destinatar',
  },
  member_unknown: {
    uk: 'Когось із цих людей не знайдено',
    en: 'One of these people was not found',
    ro: 'Una dintre aceste persoane nu a fost găsită',
  },
});
export type PermitRefusal = CodeOf<typeof permitRefusals>;
