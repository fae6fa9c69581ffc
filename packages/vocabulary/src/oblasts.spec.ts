import { describe, expect, it } from '@jest/globals';
import { oblastByKatottg, oblastByPcode, oblasts } from './oblasts.js';

describe('oblasts', () => {
  it('are the 27 first-level units, Crimea and Sevastopol among them', () => {
    expect(oblasts.codes).toHaveLength(27);
    expect(oblasts.label('UA-43', 'en')).toBe('Autonomous Republic of Crimea');
    expect(oblasts.label('UA-40', 'uk')).toBe('Севастополь');
  });

  it('differ from their P-codes in five places and no more', () => {
    const differing = oblasts.codes
      .filter((code) => code !== oblasts.entry(code).pcode.replace('UA', 'UA-'))
      .map((code) => [oblasts.entry(code).pcode, code]);
    expect(Object.fromEntries(differing)).toEqual({
      UA01: 'UA-43',
      UA44: 'UA-09',
      UA73: 'UA-77',
      UA80: 'UA-30',
      UA85: 'UA-40',
    });
  });

  it('are found by P-code and by KATOTTG, which begins with the P-code', () => {
    for (const code of oblasts.codes) {
      const { pcode, katottg } = oblasts.entry(code);
      expect(oblastByPcode.get(pcode)).toBe(code);
      expect(oblastByKatottg.get(katottg)).toBe(code);
      expect(katottg).toMatch(/^UA\d{17}$/);
      expect(katottg.startsWith(pcode)).toBe(true);
    }
    expect(oblastByPcode.size).toBe(27);
    expect(oblastByKatottg.size).toBe(27);
  });

  it('tell the city of Kyiv from the oblast around it', () => {
    expect([oblastByPcode.get('UA80'), oblastByPcode.get('UA32')]).toEqual(['UA-30', 'UA-32']);
  });
});
