import { describe, expect, it } from '@jest/globals';
import { channels } from '@stezhka/vocabulary';
import { parseValue } from 'graphql';
import * as scalars from './code-scalar.js';

const { ChannelScalar, OblastCodeScalar } = scalars;
const unknown = expect.objectContaining({ code: 'UNKNOWN_CODE' });

describe('a code over GraphQL', () => {
  it('is written as it stands in the list', () => {
    expect(OblastCodeScalar.parseValue('UA-46')).toBe('UA-46');
    expect(OblastCodeScalar.parseLiteral(parseValue('"UA-46"'), {})).toBe('UA-46');
  });

  it('is nothing else', () => {
    for (const value of ['ua-46', ' UA-46', 'constructor', 46, null, ['UA-46'], {}])
      expect(() => OblastCodeScalar.parseValue(value)).toThrow(unknown);
    expect(() => OblastCodeScalar.parseLiteral(parseValue('46'), {})).toThrow(unknown);
  });

  it('may be readable without being writable', () => {
    expect(ChannelScalar.serialize('import')).toBe('import');
    const possible = channels.codes.filter((code) => code !== 'import');
    expect(() => ChannelScalar.parseValue('import')).toThrow(expect.objectContaining({ possible }));
  });

  it('is no refusal when what is stored is wrong, and is not repeated', () => {
    expect(() => ChannelScalar.serialize('Canary')).toThrow(new TypeError('Channel without such a code'));
  });

  it('has a name of its own', () => {
    const names = Object.values(scalars).flatMap((scalar) => ('name' in scalar ? [scalar.name] : []));
    expect(new Set(names).size).toBe(names.length);
  });
});
