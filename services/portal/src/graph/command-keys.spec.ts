import { describe, expect, it } from '@jest/globals';
import { createCommandKeys } from './command-keys.js';

function keys() {
  let made = 0;
  return createCommandKeys(() => `key-${++made}`);
}

describe('the key of a command', () => {
  it('is the same on every retry', () => {
    const { keyFor } = keys();
    expect(keyFor('accept', { id: 1 })).toBe('key-1');
    expect(keyFor('accept', { id: 1 })).toBe('key-1');
  });

  it('is another one for other content', () => {
    const { keyFor } = keys();
    keyFor('decline', { reason: 'other' });
    expect(keyFor('decline', { reason: 'duplicate' })).toBe('key-2');
  });

  it('is another one for another command with the same content', () => {
    const { keyFor } = keys();
    keyFor('accept', { id: 1 });
    expect(keyFor('acknowledge', { id: 1 })).toBe('key-2');
  });

  it('is another one once it took effect', () => {
    const { keyFor, done } = keys();
    keyFor('open', { id: 1 });
    done('open');
    expect(keyFor('open', { id: 1 })).toBe('key-2');
  });
});
