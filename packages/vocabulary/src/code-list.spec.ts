import { describe, expect, it } from '@jest/globals';
import { codeList, type Language } from './code-list.js';
import * as vocabulary from './index.js';

const lists = Object.entries(vocabulary).flatMap(([name, exported]) =>
  typeof exported === 'object' && 'codes' in exported && 'label' in exported
    ? [{ name, list: exported as vocabulary.CodeList<string> }]
    : [],
);
const languages: readonly Language[] = vocabulary.languages.codes;

describe('a code list', () => {
  const list = codeList({ a: { uk: 'а', en: 'A', ro: 'â' }, b: { uk: 'б', en: 'B', ro: 'b', more: 1 } });

  it('knows its codes, and nothing that only looks like one', () => {
    expect(list.codes).toEqual(['a', 'b']);
    expect(list.is('a')).toBe(true);
    for (const other of ['A', ' a', 'constructor', 'toString', '__proto__', '', null, undefined, 0, ['a']])
      expect(list.is(other)).toBe(false);
  });

  it('cannot be changed by whoever reads it', () => {
    expect(Object.isFrozen(list)).toBe(true);
    expect(Object.isFrozen(list.codes)).toBe(true);
  });

  it('keeps what a list adds to its labels', () => {
    expect(list.label('a', 'ro')).toBe('â');
    expect(list.entry('b')).toEqual({ uk: 'б', en: 'B', ro: 'b', more: 1 });
  });
});

describe('the lists of the field', () => {
  it('are found by this test', () => {
    expect(lists.length).toBeGreaterThan(30);
  });

  for (const { name, list } of lists) {
    describe(name, () => {
      it('speaks all languages, each in its own letters', () => {
        for (const code of list.codes) {
          for (const language of languages) {
            const label = list.label(code, language);
            expect({ code, label: label.trim() }).toEqual({ code, label });
            expect({ code, length: label.length }).not.toEqual({ code, length: 0 });
          }
          // A Latin i in a Cyrillic word looks right and is never found by a search.
          expect(list.label(code, 'uk')).toMatch(/^[^A-Za-zыэёъ]+$/);
          expect(list.label(code, 'en')).not.toMatch(/\p{Script=Cyrillic}/u);
          // The comma-below letters are Romanian's own; ş and ţ with a cedilla are not.
          expect(list.label(code, 'ro')).not.toMatch(/[\p{Script=Cyrillic}şţŞŢ]/u);
        }
      });

      it('never calls two codes by one name', () => {
        for (const language of languages) {
          const labels = list.codes.map((code) => list.label(code, language).toLowerCase());
          expect(new Set(labels).size).toBe(labels.length);
        }
      });
    });
  }

  it('explain every data class in every language and every field class in a sentence', () => {
    for (const code of vocabulary.dataClasses.codes)
      for (const language of languages)
        expect(vocabulary.dataClasses.entry(code).meaning[language].length).toBeGreaterThan(15);
    for (const code of vocabulary.fieldClasses.codes)
      expect(vocabulary.fieldClasses.entry(code).seenBy).toMatch(/^[A-Z].{20,}\.$/);
  });

  it('let every data class be the class of a field', () => {
    expect(vocabulary.fieldClasses.codes).toEqual(expect.arrayContaining([...vocabulary.dataClasses.codes]));
  });
});
