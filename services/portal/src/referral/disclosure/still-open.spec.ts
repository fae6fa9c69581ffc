import { describe, expect, it } from '@jest/globals';
import { openedToo, stillOpen } from './still-open.js';

const contact = { recordId: 'r1', dataClass: 'C1' } as const;
const need = { recordId: 'r2', dataClass: 'C2' } as const;
const shown = { records: [contact, need], memberIds: ['mother', 'son'] };

describe('what was opened', () => {
  it('stays while all of it may be read', () => {
    expect(stillOpen(shown, { classes: ['C1', 'C2'], memberIds: ['mother', 'son'] })).toEqual([
      contact,
      need,
    ]);
  });

  it('loses a class that is closed', () => {
    expect(stillOpen(shown, { classes: ['C2'], memberIds: ['mother', 'son'] })).toEqual([need]);
  });

  it('is gone when one of them withdrew', () => {
    expect(stillOpen(shown, { classes: ['C1', 'C2'], memberIds: ['mother'] })).toEqual([]);
  });

  it('holds each record once, however often it is opened', () => {
    expect(openedToo([contact, need], [contact])).toEqual([need, contact]);
  });
});
