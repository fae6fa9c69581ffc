import { describe, expect, it } from '@jest/globals';
import { isNestedTooDeep } from './nesting.js';

const deep = '['.repeat(65);

describe('the brackets of a document', () => {
  it('count where they nest', () => {
    expect(isNestedTooDeep(deep)).toBe(true);
    expect(isNestedTooDeep('[]'.repeat(1_000))).toBe(false);
    expect(isNestedTooDeep('{ a(b: ['.repeat(22))).toBe(true);
  });

  it('do not count in a text or a comment', () => {
    for (const quiet of [`"${deep}"`, `"""${deep}"""`, `# ${deep}\n`, `"\\"${deep}"`, `"""\\"""${deep}"""`])
      expect(isNestedTooDeep(`${quiet} {}`)).toBe(false);
  });

  it('cannot be hidden behind brackets that do not count', () => {
    for (const hidden of [
      '["]"',
      '["""]"""',
      '[#]\n',
      '[#]\r',
      '["\\"]"',
      '["""\\"""]"""',
      '["""\\ ]"""',
      '[""',
    ])
      expect(isNestedTooDeep(hidden.repeat(70))).toBe(true);
  });
});
