/** No word outside the catalogues, none missing from them, none left over, and each one translated. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { setupI18n } from '@lingui/core';
import { compiledCatalogue, textsOf } from '../testing/catalogue-files.js';
import { sameInEnglish } from './same-in-english.js';

const parts = ['shell', 'referral', 'new-referral', 'network', 'services', 'status'];
const source = fileURLToPath(new URL('..', import.meta.url));
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/spec\.ts$|generated|testing/.test(name))
  .map((name) => ({ name, text: readFileSync(`${source}/${name}`, 'utf8') }));
const all = (language: string) =>
  new Map(parts.flatMap((part) => [...textsOf(part, language)] as [string, string][]));

describe('catalogues', () => {
  it.each(['en', 'ro'])('have the same messages in Ukrainian and in %s', (language) => {
    for (const part of parts)
      expect([...textsOf(part, language).keys()]).toEqual([...textsOf(part, 'uk').keys()]);
  });

  it('name each message in one part only', () => {
    const ids = parts.flatMap((part) => [...textsOf(part, 'uk').keys()]);
    expect(ids.filter((id, n) => ids.indexOf(id) !== n)).toEqual([]);
  });

  it('hold what the sources say, and nothing that nobody says', () => {
    const said = new Set<string>();
    const beginnings: string[] = [];
    for (const { text } of files) {
      for (const [, id] of text.matchAll(/'([a-z][A-Za-z0-9]*(?:\.[A-Za-z0-9_]+)*)'/g)) said.add(id!);
      for (const [, beginning] of text.matchAll(/\bt\(`([\w.]+)\$\{/g)) beginnings.push(beginning!);
      for (const [, beginning] of text.matchAll(/: `([\w.]+\.)\$\{name\}`/g)) beginnings.push(beginning!);
    }
    const known = [...all('uk').keys()];
    const unsaid = known.filter((id) => !said.has(id) && !beginnings.some((one) => id.startsWith(one)));
    expect(unsaid).toEqual([]);
    const asked = files.flatMap(({ text }) => [...text.matchAll(/\bt\('([^']+)'/g)].map(([, id]) => id!));
    expect(asked.filter((id) => !known.includes(id))).toEqual([]);
    for (const beginning of beginnings) expect(known.some((id) => id.startsWith(beginning))).toBe(true);
  });

  it.each(['uk', 'ro'])('in %s are translated: what reads as in English is listed', (language) => {
    const english = all('en');
    const same = [...all(language)].filter(([id, text]) => english.get(id) === text).map(([id]) => id);
    expect(same.filter((id) => !sameInEnglish[language as 'uk' | 'ro'].includes(id))).toEqual([]);
  });

  it('ask for the same values in every language', () => {
    const values = (text: string) =>
      [...new Set([...text.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name))].sort();
    for (const language of ['en', 'ro'])
      for (const [id, text] of all(language))
        expect([id, values(text)]).toEqual([id, values(all('uk').get(id)!)]);
  });
});

describe('no words outside the catalogues', () => {
  it.each(files.map(({ name, text }) => [name, text]))('%s', (_name, text) => {
    const code = text.replaceAll(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, '');
    expect(code.match(/\p{Script=Cyrillic}+/gu) ?? []).toEqual(
      _name.endsWith('language.ts') ? ['Українська'] : [],
    );
    // Text between tags, and the attributes that are read to people.
    expect(code.match(/>[^<>{}=;()]*\p{L}{2,}[^<>{}=;()]*<\//gu) ?? []).toEqual([]);
    expect(code.match(/(?:aria-label|title|placeholder|alt)="[^"]*\p{L}[^"]*"/gu) ?? []).toEqual([]);
  });
});

describe('plurals', () => {
  const say = (language: 'uk' | 'en' | 'ro', id: string, count: number) => {
    const part = parts.find((one) => textsOf(one, language).has(id))!;
    const i18n = setupI18n({ locale: language, messages: { [language]: compiledCatalogue(part, language) } });
    return i18n._(id, { count });
  };

  it('are right in Ukrainian for 1, 2, 5 and 21', () => {
    const said = (id: string) => [1, 2, 5, 21].map((count) => say('uk', id, count));
    expect(said('clock.left.hours')).toEqual([
      'лишилася 1 година',
      'лишилося 2 години',
      'лишилося 5 годин',
      'лишилася 21 година',
    ]);
    expect(said('clock.over.days')).toEqual([
      'прострочено на 1 день',
      'прострочено на 2 дні',
      'прострочено на 5 днів',
      'прострочено на 21 день',
    ]);
    expect(said('who.places')).toEqual([
      '1 вільне місце',
      '2 вільні місця',
      '5 вільних місць',
      '21 вільне місце',
    ]);
  });

  it('are right in Romanian for 1, 2 and 20', () => {
    const said = (id: string) => [1, 2, 20].map((count) => say('ro', id, count));
    expect(said('clock.left.hours')).toEqual([
      'a mai rămas 1 oră',
      'au mai rămas 2 ore',
      'au mai rămas 20 de ore',
    ]);
    expect(said('who.places')).toEqual(['1 loc liber', '2 locuri libere', '20 de locuri libere']);
  });

  it('have every form of their language', () => {
    const forms = { uk: ['one', 'few', 'many', 'other'], en: ['one', 'other'], ro: ['one', 'few', 'other'] };
    for (const [language, expected] of Object.entries(forms))
      for (const [id, text] of all(language))
        if (text.includes(', plural,'))
          expect([id, expected.filter((form) => !text.includes(` ${form} {`))]).toEqual([id, []]);
  });
});
