/** The product is worked in on both sides of the Ukrainian-Romanian border; English is the network's bridge. */
import { codeList } from './code-list.js';

/** Languages of the interface and of every label. */
export const languages = codeList({
  uk: { uk: 'українська', en: 'Ukrainian', ro: 'ucraineană' },
  en: { uk: 'англійська', en: 'English', ro: 'engleză' },
  ro: { uk: 'румунська', en: 'Romanian', ro: 'română' },
});
