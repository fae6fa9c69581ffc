/** People cross borders and so does the network: actors abroad carry the country in which they work. */
import { type CodeOf, codeList } from './code-list.js';

/** Countries with actors of the network, by ISO 3166-1 code. */
export const countries = codeList({
  UA: { uk: 'Україна', en: 'Ukraine', ro: 'Ucraina' },
  RO: { uk: 'Румунія', en: 'Romania', ro: 'România' },
  PL: { uk: 'Польща', en: 'Poland', ro: 'Polonia' },
  MD: { uk: 'Молдова', en: 'Moldova', ro: 'Moldova' },
  HU: { uk: 'Угорщина', en: 'Hungary', ro: 'Ungaria' },
  SK: { uk: 'Словаччина', en: 'Slovakia', ro: 'Slovacia' },
  BG: { uk: 'Болгарія', en: 'Bulgaria', ro: 'Bulgaria' },
  DE: { uk: 'Німеччина', en: 'Germany', ro: 'Germania' },
  GB: { uk: 'Велика Британія', en: 'United Kingdom', ro: 'Regatul Unit' },
});
export type CountryCode = CodeOf<typeof countries>;
