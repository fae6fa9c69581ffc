import { describe, expect, it } from '@jest/globals';
import { complete } from '../testing/a-draft.js';
import { alwaysEmergency, emptyDraft, sharedClasses, urgencyOf } from './draft.js';
import { firstMissing, missingOn, stepAfter, stepBefore, steps } from './steps.js';

const continued = {
  draftId: undefined,
  partOf: 'r1',
  waits: false,
  asked: undefined,
  reference: 'ST-0000-0000-0',
  householdId: 'h1',
  memberIds: ['m1'],
  decisionRecordId: 'd1',
  agreedUntil: { kalyna: '2026-06-01T00:00:00.000Z' },
};

describe('the pages of a draft', () => {
  it('each know what they cannot do without', () => {
    const missing = steps.map((step) => missingOn(step, emptyDraft).map(({ field }) => field));
    expect(missing).toEqual([
      ['service', 'oblast', 'urgency'],
      ['candidate'],
      [],
      ['words'],
      ['form', 'agreed'],
      [],
    ]);
    for (const step of steps) expect(missingOn(step, complete)).toEqual([]);
  });

  it('lead back to the first that is not answered', () => {
    expect(firstMissing(emptyDraft, 'check')).toBe('need');
    expect(firstMissing({ ...complete, chosen: undefined }, 'agreement')).toBe('who');
    expect(firstMissing(complete, 'check')).toBeUndefined();
  });

  it('do not ask again about people who are known', () => {
    expect(stepAfter('who', complete)).toBe('people');
    expect(stepAfter('who', { ...complete, continued })).toBe('questions');
    expect(stepBefore('questions', { ...complete, continued })).toBe('who');
    expect(stepBefore('need', complete)).toBeUndefined();
  });

  it('ask for no agreement where one is in force for this very organisation', () => {
    const unsaid = { ...complete, agreement: emptyDraft.agreement };
    expect(missingOn('agreement', { ...unsaid, continued })).toEqual([]);
    const elsewhere = { ...continued, agreedUntil: { dzherelo: '2026-06-01T00:00:00.000Z' } };
    expect(missingOn('agreement', { ...unsaid, continued: elsewhere })).toHaveLength(2);
  });
});

describe('a draft', () => {
  it('is an emergency where help works within hours only', () => {
    expect(alwaysEmergency('HLT.CMR')).toBe(true);
    expect(urgencyOf({ ...complete.need, service: 'HLT.CMR', urgency: 'normal' })).toBe('emergency');
    expect(urgencyOf(complete.need)).toBe('urgent');
  });

  it('shares what is known and what the service needs, and no more', () => {
    const chosen = { ...complete.chosen!, neededClasses: [] };
    expect(sharedClasses(complete)).toEqual(['C1', 'C2']);
    expect(sharedClasses({ ...complete, chosen, people: emptyDraft.people })).toEqual(['C2']);
    expect(sharedClasses({ ...complete, chosen: { ...chosen, neededClasses: ['C0', 'C3'] } })).toEqual([
      'C1',
      'C2',
      'C3',
    ]);
  });
});
