/**
 * The vocabulary says every code in three languages at once. A reader needs one: each part of the portal gets the
 * lists that it shows, in the language that is read, at the time of the build.
 */
import {
  ageBands,
  agreementForms,
  authorityStatuses,
  type CodeList,
  capacityScopes,
  capacityStates,
  channels,
  countries,
  dataClasses,
  declineReasons,
  intakeAnswers,
  intakeQuestions,
  type Language,
  modalities,
  oblasts,
  outcomes,
  pathways,
  permitRefusals,
  personLanguages,
  purposes,
  referralStates,
  serviceCodes,
  serviceGroups,
  sexes,
  silenceRungs,
  storageKinds,
  urgencies,
  withdrawReasons,
} from '@stezhka/vocabulary';
import type { Plugin } from 'vite';

/** Which lists each part shows. */
const listsOf = {
  shell: { referralStates, serviceCodes, oblasts, urgencies },
  referral: {
    ageBands,
    authorityStatuses,
    capacityScopes,
    channels,
    dataClasses,
    declineReasons,
    intakeAnswers,
    intakeQuestions,
    modalities,
    outcomes,
    pathways,
    permitRefusals,
    personLanguages,
    purposes,
    sexes,
    silenceRungs,
    withdrawReasons,
  },
  'new-referral': { agreementForms, capacityStates, countries, serviceGroups, storageKinds },
  network: { serviceGroups, silenceRungs },
  services: { capacityStates },
  status: { authorityStatuses },
};

export type Part = keyof typeof listsOf;

const prefix = 'virtual:words/';

/**
 * Modules `virtual:words/<language>/<part>`: the part's catalogue as `messages`, and as `labels` its code lists,
 * list → code → what it is called.
 */
export function wordsOfParts(): Plugin {
  return {
    name: 'stezhka-words-of-parts',
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) return undefined;
      const [language, part] = id.slice(prefix.length + 1).split('/') as [Language, Part];
      const catalogue = JSON.stringify(`/src/words/${language}/${part}.po`);
      const labels = JSON.stringify(labelsOf(part, language));
      return {
        code: `export { messages } from ${catalogue}; export const labels = ${labels};`,
        moduleType: 'js',
      };
    },
  };
}

/** What the lists of a part are called in a language. */
export function labelsOf(part: Part, language: Language): Record<string, Record<string, string>> {
  // Each list takes its own codes alone; here they are only asked for what they have.
  const shown = listsOf[part] as unknown as Readonly<Record<string, CodeList<string>>>;
  const lists = Object.entries(shown).map(([name, list]) => [
    name,
    Object.fromEntries(list.codes.map((code) => [code, list.label(code, language)])),
  ]);
  return Object.fromEntries(lists);
}
